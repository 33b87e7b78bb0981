namespace EnviAgriNet.Cloud.Platforms;

/// <summary>The hard limits of what is taken from other platforms; they are not settings.</summary>
internal static class Limits
{
    /// <summary>Documents fetched in one look at a feed; the others are fetched at the next.</summary>
    public const int FetchesPerPollMax = 50;

    /// <summary>How often a refused document is fetched again while its feed lists it: it may have been read half written.</summary>
    public const int TriesMax = 5;

    /// <summary>Refused documents remembered in memory for each source; beyond it the memory begins anew.</summary>
    public const int RememberedMax = 2_000;

    /// <summary>Refused documents kept for each source; the oldest go.</summary>
    public const int RefusedKeptMax = 500;

    /// <summary>Accepted documents kept for each source; of those that are over, the oldest go.</summary>
    public const int AcceptedKeptMax = 50_000;

    /// <summary>Foreign alerts shown at once.</summary>
    public const int OpenMax = 200;

    /// <summary>How far ahead of the clock a message may have been sent.</summary>
    public static readonly TimeSpan FutureMax = TimeSpan.FromMinutes(10);

    /// <summary>How long a message counts that does not say until when it holds.</summary>
    public static readonly TimeSpan LifeByDefault = TimeSpan.FromHours(24);

    /// <summary>How long one answer may take.</summary>
    public static readonly TimeSpan AnswerMax = TimeSpan.FromSeconds(20);

    /// <summary>The longest pause after failures.</summary>
    public static readonly TimeSpan BackOffMax = TimeSpan.FromMinutes(30);
}
