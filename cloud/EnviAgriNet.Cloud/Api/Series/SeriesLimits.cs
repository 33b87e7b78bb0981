namespace EnviAgriNet.Cloud.Api.Series;

/// <summary>The hard limits of series for pictures; they are not settings.</summary>
internal static class SeriesLimits
{
    /// <summary>The fewest pixels one may ask for.</summary>
    public const int PointsMin = 10;

    /// <summary>The most pixels: no plot is wider, and an answer stays under 200 kB.</summary>
    public const int PointsMax = 2_000;

    /// <summary>Pixels when nothing is said.</summary>
    public const int PointsDefault = 600;

    /// <summary>Gaps that are listed; of more their number is told.</summary>
    public const int GapsListedMax = 200;

    /// <summary>Single readings looked at for one picture; a denser series is drawn from its hours. A month of seconds fits.</summary>
    public const int ReadingsMax = 2_800_000;

    /// <summary>Pictures made at once; they read from one file, and the machine has other work.</summary>
    public const int AtOnceMax = 4;

    /// <summary>Requests that wait for their turn; more are answered 503.</summary>
    public const int WaitingMax = 200;

    /// <summary>Gaps between readings that are remembered to tell the usual interval.</summary>
    public const int IntervalsRemembered = 9;

    /// <summary>The longest span of single readings; longer ones are drawn from roll-ups.</summary>
    public static readonly TimeSpan ReadingsSpanMax = TimeSpan.FromDays(62);

    /// <summary>The longest span at all.</summary>
    public static readonly TimeSpan SpanMax = TimeSpan.FromDays(731);
}
