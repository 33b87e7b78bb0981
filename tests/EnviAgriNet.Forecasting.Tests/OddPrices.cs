namespace EnviAgriNet.Forecasting.Tests;

/// <summary>Series that break forecasters.</summary>
public static class OddPrices
{
    private const int Seed = 20260301;

    /// <summary>Each with its name.</summary>
    public static IEnumerable<(string Name, double?[] Cells)> All()
    {
        Random random = new(Seed);
        double at = 100;
        double Walk() => at = Math.Max(1, at + random.NextDouble() - 0.5);
        foreach (int length in (int[])[1, 2, 3, 4, 5, 7, 12, 13, 25, 60])
        {
            yield return ($"walk of {length}", Make(length, _ => Walk()));
        }

        yield return ("all equal", Make(120, _ => 7));
        yield return ("all zero", Make(120, _ => 0));
        yield return ("all missing", new double?[120]);
        yield return ("one value among gaps", Make(120, i => i == 50 ? 3 : null));
        yield return ("every third missing", Make(240, i => i % 3 == 0 ? null : 10 + (i % 12)));
        yield return ("one spike", Make(120, i => i == 60 ? 1e9 : 5));
        yield return ("a spike at the end", Make(120, i => i == 119 ? 1e9 : 5));
        yield return ("equal but the last", Make(120, i => i == 119 ? 6 : 5));
        yield return ("a constant season", Make(120, i => 10 + (i % 12)));
        yield return ("a shift", Make(120, i => i < 60 ? 5 : 5_000));
        yield return ("below zero", Make(120, i => -50 + i));
        yield return ("huge", Make(120, i => 1e14 + (1e13 * Math.Sin(i))));
        yield return ("tiny", Make(120, i => 1e-9 * (2 + Math.Sin(i))));
        yield return ("growing by powers", Make(60, i => Math.Pow(1.6, i)));
        yield return ("falling by powers", Make(60, i => Math.Pow(0.6, i)));
        yield return ("zeros and ones", Make(120, i => i % 2));
        yield return ("ten thousand", Make(10_000, _ => Walk()));
    }

    private static double?[] Make(int length, Func<int, double?> value) => [.. Enumerable.Range(0, length).Select(value)];
}
