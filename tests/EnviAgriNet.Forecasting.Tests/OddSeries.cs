namespace EnviAgriNet.Forecasting.Tests;

/// <summary>Series as the field sends them on bad days, and at random from a seed.</summary>
internal static class OddSeries
{
    /// <summary>Every odd series by name, with a season to ask for.</summary>
    public static IEnumerable<(string Name, double[] Values, int Season)> All()
    {
        foreach (int season in new[] { 1, 12, 52 })
        {
            foreach (int length in new[] { 1, 2, 3, 4, 5, 9, 25, 110 })
            {
                yield return ($"equal {length}/{season}", Of(length, _ => 7.5), season);
                yield return ($"zero {length}/{season}", Of(length, _ => 0), season);
                yield return ($"spike {length}/{season}", Of(length, t => t == length / 2 ? 1e9 : 10), season);
                yield return ($"last spike {length}/{season}", Of(length, t => t == length - 1 ? 1e12 : 1), season);
                yield return ($"line {length}/{season}", Of(length, t => 5 + (3 * t)), season);
                yield return ($"fall {length}/{season}", Of(length, t => 100.0 - t), season);
                yield return ($"growth {length}/{season}", Of(length, t => Math.Pow(1.2, t)), season);
                yield return ($"huge {length}/{season}", Of(length, t => 1e12 * (1 + (0.1 * Math.Sin(t)))), season);
                yield return ($"tiny {length}/{season}", Of(length, t => 1e-12 * (2 + Math.Sin(t))), season);
                yield return ($"beyond reach {length}/{season}", Of(length, t => t % 2 == 0 ? 1e200 : -1e200), season);
                yield return ($"season only {length}/{season}", Of(length, t => 10 + (t % season)), season);
                yield return ($"negative {length}/{season}", Of(length, t => -50 + (20 * Math.Cos(t * 0.7))), season);
                yield return ($"two worlds {length}/{season}", Of(length, t => t < length / 2 ? 1e-9 : 1e9), season);
            }
        }

        yield return ("season of a year of days", Of(800, t => 20 + (5 * Math.Sin(t * 2 * Math.PI / 260)) + (t % 7)), 260);
        yield return ("10,000 points", Walk(new Random(10), 10_000), 12);
        yield return ("10,000 points of weeks", Walk(new Random(11), 10_000), 52);
    }

    /// <summary>A series at random: a walk, noise or growth, some with zeros, jumps or repeated values.</summary>
    public static (double[] Values, int Season) Random(int seed)
    {
        var random = new Random(seed);
        int length = random.Next(1, 160);
        double scale = Math.Pow(10, random.Next(-6, 12));
        double[] values = Walk(random, length);
        for (int t = 0; t < length; t++)
        {
            values[t] = random.Next(6) == 0 && seed % 3 == 0 ? 0 : values[t] * scale;
            values[t] = seed % 5 == 0 ? Math.Round(values[t]) : values[t];
            values[t] = seed % 7 == 0 && random.Next(40) == 0 ? -values[t] * 100 : values[t];
        }

        return (values, new[] { 1, 4, 7, 12, 24, 52 }[random.Next(6)]);
    }

    private static double[] Walk(Random random, int length)
    {
        double[] values = new double[length];
        double level = 100;
        for (int t = 0; t < length; t++)
        {
            level += random.NextDouble() - 0.5;
            values[t] = level;
        }

        return values;
    }

    private static double[] Of(int length, Func<int, double> value) => [.. Enumerable.Range(0, length).Select(value)];
}
