using EnviAgriNet.Core.Quantities;
using EnviAgriNet.Core.Windows;
using FsCheck;
using FsCheck.Fluent;

namespace EnviAgriNet.Core.Tests.Windows;

public sealed class SeriesWindowPropertyTests
{
    private static readonly MotionLimits Limits = new(3, TimeSpan.FromMinutes(20), 5, 25, 0.5, 0.15);

    public static TheoryData<string> Quantities => ["pm25", "air_temperature", "rain", "wind_gust", "battery"];

    [Theory]
    [MemberData(nameof(Quantities))]
    public void Add_AnyOrderOfASparseStream_GivesTheSameAnswersToTheLastBit(string code)
    {
        Quantity quantity = QuantityCatalog.Get(code);
        Prop.ForAll<int>(seed =>
        {
            Random random = new(seed);
            List<(DateTimeOffset At, double Value)> readings = ReadingStream.Sparse(random, quantity);
            IReadOnlyList<object?> inOrder = Answers(Fill(quantity, readings), seed);
            IReadOnlyList<object?> shuffled = Answers(Fill(quantity, ReadingStream.Shuffled(random, readings, readings.Count)), seed);
            IReadOnlyList<object?> newestFirst = Answers(Fill(quantity, readings.AsEnumerable().Reverse()), seed);
            Assert.True(inOrder.SequenceEqual(shuffled), $"seed {seed}, shuffled");
            Assert.True(inOrder.SequenceEqual(newestFirst), $"seed {seed}, newest first");
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("rain")]
    [InlineData("wind_gust")]
    public void Add_AnyOrderOfSeveralReadingsAMinuteInADay_GivesTheSameSumsAndMaxima(string code)
    {
        Quantity quantity = QuantityCatalog.Get(code);
        Prop.ForAll<int>(seed =>
        {
            Random random = new(seed);
            List<(DateTimeOffset At, double Value)> readings = ReadingStream.Dense(random, quantity);
            DateTimeOffset dayAgo = readings[^1].At.AddHours(-23);
            readings.RemoveAll(r => r.At < dayAgo);
            IReadOnlyList<object?> inOrder = Answers(Fill(quantity, readings), seed);
            IReadOnlyList<object?> shuffled = Answers(Fill(quantity, ReadingStream.Shuffled(random, readings, readings.Count)), seed);
            Assert.True(inOrder.SequenceEqual(shuffled), $"seed {seed}");
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [MemberData(nameof(Quantities))]
    public void Queries_OfAnyStream_ChangeNothingAndAgreeWithEachOther(string code)
    {
        Quantity quantity = QuantityCatalog.Get(code);
        Prop.ForAll<int>(seed =>
        {
            Random random = new(seed);
            SeriesWindow window = Fill(quantity, ReadingStream.Dense(random, quantity));
            Assert.True(Answers(window, seed).SequenceEqual(Answers(window, seed)), $"seed {seed}: the second answers differ");
            for (int i = 0; i < 20; i++)
            {
                DateTimeOffset until = window.LatestAt!.Value.AddMinutes(-random.Next(3000));
                TimeSpan span = TimeSpan.FromMinutes(random.Next(1, 4000));
                if (window.Mean(until, span) is { } mean)
                {
                    WindowValue min = window.Min(until, span)!.Value;
                    WindowValue max = window.Max(until, span)!.Value;
                    double rounding = 1e-9 * Math.Max(1, Math.Abs(mean.Value));
                    Assert.True(min.Value <= mean.Value + rounding, $"seed {seed}: {min}, {mean}");
                    Assert.True(mean.Value <= max.Value + rounding, $"seed {seed}: {mean}, {max}");
                    Assert.Equal(mean.Value * mean.Filled, window.Sum(until, span)!.Value.Value, rounding * mean.Filled);
                    Assert.InRange(mean.Completeness, 0, 1);
                }
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Sum_OneMoreReadingOfRain_NeverFalls() => Prop.ForAll<int>(seed =>
    {
        Random random = new(seed);
        Quantity rain = QuantityCatalog.Get("rain");
        List<(DateTimeOffset At, double Value)> readings = ReadingStream.Sparse(random, rain);
        DateTimeOffset until = readings[^1].At;
        SeriesWindow window = new(rain);
        window.Add(until, 0);
        TimeSpan[] spans = [TimeSpan.FromHours(1), TimeSpan.FromHours(24), TimeSpan.FromDays(3), TimeSpan.FromDays(15)];
        double[] before = new double[spans.Length];
        foreach ((DateTimeOffset at, double value) in ReadingStream.Shuffled(random, readings, readings.Count).Take(150))
        {
            window.Add(at, value);
            for (int i = 0; i < spans.Length; i++)
            {
                double sum = window.Sum(until, spans[i])!.Value.Value;
                Assert.True(sum >= before[i] - 1e-9, $"seed {seed}: {sum} after {before[i]} in {spans[i]}");
                before[i] = sum;
            }
        }
    }).QuickCheckThrowOnFailure();

    private static SeriesWindow Fill(Quantity quantity, IEnumerable<(DateTimeOffset At, double Value)> readings)
    {
        SeriesWindow window = new(quantity);
        foreach ((DateTimeOffset at, double value) in readings)
        {
            window.Add(at, value);
        }

        return window;
    }

    private static List<object?> Answers(SeriesWindow window, int seed)
    {
        Random random = new(seed);
        List<object?> answers = [window.LatestAt, window.Latest, window.IsPlausible(Limits)];
        for (int i = 0; i < 20; i++)
        {
            DateTimeOffset until = i == 0 ? window.LatestAt!.Value : window.LatestAt!.Value.AddMinutes(-random.Next(16 * 1440));
            TimeSpan span = i < 10 ? TimeSpan.FromMinutes(random.Next(1, 1441)) : TimeSpan.FromHours(random.Next(1, 400));
            answers.Add(window.Mean(until, span));
            answers.Add(window.Sum(until, span));
            answers.Add(window.Min(until, span));
            answers.Add(window.Max(until, span));
            answers.Add(window.MeanOfHours(until, 24));
            answers.Add(window.RisePerHour(until));
            answers.AddRange(window.Hours(until, 30).Cast<object?>());
        }

        return answers;
    }
}
