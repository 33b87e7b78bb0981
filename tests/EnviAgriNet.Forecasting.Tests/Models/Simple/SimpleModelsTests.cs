using EnviAgriNet.Forecasting.Models;
using EnviAgriNet.Forecasting.Models.Simple;

namespace EnviAgriNet.Forecasting.Tests.Models.Simple;

/// <summary>The figures are those of R's package forecast 8.20 on the same series.</summary>
public sealed class SimpleModelsTests
{
    [Fact]
    public void Drift_OfTheNile_IsThatOfR()
    {
        ModelFit fit = new DriftModel().Fit(ClassicSeries.Nile, 1)!;
        Near([736.1616162, 732.3232323, 728.4848485], fit.Forecast(3));
        Near([168.9789329, 240.1641878, 295.5924087], fit.StandardErrors(3));
    }

    [Fact]
    public void SeasonalNaive_OfPassengers_IsThatOfR()
    {
        ModelFit fit = new SeasonalNaiveModel().Fit(ClassicSeries.AirPassengers, 12)!;
        Near([417, 391, 417, 391], [.. fit.Forecast(14)[..2], .. fit.Forecast(14)[12..]]);
        Near([36.31574498, 51.35821908], [fit.StandardErrors(14)[0], fit.StandardErrors(14)[12]]);
    }

    [Fact]
    public void SeasonalNaive_WithoutASeasonOrAValueBeyondIt_DoesNotApply()
    {
        Assert.Null(new SeasonalNaiveModel().Fit(ClassicSeries.Nile, 1));
        Assert.Null(new SeasonalNaiveModel().Fit(new double[12], 12));
    }

    private static void Near(double[] expected, double[] actual) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
}
