using EnviAgriNet.Core.Markets;
using EnviAgriNet.Forecasting.Backtests;

namespace EnviAgriNet.Forecasting.Tests.Backtests;

public sealed class BacktestTests
{
    [Fact]
    public void Run_ValuesAfterTheLastOriginChanged_ChangesErrorsAlone_NoForecast()
    {
        // A future that is known would make its own errors small: a jump after the last origin must show in full.
        double?[] cells = [.. PriceForecasterTests.Walk(3, 120).Select(v => (double?)v)];
        double?[] jump = [.. cells.Select((v, i) => i >= 107 ? v * 10 : v)];
        BacktestReport calm = Run(cells, 1);
        BacktestReport wild = Run(jump, 1);
        Assert.True(calm.Errors.Rows[0].Smape < 30, $"{calm.Errors.Rows[0]}");
        Assert.True(wild.Errors.Rows[0].Smape > 150, $"{wild.Errors.Rows[0]}");
        Assert.Equal(wild.To, calm.To);
    }

    [Fact]
    public void Run_ManyOrigins_CountsThemAll_BesideNaive_AndTellsProgress()
    {
        List<int> told = [];
        BacktestReport report = Backtest.Run(
            new BacktestRequest(PriceForecasterTests.Request(PriceForecasterTests.Walk(4, 150).Select(v => (double?)v), Frequency.Weekly), 5),
            new Told(told.Add));
        Assert.Equal([1, 2, 3, 4, 5], told);
        Assert.Equal(5, report.Errors.Origins);
        Assert.Equal(["published", "naive", "snaive"], report.Errors.Rows.Select(r => r.Name));
        Assert.Equal(13, report.ByStep.Count);
        Assert.All(report.Errors.Rows.Take(2), row => Assert.True(row is { Smape: > 0, Mase: > 0 }, $"{row}"));
    }

    [Theory]
    [InlineData(24, "points")]
    [InlineData(0, "points")]
    public void Run_TooShort_IsRefused(int count, string field) =>
        Assert.Equal(field, Run([.. PriceForecasterTests.Walk(4, count).Select(v => (double?)v)], 5).Refusal!.Field);

    [Theory]
    [InlineData(0)]
    [InlineData(BacktestRequest.OriginsMax + 1)]
    public void Run_OriginsBeyondTheirLimit_AreRefused(int origins) => Assert.Equal("origins", Run([1, 2, 3], origins).Refusal!.Field);

    private static BacktestReport Run(double?[] cells, int origins) =>
        Backtest.Run(new BacktestRequest(PriceForecasterTests.Request(cells, Frequency.Weekly), origins));

    private sealed class Told(Action<int> tell) : IProgress<int>
    {
        public void Report(int value) => tell(value);
    }
}
