namespace EnviAgriNet.Cloud.Api.Series;

/// <summary>How a span of time lies on the pixels of a picture.</summary>
/// <param name="Source">What the pixels are made of.</param>
/// <param name="BeginMs">Where the first pixel begins, milliseconds since 1970.</param>
/// <param name="StepMs">How long a pixel is.</param>
internal readonly record struct PixelGrid(PixelSource Source, long BeginMs, long StepMs)
{
    private const long SecondMs = 1_000;
    private const long HourMs = 3_600_000;
    private const long DayMs = 24 * HourMs;
    private const long BangkokMs = 7 * HourMs;

    /// <summary>The time that one roll-up covers; zero for readings.</summary>
    public TimeSpan Unit => Source switch
    {
        PixelSource.Hours => TimeSpan.FromHours(1),
        PixelSource.Days => TimeSpan.FromDays(1),
        _ => TimeSpan.Zero,
    };

    /// <summary>The grid for a span: of single readings as long as a pixel is shorter than an hour, else of whole hours or days.</summary>
    public static PixelGrid For(DateTimeOffset from, DateTimeOffset to, int points)
    {
        long span = (long)(to - from).TotalMilliseconds;
        long begin = from.ToUnixTimeMilliseconds();
        long step = Up((span + points - 1) / points, SecondMs);
        return step >= DayMs ? new PixelGrid(PixelSource.Days, Down(begin + BangkokMs, DayMs) - BangkokMs, Up(step, DayMs))
            : step >= HourMs || to - from > SeriesLimits.ReadingsSpanMax ? OfHours(begin, step)
            : new PixelGrid(PixelSource.Readings, begin, step);
    }

    /// <summary>The same span in hours.</summary>
    public PixelGrid InHours() => OfHours(BeginMs, StepMs);

    private static PixelGrid OfHours(long begin, long step) => new(PixelSource.Hours, Down(begin, HourMs), Up(step, HourMs));

    private static long Up(long value, long unit) => Math.Max(1, (value + unit - 1) / unit) * unit;

    private static long Down(long value, long unit) => value - (((value % unit) + unit) % unit);
}

/// <summary>What the pixels of a picture are made of.</summary>
internal enum PixelSource
{
    /// <summary>Single readings.</summary>
    Readings,

    /// <summary>Roll-ups of hours.</summary>
    Hours,

    /// <summary>Roll-ups of days of Bangkok time.</summary>
    Days,
}
