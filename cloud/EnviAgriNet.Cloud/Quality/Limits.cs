namespace EnviAgriNet.Cloud.Quality;

/// <summary>The hard limits of quality; they are not settings.</summary>
internal static class Limits
{
    /// <summary>Hours of stations that wait to be judged; beyond it they are found again by comparing the store with what was judged.</summary>
    public const int DueHoursMax = 1_000_000;

    /// <summary>Hours that are judged at once, and hours of stations: a chunk is in memory as a whole, and is one transaction.</summary>
    public const int ChunkHoursMax = 24;

    /// <summary>Hours of stations in one chunk: a day of 50 stations, about 1.4 million readings.</summary>
    public const int ChunkStationHoursMax = 1_200;

    /// <summary>Hours of stations that are judged before search and history get their turn.</summary>
    public const int HoursPerTurn = 2_000;

    /// <summary>A search for hours to judge waits while so many wait to be judged.</summary>
    public const int SearchPauseAt = 50_000;

    /// <summary>Fresh readings flagged by live judging that are remembered until their hour is judged as a whole: about 15 MB.</summary>
    public const int WithheldReadingsMax = 200_000;

    /// <summary>Stations around a station that are looked at; a test then asks the nearest that measure the same.</summary>
    public const int NeighboursMax = 16;

    /// <summary>How far away a neighbour may be at most, whatever a test's own limit is.</summary>
    public const double NeighbourKilometresMax = 100;

    /// <summary>The largest file with a configuration.</summary>
    public const long ConfigBytesMax = 1024 * 1024;

    /// <summary>How far apart in time what two stations measured may be to be held against each other.</summary>
    public static readonly TimeSpan NeighbourApartMax = TimeSpan.FromMinutes(15);

    /// <summary>How often verdicts on readings that are no longer kept are given up.</summary>
    public static readonly TimeSpan DropEvery = TimeSpan.FromDays(1);

    /// <summary>How far back a test may look that sees more than one hour.</summary>
    public static readonly TimeSpan LookBackMax = TimeSpan.FromHours(25);

    /// <summary>Stations whose memory is held for live judging in one partition; readings of further ones pass as they are.</summary>
    public const int LiveStationsMax = 20_000;

    /// <summary>Series whose newest value is held for live judging in one partition; further ones are nobody's neighbour.</summary>
    public const int LiveSeriesMax = 200_000;

    /// <summary>Stations whose windows wait to be filled again; when there are more, all are.</summary>
    public const int RefillsMax = 10_000;
}
