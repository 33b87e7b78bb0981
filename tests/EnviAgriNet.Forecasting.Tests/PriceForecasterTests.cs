using EnviAgriNet.Core.Markets;
using EnviAgriNet.Forecasting.Series;

namespace EnviAgriNet.Forecasting.Tests;

public sealed class PriceForecasterTests
{
    private const int Horizon = 13;

    public static TheoryData<string, Frequency> Odd()
    {
        TheoryData<string, Frequency> odd = [];
        foreach ((string name, _) in OddPrices.All())
        {
            foreach (Frequency frequency in Enum.GetValues<Frequency>())
            {
                odd.Add(name, frequency);
            }
        }

        return odd;
    }

    [Theory]
    [MemberData(nameof(Odd))]
    public void Run_OnOddPrices_AnswersOrRefuses_WithFiniteBandsThatDoNotCross(string name, Frequency frequency)
    {
        double?[] cells = OddPrices.All().Single(s => s.Name == name).Cells;
        ForecastOutcome outcome = PriceForecaster.Run(Request(cells, frequency) with { ZeroMeansMissing = name.StartsWith("zeros", StringComparison.Ordinal) });
        if (outcome.Forecast is not { } forecast)
        {
            Assert.Equal("points", outcome.Refusal!.Field);
            Assert.True(cells.Count(c => c is not null) < PriceForecaster.CellsMin, outcome.Refusal.Reason);
            return;
        }

        Assert.Equal(Horizon, forecast.Steps.Count);
        foreach (ForecastStep step in forecast.Steps)
        {
            Assert.All([step.Low95, step.Low80, step.Median, step.High80, step.High95], v => Assert.True(double.IsFinite(v), $"{name}: {step}"));
            Assert.True(
                step.Low95 <= step.Low80 && step.Low80 <= step.Median && step.Median <= step.High80 && step.High80 <= step.High95, $"{name}: {step}");
        }
    }

    [Fact]
    public void Run_OnAPriceThatNeverMoved_SaysSo()
    {
        PriceForecast forecast = PriceForecaster.Run(Request(new double?[60].Select(_ => (double?)7), Frequency.Monthly)).Forecast!;
        Assert.Equal((ForecastReason.Constant, BandSource.NoMovement), (forecast.Card.Reason, forecast.Card.Bands));
        Assert.All(forecast.Steps, s => Assert.Equal(7, s.Median));
    }

    [Fact]
    public void Run_OnASeasonWithNoise_BeatsNaive_AndFollowsTheSeason()
    {
        Random random = new(5);
        double?[] cells = [.. Enumerable.Range(0, 180).Select(i => (double?)(100 + (20 * Math.Sin(i * Math.PI / 6)) + random.NextDouble()))];
        PriceForecast forecast = PriceForecaster.Run(Request(cells, Frequency.Monthly)).Forecast!;
        Assert.Equal(ForecastReason.BeatsNaive, forecast.Card.Reason);
        Assert.Equal(1, forecast.Card.Weights.Sum(w => w.Weight), 9);
        for (int step = 0; step < Horizon; step++)
        {
            Assert.InRange(forecast.Steps[step].Median, 98 + (20 * Math.Sin((180 + step) * Math.PI / 6)), 103 + (20 * Math.Sin((180 + step) * Math.PI / 6)));
        }
    }

    [Fact]
    public void Run_OnWalksAtRandom_ShowsNaiveForMost_WithBandsThatHold()
    {
        const int Walks = 40;
        int naive = 0, within80 = 0, within95 = 0;
        for (int seed = 0; seed < Walks; seed++)
        {
            double[] walk = Walk(seed, 300 + Horizon);
            PriceForecast forecast = PriceForecaster.Run(Request(walk[..300].Select(v => (double?)v), Frequency.Weekly)).Forecast!;
            naive += forecast.Card.IsNaive ? 1 : 0;
            within80 += forecast.Steps.Zip(walk[300..]).Count(p => p.Second >= p.First.Low80 && p.Second <= p.First.High80);
            within95 += forecast.Steps.Zip(walk[300..]).Count(p => p.Second >= p.First.Low95 && p.Second <= p.First.High95);
        }

        Assert.True(naive >= Walks * 0.7, $"naive for {naive} of {Walks} walks (seeds 0 to {Walks - 1})");
        Assert.InRange(within80 / (double)(Walks * Horizon), 0.70, 0.90);
        Assert.InRange(within95 / (double)(Walks * Horizon), 0.88, 0.99);
    }

    [Fact]
    public void Run_WithADriverThatIsKnownAhead_FollowsIt_AndNamesOneThatIsNot()
    {
        Random random = new(9);
        double[] rain = [.. Enumerable.Range(0, 120 + Horizon).Select(_ => random.NextDouble() * 100)];
        ForecastRequest request = Request(Enumerable.Range(0, 120).Select(i => (double?)(500 + (3 * rain[i]) + random.NextDouble())), Frequency.Monthly);
        DateOnly DateOf(int i) => Frequency.Monthly.DateOf(Frequency.Monthly.CellOf(request.Points[0].Date) + i);
        PriceForecast forecast = PriceForecaster.Run(request with
        {
            Regressors =
            [
                new Regressor("rain", [.. rain.Select((v, i) => new SeriesPoint(DateOf(i), v))]),
                new Regressor("rate", [.. Enumerable.Range(0, 60).Select(i => new SeriesPoint(DateOf(i), random.NextDouble()))]),
            ],
        }).Forecast!;
        Assert.Contains(forecast.Card.Weights, w => w.Name == "regression");
        Assert.Equal("regression", forecast.Card.Weights[0].Name);
        Assert.Contains("rate", Assert.Single(forecast.Card.LeftOut), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Twice_IsTheSame()
    {
        ForecastRequest request = Request(Walk(1, 200).Select(v => (double?)v), Frequency.Weekly);
        Assert.Equal(PriceForecaster.Run(request).Forecast!.Steps, PriceForecaster.Run(request).Forecast!.Steps);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(ForecastLimits.HorizonMax + 1)]
    public void Run_HorizonBeyondItsLimit_IsRefused(int horizon) =>
        Assert.Equal("horizon", PriceForecaster.Run(Request([1, 2, 3, 4, 5], Frequency.Daily) with { Horizon = horizon }).Refusal!.Field);

    [Fact]
    public void Run_ValueBeyondItsLimit_IsRefused_WithItsDate() =>
        Assert.Contains("2020-01-13", PriceForecaster.Run(Request([1, 1e16, 3, 4, 5], Frequency.Weekly)).Refusal!.Reason, StringComparison.Ordinal);

    internal static ForecastRequest Request(IEnumerable<double?> cells, Frequency frequency)
    {
        int first = frequency.CellOf(new DateOnly(2020, 1, 6));
        return new ForecastRequest([.. cells.Select((value, i) => new SeriesPoint(frequency.DateOf(first + i), value))], frequency, Horizon);
    }

    internal static double[] Walk(int seed, int length)
    {
        Random random = new(seed);
        double at = 1_000;
        return [.. Enumerable.Range(0, length).Select(_ => at *= Math.Exp(0.03 * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5)))];
    }
}
