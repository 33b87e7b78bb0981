using EnviAgriNet.Forecasting.Combination;

namespace EnviAgriNet.Forecasting.Tests.Combination;

public sealed class BlendTests
{
    [Theory]
    [InlineData(new double[] { 3 }, new double[] { 0.2 }, 3)]
    [InlineData(new double[] { 5, 1, 3 }, new double[] { 1, 1, 1 }, 3)]
    [InlineData(new double[] { 4, 1, 3, 2 }, new double[] { 1, 1, 1, 1 }, 2.5)]
    [InlineData(new double[] { 1, 2, 1e9 }, new double[] { 1, 1, 1 }, 2)]
    [InlineData(new double[] { 1, 2, 3 }, new double[] { 8, 1, 1 }, 1.2222)]
    public void Median_OfForecasts_IsWhereHalfOfTheWeightIsReached(double[] values, double[] weights, double median) =>
        Assert.Equal(median, Blend.Median(values, weights), 3);

    [Fact]
    public void Weights_OfErrors_AreHigherForSmallerErrors_AndNeverAllForOne()
    {
        double[] weights = Weights.Of([1, 2, double.NaN, 1e9]);
        Assert.Equal(1, weights.Sum(), 12);
        Assert.True(weights[0] > weights[1] && weights[1] > weights[3] && weights[3] > 0.1);
        Assert.Equal([0.5, 0.5], Weights.Of([0, 0]));
    }
}
