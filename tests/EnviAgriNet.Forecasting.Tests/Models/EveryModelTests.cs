using EnviAgriNet.Forecasting.Decomposition;
using EnviAgriNet.Forecasting.Models;
using EnviAgriNet.Forecasting.Models.Simple;
using EnviAgriNet.Forecasting.Models.Smoothing;
using EnviAgriNet.Forecasting.Models.Theta;

namespace EnviAgriNet.Forecasting.Tests.Models;

public sealed class EveryModelTests
{
    private const int Horizon = 30;

    private static readonly IForecastModel[] All =
    [
        new NaiveModel(), new SeasonalNaiveModel(), new DriftModel(), new SimpleSmoothingModel(), new HoltModel(),
        new DampedTrendModel(), new EtsModel(), new ThetaModel(), new OptimisedThetaModel(false), new OptimisedThetaModel(true),
        new StlModel(new EtsModel()), new StlModel(new NaiveModel(), new StlOptions()),
        new StlModel(new DriftModel(), new StlOptions { SeasonWindow = 7, Robust = true }),
        new StlModel(new DampedTrendModel(), new StlOptions { SeasonWindow = 7 }, SeasonalShape.Multiplicative),
    ];

    [Fact]
    public void Fit_OfOddSeries_IsNullOrFinite()
    {
        foreach ((string name, double[] values, int season) in OddSeries.All())
        {
            foreach (IForecastModel model in All)
            {
                Check(model, values, season, name);
            }
        }
    }

    [Fact]
    public void Fit_OfRandomSeries_IsNullOrFinite()
    {
        for (int seed = 1; seed <= 200; seed++)
        {
            (double[] values, int season) = OddSeries.Random(seed);
            foreach (IForecastModel model in All)
            {
                Check(model, values, season, $"seed {seed}");
            }
        }
    }

    [Fact]
    public void Fit_Twice_SaysTheSame()
    {
        foreach (IForecastModel model in All)
        {
            Assert.Equal(
                model.Fit(ClassicSeries.AirPassengers, 12)!.Forecast(12), model.Fit(ClassicSeries.AirPassengers, 12)!.Forecast(12));
        }
    }

    [Fact]
    public void Apply_ToTheSameSeries_IsTheFit()
    {
        foreach (IForecastModel model in All)
        {
            ModelFit fit = model.Fit(ClassicSeries.AirPassengers, 12)!;
            ModelFit again = fit.Apply(ClassicSeries.AirPassengers);
            Assert.Equal(fit.Description, again.Description);
            Near(fit.Forecast(24), again.Forecast(24), model.Name);
            Near(fit.StandardErrors(24), again.StandardErrors(24), model.Name);
        }
    }

    [Fact]
    public void Apply_ToOneValueMore_LeavesTheOlderResiduals_AndTheNewOneIsAgainstTheForecast()
    {
        double[] first = ClassicSeries.AirPassengers[..^1];
        foreach (IForecastModel model in All)
        {
            ModelFit fit = model.Fit(first, 12)!;
            ModelFit longer = fit.Apply(ClassicSeries.AirPassengers);
            Assert.Equal(ClassicSeries.AirPassengers.Length, longer.Residuals.Count);
            Near([ClassicSeries.AirPassengers[^1] - fit.Forecast(1)[0]], [longer.Residuals[^1]], model.Name);
            Near([fit.Residuals[100]], [longer.Residuals[100]], model.Name);
        }
    }

    private static void Check(IForecastModel model, double[] values, int season, string name)
    {
        ModelFit? fit = model.Fit(values, season);
        if (fit is null)
        {
            return;
        }

        if (values.All(value => Math.Abs(value) <= 1e100))
        {
            Finite(fit, values.Length, $"{model.Name} on {name}");
            Finite(fit.Apply([.. values, values[^1], values[0]]), values.Length + 2, $"{model.Name} applied on {name}");
        }
    }

    private static void Finite(ModelFit fit, int length, string what)
    {
        Assert.True(Array.TrueForAll(fit.Forecast(Horizon), double.IsFinite), $"{what}: forecast");
        Assert.True(
            Array.TrueForAll(fit.StandardErrors(Horizon), error => double.IsFinite(error) && error >= 0), $"{what}: errors");
        Assert.True(fit.Residuals.Count == length, $"{what}: residuals");
        Assert.True(fit.Residuals.All(residual => !double.IsInfinity(residual)), $"{what}: residuals finite");
    }

    private static void Near(double[] expected, double[] actual, string name)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(
                Math.Abs(expected[i] - actual[i]) <= 1e-6 * (1 + Math.Abs(expected[i])), $"{name}: {expected[i]} and {actual[i]}");
        }
    }
}
