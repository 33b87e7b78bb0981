using EnviAgriNet.Forecasting.Metrics;

namespace EnviAgriNet.Forecasting.Tests.Metrics;

/// <summary>The first three are published or worked vectors: utilsforecast's test of losses, and one worked by hand.</summary>
public sealed class ForecastErrorsTests
{
    [Theory]
    [InlineData(0, 1, 0.1, 0.9)]
    [InlineData(0, 1, 0.9, 0.1)]
    [InlineData(1, 0, 0.1, 0.1)]
    [InlineData(1, 0, 0.9, 0.9)]
    [InlineData(10, 8, 0.9, 1.8)]
    [InlineData(8, 10, 0.1, 1.8)]
    public void Pinball_OfVectors_IsAsPublished(double actual, double forecast, double quantile, double loss) =>
        Assert.Equal(loss, ForecastErrors.Pinball(actual, forecast, quantile), 12);

    [Fact]
    public void MaseAndSmape_OfTheWorkedExample_AreOneAndTenPointOne()
    {
        double scale = ForecastErrors.NaiveScale([10, 12, 11, 13, 14], 1);
        Assert.Equal(1.0, ForecastErrors.Mase([15, 16], [14, 14], scale), 12);
        Assert.Equal(10.1149, ForecastErrors.Smape([15, 16], [14, 14]), 4);
        Assert.Equal(0, ForecastErrors.Smape([0], [0]));
    }

    [Fact]
    public void IntervalScore_OutsideTheBand_AddsTwoOverAlphaOfTheDistance()
    {
        Assert.Equal(2, ForecastErrors.IntervalScore(5, 4, 6, 0.05));
        Assert.Equal(2 + 40, ForecastErrors.IntervalScore(7, 4, 6, 0.05));
        Assert.Equal(2 + 80, ForecastErrors.IntervalScore(2, 4, 6, 0.05));
    }
}
