using EnviAgriNet.Forecasting.Models;

namespace EnviAgriNet.Forecasting.Tests;

public sealed class NaiveModelTests
{
    [Fact]
    public void Forecast_OfAnySeries_IsItsLastValue_WithErrorsThatGrowBySquareRoot()
    {
        ModelFit fit = new NaiveModel().Fit([1, 3, 2], 1)!;
        Assert.Equal([2, 2], fit.Forecast(2));
        Assert.Equal([Math.Sqrt(2.5), Math.Sqrt(5)], fit.StandardErrors(2));
        Assert.Equal([double.NaN, 2, -1], fit.Residuals);
    }
}
