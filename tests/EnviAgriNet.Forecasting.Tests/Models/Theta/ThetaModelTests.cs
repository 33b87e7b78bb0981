using EnviAgriNet.Forecasting.Models;
using EnviAgriNet.Forecasting.Models.Theta;

namespace EnviAgriNet.Forecasting.Tests.Models.Theta;

/// <summary>The figures are those of R's package forecast 8.20 on the same series.</summary>
public sealed class ThetaModelTests
{
    [Fact]
    public void Fit_OfTheNile_IsThatOfR()
    {
        ModelFit fit = new ThetaModel().Fit(ClassicSeries.Nile, 1)!;
        Near([799.8119962, 798.4548435, 797.0976908], fit.Forecast(3), 1e-4);
        Near([144.2317593, 148.5203976, 152.6886264], fit.StandardErrors(3), 1e-3);
    }

    [Fact]
    public void Fit_OfPassengers_TakesTheSeasonOutAndPutsItBackAsR()
    {
        ModelFit fit = new ThetaModel().Fit(ClassicSeries.AirPassengers, 12)!;
        Near([440.0781911, 428.3842806, 489.7070987, 475.7046277, 479.6703887, 545.3662722], fit.Forecast(6), 1e-4);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Optimised_OnALine_GoesOnAlongIt(bool dynamic)
    {
        double[] values = [.. Enumerable.Range(0, 60).Select(t => 20 + (2.0 * t) + (t % 2 == 0 ? 0.1 : -0.1))];
        Near([140, 142, 144, 146], new OptimisedThetaModel(dynamic).Fit(values, 1)!.Forecast(4), 0.01);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Optimised_OfTheNile_FitsNoWorseThanTheta(bool dynamic) =>
        Assert.InRange(
            Squares(new OptimisedThetaModel(dynamic).Fit(ClassicSeries.Nile, 1)!) /
            Squares(new ThetaModel().Fit(ClassicSeries.Nile, 1)!),
            0.8, 1.02);

    private static double Squares(ModelFit fit) => fit.Residuals.Skip(2).Sum(residual => residual * residual);

    private static void Near(double[] expected, double[] actual, double part) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, part * pair.First));
}
