namespace EnviAgriNet.Benchmarks.Science;

/// <summary>Values like those of a PM2.5 sensor, made before anything is measured.</summary>
internal static class ScienceStream
{
    /// <summary>How many there are; a power of two.</summary>
    public const int Length = 1 << 16;

    /// <summary>The largest value.</summary>
    public const double Max = 400;

    private static readonly double[] Values = Make();

    public static DateTimeOffset Begin { get; } = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A value of a series; the same for the same place.</summary>
    public static double At(int series, int index) => Values[((series * 977) + index) & (Length - 1)];

    private static double[] Make()
    {
        Random random = new(1);
        double[] values = new double[Length];
        double level = 40;
        for (int i = 0; i < Length; i++)
        {
            level = Math.Clamp(level + ((random.NextDouble() - 0.5) * 4), 2, Max);
            values[i] = Math.Round(level, 1);
        }

        return values;
    }
}
