using EnviAgriNet.Forecasting.Models;
using EnviAgriNet.Forecasting.Models.Regression;

namespace EnviAgriNet.Forecasting.Tests.Models.Regression;

public sealed class RegressionModelTests
{
    private static readonly double[] Wave = [.. Enumerable.Range(1, 66).Select(t => Math.Sin(t / 3.0))];

    private static readonly double[] Values =
    [
        18.91, 21.737, 22.409, 22.83, 23.879, 24.085, 23.577, 23.136, 22.264, 20.607, 17.214, 17.58,
        17.067, 16.76, 15.507, 16.112, 17.814, 20.25, 20.7, 21.84, 22.348, 21.452, 21.842, 21.91,
        21.968, 22.746, 22.41, 20.813, 19.352, 19.107, 18.634, 17.072, 16.239, 17.078, 18.364,
        18.706, 20.378, 21.341, 21.273, 22.43, 21.754, 23.853, 25.451, 23.727, 21.59, 21.451,
        20.201, 21.584, 19.673, 19.092, 18.072, 16.835, 17.31, 15.994, 18.933, 19.856, 22.863,
        23.319, 22.632, 23.616,
    ];

    [Fact]
    public void Fit_OnAWave_ForecastsAsRsAutoArimaWithXreg()
    {
        ModelFit fit = new RegressionModel([new RegressionColumn("wave", Wave)], 6).Fit(Values, 1)!;
        Assert.Equal("Regression on wave with errors ARIMA(1,0,0) with mean", fit.Description);
        double[] expected = [23.70514021, 23.53166854, 23.05743222, 22.30676635, 21.34873957, 20.28221118];
        Assert.All(expected.Zip(fit.Forecast(6)), pair => Assert.Equal(pair.First, pair.Second, 2e-3));
    }

    [Fact]
    public void LeftOut_OfColumnsThatCannotHelp_NamesEachWithItsReason()
    {
        double[] gap = [.. Wave];
        gap[7] = double.NaN;
        var model = new RegressionModel(
            [
                new("wave", Wave),
                new("twice the wave", [.. Wave.Select(x => 3 - (2 * x))]),
                new("flat", [.. Enumerable.Repeat(4.0, 66)]),
                new("until today", [.. Enumerable.Range(0, 60).Select(t => (double)(t % 7))]),
                new("with a gap", gap),
            ],
            6);
        Assert.Equal(
            [
                new("twice the wave", LeftOutReason.Collinear),
                new("flat", LeftOutReason.Constant),
                new("until today", LeftOutReason.UnknownAhead),
                new LeftOutColumn("with a gap", LeftOutReason.Gaps),
            ],
            model.LeftOut(Values));
        Assert.Equal(1 + 1 + 1, model.Fit(Values, 1)!.Parameters);
    }

    [Fact]
    public void Fit_WithNoColumnLeft_IsNone() =>
        Assert.Null(new RegressionModel([new RegressionColumn("until today", Wave[..60])], 6).Fit(Values, 1));

    [Fact]
    public void Forecast_BeyondWhatIsKnown_IsFinite()
    {
        ModelFit fit = new RegressionModel([new RegressionColumn("wave", Wave)], 6).Fit(Values, 1)!;
        Assert.True(fit.Apply([.. Values, 21, 22]).Forecast(40).All(double.IsFinite));
    }

    [Fact]
    public void Fit_OfSeriesThatAreTheirColumns_IsFinite()
    {
        foreach (int count in new[] { 1, 3, 6, 12, 60 })
        {
            ModelFit? fit = new RegressionModel([new RegressionColumn("itself", Wave)], 6).Fit(Wave.AsSpan(0, count), 12);
            Assert.True(fit is null || fit.Forecast(6).Concat(fit.StandardErrors(6)).All(double.IsFinite), $"{count} values");
        }
    }
}
