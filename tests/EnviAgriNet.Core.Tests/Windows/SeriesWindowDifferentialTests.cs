using EnviAgriNet.Core.Quantities;
using EnviAgriNet.Core.Windows;

namespace EnviAgriNet.Core.Tests.Windows;

public sealed class SeriesWindowDifferentialTests
{
    private const int SparseSeeds = 60;
    private const int DenseSeeds = 6;
    private const int Questions = 20;

    private static readonly string[] Codes = ["pm25", "air_temperature", "rain", "wind_gust", "battery", "water_level"];

    public static TheoryData<string> Quantities => [.. Codes];

    [Theory]
    [MemberData(nameof(Quantities))]
    public void Queries_SparseStreamInOrderLateOrShuffled_AreThoseOfAllReadings(string code)
    {
        Quantity quantity = QuantityCatalog.Get(code);
        for (int seed = 0; seed < SparseSeeds; seed++)
        {
            Random random = new(seed);
            List<(DateTimeOffset At, double Value)> readings = ReadingStream.Sparse(random, quantity);
            int places = random.Next(3) switch { 0 => 0, 1 => 50, _ => readings.Count };
            Compare(quantity, ReadingStream.Shuffled(random, readings, places), random, $"{code}, seed {seed}");
        }
    }

    [Theory]
    [MemberData(nameof(Quantities))]
    public void Queries_SeveralReadingsAMinute_AreThoseOfAllReadings(string code)
    {
        Quantity quantity = QuantityCatalog.Get(code);
        for (int seed = 100; seed < 100 + DenseSeeds; seed++)
        {
            Random random = new(seed);
            List<(DateTimeOffset At, double Value)> readings = ReadingStream.Dense(random, quantity);

            // Readings of four minutes may come in any mixture.
            Compare(quantity, ReadingStream.Shuffled(random, readings, random.Next(6)), random, $"{code}, seed {seed}");
        }
    }

    private static void Compare(
        Quantity quantity, List<(DateTimeOffset At, double Value)> readings, Random random, string what)
    {
        SeriesWindow window = new(quantity);
        NaiveWindow naive = new(quantity);
        Assert.Equal((double)naive.Step, window.Step);
        Assert.Null(window.Mean(DateTimeOffset.UnixEpoch, TimeSpan.FromHours(1)));
        int askAt = random.Next(readings.Count);
        for (int i = 0; i < readings.Count; i++)
        {
            (DateTimeOffset at, double value) = readings[i];
            Assert.True(naive.Add(at, value) == window.Add(at, value), $"{what}: {value} at {at:O}");
            if (i == askAt || i == readings.Count - 1)
            {
                Ask(window, naive, random, $"{what}, after {i}");
            }
        }
    }

    private static void Ask(SeriesWindow window, NaiveWindow naive, Random random, string what)
    {
        Assert.Equal(naive.LatestAt, window.LatestAt);
        Assert.Equal(naive.Latest, window.Latest);
        if (naive.LatestAt is not { } latest)
        {
            return;
        }

        for (int i = 0; i < Questions; i++)
        {
            DateTimeOffset until = random.Next(3) == 0 ? latest : latest.AddSeconds(random.Next(-16 * 86_400, 86_400));
            TimeSpan span = random.Next(3) switch
            {
                0 => TimeSpan.FromHours(24),
                1 => TimeSpan.FromMinutes(random.Next(1, 1441)),
                _ => TimeSpan.FromSeconds(random.Next(1, 20 * 86_400)),
            };
            int hours = (int)Math.Ceiling(span.TotalHours);
            string question = $"{what}: {span} until {until:O}, newest {latest:O}";
            Same(naive.Mean(until, span), window.Mean(until, span), "mean of " + question);
            Same(naive.Sum(until, span), window.Sum(until, span), "sum of " + question);
            Same(naive.Min(until, span), window.Min(until, span), "minimum of " + question);
            Same(naive.Max(until, span), window.Max(until, span), "maximum of " + question);
            Same(naive.MeanOfHours(until, hours), window.MeanOfHours(until, hours), "mean of hours of " + question);
            SameHours(naive, window, until, hours, "hours of " + question);
        }
    }

    private static void SameHours(NaiveWindow naive, SeriesWindow window, DateTimeOffset until, int hours, string what)
    {
        bool isSum = window.Quantity.Averaging == AveragingRule.Sum;
        List<(DateTimeOffset, decimal, int)> expected = naive.HourValues(until, hours);
        IReadOnlyList<Slot> actual = window.Hours(until, hours);
        Assert.True(expected.Count == actual.Count, $"{what}: {expected.Count} hours and {actual.Count}");
        for (int i = 0; i < actual.Count; i++)
        {
            (DateTimeOffset at, decimal value, int count) = expected[i];
            Assert.Equal(at, actual[i].At);
            Assert.Equal((double)value, isSum ? actual[i].Sum : actual[i].Mean, 6);
            Assert.Equal(window.Quantity.Averaging == AveragingRule.Last ? Math.Min(count, actual[i].Count) : count, actual[i].Count);
        }
    }

    private static void Same(WindowValue? expected, WindowValue? actual, string what)
    {
        Assert.True(expected.HasValue == actual.HasValue, $"{what}: expected {expected}, got {actual}");
        if (expected is { } e && actual is { } a)
        {
            Assert.True(e.Filled == a.Filled && e.Slots == a.Slots, $"{what}: expected {e}, got {a}");
            Assert.True(Math.Abs(e.Value - a.Value) <= 1e-9 * Math.Max(1, Math.Abs(e.Value)), $"{what}: expected {e}, got {a}");
        }
    }
}
