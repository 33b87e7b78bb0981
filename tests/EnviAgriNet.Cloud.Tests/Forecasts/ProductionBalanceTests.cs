using EnviAgriNet.Cloud.Forecasts;

namespace EnviAgriNet.Cloud.Tests.Forecasts;

public sealed class ProductionBalanceTests
{
    private static readonly (int, double)[] Past = [.. Enumerable.Range(0, 11).Select(i => (2000 + i, 100.0 + (10 * (i - 1))))];

    [Theory]
    [InlineData(90, 100, 110, "Shortage", true)]
    [InlineData(100, 110, 130, "Shortage", false)]
    [InlineData(130, 145, 150, "Balance", true)]
    [InlineData(100, 145, 200, "Balance", false)]
    [InlineData(180, 190, 200, "Surplus", true)]
    public void Of_PastHarvests_JudgesByTheMiddleThreeFifths(double low, double median, double high, string verdict, bool isSure)
    {
        ProductionBalance found = ProductionBalance.Of(new ExpectedHarvest(low, median, high), Past, null, ["oae"])!;
        Assert.Equal((118.0, 172.0), (found.LowUsual, found.HighUsual));
        Assert.Equal((verdict, isSure), (found.Verdict.ToString(), found.IsSure));
        Assert.Equal(Enumerable.Range(2001, 10), found.Years);
    }

    [Fact]
    public void Of_UsualUse_IsTheMeasure_AndTooFewYearsAreNone()
    {
        ExpectedHarvest expected = new(90, 100, 110);
        Assert.Equal(BalanceVerdict.Shortage, ProductionBalance.Of(expected, [], 106, [])!.Verdict);
        Assert.Equal(BalanceVerdict.Balance, ProductionBalance.Of(expected, [], 100, [])!.Verdict);
        Assert.Equal(BalanceVerdict.Surplus, ProductionBalance.Of(expected, [], 90, [])!.Verdict);
        Assert.Null(ProductionBalance.Of(expected, Past[..4], null, []));
    }
}
