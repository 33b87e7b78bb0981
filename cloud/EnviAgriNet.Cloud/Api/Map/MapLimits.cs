namespace EnviAgriNet.Cloud.Api.Map;

/// <summary>The hard limits of the map's answers; they are not settings.</summary>
internal static class MapLimits
{
    /// <summary>Moments in one answer for play-back.</summary>
    public const int FramesMax = 72;

    /// <summary>Columns of one quantity and hour kept for the next question: about 30 kB each with 5,000 stations.</summary>
    public const int ColumnsMax = 1_500;

    /// <summary>Questions about the past that may wait while one is worked out; more are answered 503.</summary>
    public const int WaitingMax = 16;

    /// <summary>The steps of play-back in seconds: hours of whole numbers that divide a day.</summary>
    public static readonly IReadOnlyList<int> StepsS = [3_600, 10_800, 21_600, 86_400];

    /// <summary>The longest span that one answer plays back.</summary>
    public static readonly TimeSpan SpanMax = TimeSpan.FromDays(31);

    /// <summary>How long an hour that is not over, or to which late readings still come, is kept.</summary>
    public static readonly TimeSpan FreshColumnAgeMax = TimeSpan.FromSeconds(20);

    /// <summary>How long an older hour is kept: what comes late or is judged anew shows after it.</summary>
    public static readonly TimeSpan OldColumnAgeMax = TimeSpan.FromMinutes(10);

    /// <summary>Up to when an hour counts as fresh.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromHours(3);

    /// <summary>How many hours of a window must have a value: 75 %, as for means of 24 h.</summary>
    public const double WindowFilledMin = 0.75;
}
