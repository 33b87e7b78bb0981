using EnviAgriNet.Forecasting.Models;
using EnviAgriNet.Forecasting.Models.Regression;

namespace EnviAgriNet.Forecasting.Tests.Models.Regression;

public sealed class RegressionBehaviourTests
{
    private const int Ahead = 8;

    [Fact]
    public void Fit_OfASeriesDrivenByAColumn_FindsItsWeight_AndForecastsFollowTheKnownFuture()
    {
        var random = new Random(4);
        double[] rain = [.. Enumerable.Range(0, 120 + Ahead).Select(_ => 100 * random.NextDouble())];
        double noise = 0;
        double[] price = [.. rain.Take(120).Select(r => 50 - (0.2 * r) + (noise = (0.6 * noise) + random.NextDouble() - 0.5))];
        ModelFit fit = new RegressionModel([new RegressionColumn("rain", rain)], Ahead).Fit(price, 1)!;

        double[] forecast = fit.Forecast(Ahead);

        Assert.StartsWith("Regression on rain with errors ARIMA(", fit.Description, StringComparison.Ordinal);
        for (int h = 0; h < Ahead; h++)
        {
            Assert.InRange(forecast[h] - (50 - (0.2 * rain[120 + h])), -1.2, 1.2);
        }
    }

    // R 4: forecast::auto.arima(Nile, xreg = as.numeric(time(Nile) > 1898)), the year of the dam at Aswan, and its forecast.
    [Fact]
    public void Fit_OfTheNileOnItsDam_IsWhatAutoArimaFinds()
    {
        double[] dam = Column(103, t => t > 27 ? 1 : 0);
        ModelFit fit = new RegressionModel([new RegressionColumn("dam", dam)], 3).Fit(ClassicSeries.Nile, 1)!;
        Assert.Equal("Regression on dam with errors ARIMA(0,0,1) with mean", fit.Description);
        double[] forecast = fit.Forecast(3);
        double[] error = fit.StandardErrors(3);
        Assert.Equal(834.708579, forecast[0], 0.05);
        Assert.Equal(849.529127, forecast[1], 0.05);
        Assert.Equal(126.62798, error[0], 0.5);
        Assert.Equal(128.28271, error[2], 0.5);
    }

    [Fact]
    public void Forecast_PastTheKnownFuture_LetsTheLastValueGoOn()
    {
        double[] rain = Column(60, t => t * t % 11);
        double[] values = [.. rain.Select((r, t) => (2 * r) + (0.1 * Math.Sin(t)))];
        ModelFit fit = new RegressionModel([new RegressionColumn("rain", rain)], 0).Fit(values, 1)!;
        Assert.All(fit.Forecast(5), f => Assert.InRange(f - (2 * rain[^1]), -0.3, 0.3));
    }

    [Fact]
    public void Apply_OnALongerSeries_IsTheSameModelSeenLater()
    {
        double[] rain = Column(100, t => t * t % 11);
        double[] values = [.. rain.Select((r, t) => (2 * r) + (0.1 * Math.Sin(t)))];
        ModelFit fit = new RegressionModel([new RegressionColumn("rain", rain)], 0).Fit(values.AsSpan(0, 80), 1)!;
        ModelFit later = fit.Apply(values.AsSpan(0, 90));
        Assert.Equal(90, later.Residuals.Count);
        Assert.InRange(later.Forecast(1)[0] - values[90], -0.5, 0.5);
    }

    [Fact]
    public void Fit_OfOddSeriesAndColumns_LeavesOnlyFiniteAnswers()
    {
        foreach ((string name, double[] values, int season) in OddSeries.All().Where(s => s.Values.Length <= 110))
        {
            var model = new RegressionModel(
                [
                    new("line", Column(values.Length + Ahead, t => t)),
                    new("step", Column(values.Length + Ahead, t => t > values.Length / 2 ? 1e12 : 0)),
                    new("itself", Column(values.Length + Ahead, t => values[Math.Min(t, values.Length - 1)])),
                ],
                Ahead);
            if (model.Fit(values, season) is { } fit)
            {
                Assert.All(fit.Forecast(Ahead), f => Assert.True(double.IsFinite(f), name));
                Assert.All(fit.StandardErrors(Ahead), e => Assert.True(double.IsFinite(e) && e >= 0, name));
            }
        }
    }

    private static double[] Column(int count, Func<int, double> at) => [.. Enumerable.Range(0, count).Select(at)];
}
