namespace EnviAgriNet.Cloud.Quality;

/// <summary>The hard limits of quality; they are not settings.</summary>
internal static class Limits
{
    /// <summary>Hours of stations that wait to be judged; beyond it they are found again by comparing the store with what was judged.</summary>
    public const int DueHoursMax = 1_000_000;

    /// <summary>Hours of one station judged at once in history: a week. A chunk is one transaction, so a cut costs no more than that.</summary>
    public const int ChunkHours = 168;

    /// <summary>Hours of stations that are judged before others get their turn.</summary>
    public const int HoursPerTurn = 2_000;

    /// <summary>The largest file with a configuration.</summary>
    public const long ConfigBytesMax = 1024 * 1024;

    /// <summary>Series of one province whose last values are held for live judging; readings of further ones pass as they are.</summary>
    public const int LiveSeriesMax = 20_000;

    /// <summary>Stations whose windows wait to be filled again; when there are more, all are.</summary>
    public const int RefillsMax = 10_000;
}
