namespace EnviAgriNet.Cloud.Performance;

/// <summary>The hard limits of what is counted of the network's performance; they are not settings.</summary>
internal static class Limits
{
    /// <summary>Warnings entered in one round.</summary>
    public const int WarningsPerRound = 20;

    /// <summary>Stations whose health is held; as many as ingest takes.</summary>
    public const int HealthStationsMax = 200_000;

    /// <summary>Changes of the line that are kept over all stations; older ones are deleted, the days' sums stay.</summary>
    public const int ChangesKeptMax = 500_000;

    /// <summary>Changes of the line that wait to be written; further ones are counted in the days' sums alone.</summary>
    public const int ChangesHeldMax = 50_000;

    /// <summary>Days of stations that wait to be counted: a day of every station there can be, and a month of backlog of many.</summary>
    public const int DueDaysMax = 500_000;

    /// <summary>Days of stations counted in one step; with one step a second at most about a tenth of a core.</summary>
    public const int DaysPerStep = 100;

    /// <summary>How far back the days of all stations are counted anew at the start: what came late before the start may have been missed.</summary>
    public const int DaysAtStart = 35;

    /// <summary>The oldest day that a late reading is counted in.</summary>
    public const int DaysBackMax = 800;

    /// <summary>A warning is looked at this long after it was queued at the earliest.</summary>
    public static readonly TimeSpan SettledAfter = TimeSpan.FromMinutes(2);

    /// <summary>How often settled warnings are entered.</summary>
    public static readonly TimeSpan RoundEvery = TimeSpan.FromMinutes(1);

    /// <summary>How often the line of each station is looked at.</summary>
    public static readonly TimeSpan LinePeriod = TimeSpan.FromSeconds(15);

    /// <summary>How often what was seen of the lines is written; a crash leaves this much unknown.</summary>
    public static readonly TimeSpan LineSaveEvery = TimeSpan.FromMinutes(2);

    /// <summary>A day of a station that was counted is counted again this long after new readings at the earliest.</summary>
    public static readonly TimeSpan DayCountEvery = TimeSpan.FromMinutes(5);

    /// <summary>A day of a station is counted for the first time this long after its readings came.</summary>
    public static readonly TimeSpan DayCountFirst = TimeSpan.FromSeconds(5);

    /// <summary>The pause between two steps of counting.</summary>
    public static readonly TimeSpan DayStepEvery = TimeSpan.FromSeconds(1);
}
