namespace EnviAgriNet.Cloud.Api.Kpi;

/// <summary>The bounds of the performance figures.</summary>
internal static class Limits
{
    /// <summary>Warnings entered in one round.</summary>
    public const int WarningsPerRound = 20;

    /// <summary>Stations in one table: more are on the pages of regions.</summary>
    public const int StationsMax = 10_000;

    /// <summary>A warning is looked at this long after it was queued at the earliest.</summary>
    public static readonly TimeSpan SettledAfter = TimeSpan.FromMinutes(2);

    /// <summary>How often settled warnings are entered.</summary>
    public static readonly TimeSpan RoundEvery = TimeSpan.FromMinutes(1);

    /// <summary>Figures are summed up again after this long at the earliest; with 5,000 stations a year takes some tenths of a second.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);
}
