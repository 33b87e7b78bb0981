using EnviAgriNet.Forecasting.Models;
using EnviAgriNet.Forecasting.Models.Arima;

namespace EnviAgriNet.Forecasting.Tests.Models.Arima;

/// <summary>Against R 4 and its package forecast 8.20: auto.arima with its defaults.</summary>
public sealed class ArimaModelTests
{
    private static readonly double[] LogPassengers = [.. ClassicSeries.Passengers.Select(x => Math.Log(x))];

    [Fact]
    public void Fit_OfTheNile_IsWhatAutoArimaFinds() =>
        AssertAsR(
            ClassicSeries.Nile,
            1,
            "ARIMA(1,1,1)",
            [0.2543713701, -0.8741363712],
            1267.507395,
            20176.91487,
            [816.1812759, 835.5596115, 840.4889052, 841.7427764],
            [142.0454676, 151.9673191, 155.2214822, 157.3708961]);

    [Fact]
    public void Fit_OfHormones_IsWhatAutoArimaFinds() =>
        AssertAsR(
            ClassicSeries.Hormone,
            1,
            "ARIMA(1,0,0) with mean",
            [0.5739296014, 2.413287958],
            65.30377932,
            0.2060760156,
            [2.692626406, 2.573608562, 2.505300698, 2.466096793],
            [0.4539559622, 0.5234085052, 0.5443491124, 0.5510726499]);

    [Fact]
    public void Fit_OfUsers_IsWhatAutoArimaFinds() =>
        AssertAsR(
            ClassicSeries.Users,
            1,
            "ARIMA(1,1,1)",
            [0.6503759762, 0.525595889],
            514.5521032,
            9.995325201,
            [218.8804967, 218.1523987, 217.6788612, 217.3708838],
            [3.161538423, 7.571111298, 11.99016646, 16.18401411]);

    [Fact]
    public void Fit_OfLogPassengers_IsTheAirlineModel() =>
        AssertAsR(
            LogPassengers,
            12,
            "ARIMA(0,1,1)(0,1,1)[12]",
            [-0.4018280168, -0.5569448384],
            -483.2100848,
            0.001371260004,
            [6.110185743, 6.053775271, 6.171714856, 6.199300448],
            [0.03703055703, 0.04314988508, 0.04850322681, 0.05332179142]);

    [Fact]
    public void Residuals_AreValuesMinusOneStepForecasts()
    {
        double[] values = LogPassengers;
        ModelFit fit = new ArimaModel().Fit(values, 12)!;
        for (int count = 60; count < values.Length; count += 17)
        {
            ModelFit then = fit.Apply(values.AsSpan(0, count));
            Assert.Equal(values[count] - then.Forecast(1)[0], fit.Residuals[count], 9);
        }
    }

    [Fact]
    public void Apply_ToTheFittedValues_IsTheFit()
    {
        ModelFit fit = new ArimaModel().Fit(ClassicSeries.Nile, 1)!;
        ModelFit again = fit.Apply(ClassicSeries.Nile);
        Assert.Equal(fit.Forecast(9), again.Forecast(9));
        Assert.Equal(fit.StandardErrors(9), again.StandardErrors(9));
    }

    [Fact]
    public void Fit_OfALongSeason_LooksAtNoSeason()
    {
        double[] values = [.. Enumerable.Range(0, 300).Select(t => 10 + Math.Sin(t * Math.PI / 26) + (0.1 * Math.Cos(t * t)))];
        Assert.DoesNotContain("[", new ArimaModel().Fit(values, 52)!.Description, StringComparison.Ordinal);
    }

    private static void AssertAsR(
        double[] values, int season, string description, double[] point, double aicc, double variance, double[] forecast, double[] errors)
    {
        var fit = (ArimaFit)new ArimaModel().Fit(values, season)!;
        Assert.Equal(description, fit.Description);
        // R's search stops a little earlier and its start is diffuse, hence not to the last digit.
        AssertNear(point, fit.Estimate.Point, 5e-3);
        Assert.Equal(aicc, fit.Estimate.Aicc, 0.02);
        Assert.Equal(variance, fit.Variance, 2e-3 * variance);
        AssertNear(forecast, fit.Forecast(forecast.Length), 1e-4 * forecast[0]);
        AssertNear(errors, fit.StandardErrors(errors.Length), 2e-3 * errors[^1]);
    }

    private static void AssertNear(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance));
    }
}
