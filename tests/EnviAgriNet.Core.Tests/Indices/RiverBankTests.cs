using EnviAgriNet.Core.Indices;

namespace EnviAgriNet.Core.Tests.Indices;

/// <summary>Vectors: records of ThaiWater; levels are shown to 2 decimals, so the percentage may differ by 0.1.</summary>
public sealed class RiverBankTests
{
    [Theory]
    [InlineData(2.74, 2.20, -0.33, 121.38, 5, 0.54, true)]
    [InlineData(0.65, 0.62, -3.171, 100.72, 5, 0.03, true)]
    [InlineData(1.73, 2.26, -14.52, 96.84, 4, 0.53, false)]
    public void Of_PublishedRecord_IsThePublishedPercentage(
        double level, double bank, double ground, double percent, int situation, double difference, bool isOver)
    {
        RiverBank? river = RiverBank.Of(level, bank, ground);

        Assert.NotNull(river);
        Assert.Equal(percent, river.Value.Percent, 0.1);
        Assert.Equal(situation, river.Value.Situation);
        Assert.Equal(difference, river.Value.Difference, 0.005);
        Assert.Equal(isOver, river.Value.IsOverBank);
    }

    [Theory]
    [InlineData(100, 4)]
    [InlineData(100.1, 5)]
    [InlineData(70, 3)]
    [InlineData(30, 2)]
    [InlineData(10, 1)]
    [InlineData(-5, 1)]
    public void Of_LimitOfAClass_BelongsToTheLowerOne(double level, int situation) =>
        Assert.Equal(situation, RiverBank.Of(level, 100, 0)?.Situation);

    [Theory]
    [InlineData(0d, 0d)]
    [InlineData(2d, 2d)]
    [InlineData(1d, 2d)]
    [InlineData(null, 2d)]
    [InlineData(2d, null)]
    public void Of_DegenerateGeometry_IsNull(double? bank, double? ground) => Assert.Null(RiverBank.Of(1, bank, ground));

    /// <summary>0.21 of 0.3 m is 70 %, and in binary a little more, which would be the next situation.</summary>
    [Fact]
    public void Of_LimitInBinary_IsStillTheLimit() => Assert.Equal(3, RiverBank.Of(-2.79, -2.7, -3.0)?.Situation);

    [Fact]
    public void Of_LevelAtTheBank_IsOverItAndStillSituationFour()
    {
        RiverBank river = RiverBank.Of(2.2, 2.2, -0.33)!.Value;

        Assert.Equal(new RiverBank(100, 4, 0, true), river);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Of_LevelThatIsNone_IsNull(double level) => Assert.Null(RiverBank.Of(level, 2, 1));

    [Fact]
    public void Of_FiniteGeometryOfNoSize_IsNullOrFinite() =>
        Assert.True(RiverBank.Of(1e300, double.Epsilon, 0) is null);
}
