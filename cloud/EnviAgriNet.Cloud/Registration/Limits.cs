namespace EnviAgriNet.Cloud.Registration;

/// <summary>The hard limits around the subscribers; they are not settings.</summary>
internal static class Limits
{
    /// <summary>Wrong answers to one question; the next one needs a new code.</summary>
    public const int CodeTriesMax = 5;

    /// <summary>Codes that are sent to one address in an hour, whoever asks.</summary>
    public const int CodesPerAddressPerHour = 3;

    /// <summary>Codes that are sent to one address in a day, whoever asks: nobody is to be pestered with them.</summary>
    public const int CodesPerAddressPerDay = 6;

    /// <summary>Counters of client addresses. Memory is fixed: clients that fall on the same counter share its allowance.</summary>
    public const int ClientCounters = 65_536;

    /// <summary>Requests of one client, for each code that it may ask for: pages, corrections and wrong codes come on top.</summary>
    public const int RequestsPerCode = 10;

    /// <summary>How long a code can be answered.</summary>
    public static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(10);

    /// <summary>How long a person may change their own data after a code.</summary>
    public static readonly TimeSpan TicketLife = TimeSpan.FromMinutes(20);

    /// <summary>After this long what was not confirmed is deleted.</summary>
    public static readonly TimeSpan UnconfirmedLife = TimeSpan.FromHours(24);

    /// <summary>After this long without a word from or to them, correspondents are deleted.</summary>
    public static readonly TimeSpan CorrespondentLife = TimeSpan.FromDays(90);

    /// <summary>How often is looked for what is to be deleted.</summary>
    public static readonly TimeSpan SweepPeriod = TimeSpan.FromMinutes(10);
}
