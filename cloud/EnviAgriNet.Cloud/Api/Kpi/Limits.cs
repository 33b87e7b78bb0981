namespace EnviAgriNet.Cloud.Api.Kpi;

/// <summary>The bounds of the performance figures.</summary>
internal static class Limits
{
    /// <summary>Stations in one table: more are on the pages of regions.</summary>
    public const int StationsMax = 10_000;

    /// <summary>Figures are summed up again after this long at the earliest; with 5,000 stations a year takes some tenths of a second.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);
}
