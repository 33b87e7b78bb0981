using EnviAgriNet.Core.Quantities;

namespace EnviAgriNet.Core.Tests.Windows;

/// <summary>Seeded streams of readings as stations really send them: with gaps, late, out of order.</summary>
internal static class ReadingStream
{
    private static readonly DateTimeOffset Begin = new(2026, 2, 27, 23, 0, 0, TimeSpan.Zero);

    /// <summary>At most one reading a minute, ascending.</summary>
    public static List<(DateTimeOffset At, double Value)> Sparse(Random random, Quantity quantity)
    {
        int cadence = random.Next(4) switch { 0 => 1, 1 => 10, 2 => 15, _ => 60 };
        int days = random.Next(1, 20);
        double share = random.Next(3) switch { 0 => 1, 1 => 0.9, _ => 0.3 };
        bool isOnTheMinute = random.Next(2) == 0;
        double level = random.NextDouble();
        List<(DateTimeOffset, double)> readings = [];
        for (int minute = random.Next(120); minute < days * 1440; minute += cadence)
        {
            if (random.Next(3000) == 0)
            {
                minute += random.Next(3 * 1440) / cadence * cadence;
            }

            if (random.NextDouble() < share)
            {
                DateTimeOffset at = Begin.AddMinutes(minute).AddMilliseconds(isOnTheMinute ? 0 : random.Next(60_000));
                readings.Add((at, Next(random, quantity, ref level)));
            }
        }

        return readings;
    }

    /// <summary>Several readings a minute, ascending, no two at the same time.</summary>
    public static List<(DateTimeOffset At, double Value)> Dense(Random random, Quantity quantity)
    {
        int seconds = random.Next(3) switch { 0 => 5, 1 => 10, _ => 30 };
        double level = random.NextDouble();
        return [.. Enumerable.Range(0, random.Next(500, 20_000)).Where(_ => random.Next(10) > 0)
            .Select(i => (Begin.AddSeconds((long)i * seconds), Next(random, quantity, ref level)))];
    }

    /// <summary>The same in another order, each moved by up to so many places.</summary>
    public static List<(DateTimeOffset At, double Value)> Shuffled(
        Random random, List<(DateTimeOffset At, double Value)> readings, int placesMax) =>
        [.. readings.Select((r, i) => (r, Key: i + (random.NextDouble() * placesMax))).OrderBy(r => r.Key).Select(r => r.r)];

    // A walk between the ends of the range, with a few readings at the ends and just outside.
    private static double Next(Random random, Quantity quantity, ref double level)
    {
        level = Math.Clamp(level + ((random.NextDouble() - 0.5) * 0.02), 0, 1);
        double value = random.Next(200) switch
        {
            0 => quantity.Min,
            1 => quantity.Max,
            2 => quantity.Max + 1,
            _ => quantity.Min + (level * (quantity.Max - quantity.Min)),
        };
        return random.Next(2) == 0 ? value : Math.Round(value, 1);
    }
}
