using EnviAgriNet.Core.Crops;

namespace EnviAgriNet.Core.Tests.Crops;

/// <summary>Vectors: derived from IRRI's rule of safe alternate wetting and drying (15 cm below the soil; flooded around flowering).</summary>
public sealed class PaddyWaterRuleTests
{
    [Theory]
    [InlineData(-14.9, PaddyStage.Vegetative, false)]
    [InlineData(-15.0, PaddyStage.Vegetative, true)]
    [InlineData(-20, PaddyStage.Vegetative, true)]
    [InlineData(-5, PaddyStage.Flowering, true)]
    [InlineData(3, PaddyStage.Vegetative, false)]
    [InlineData(3, PaddyStage.Flowering, false)]
    [InlineData(-1, PaddyStage.Establishment, true)]
    [InlineData(-14.9, PaddyStage.Ripening, false)]
    public void IsIrrigationDue_DepthAndStage_FollowsTheRule(double waterCm, PaddyStage stage, bool expected) =>
        Assert.Equal(expected, new PaddyWaterRule().IsIrrigationDue(waterCm, stage));

    [Fact]
    public void IsIrrigationDue_NarrowerRule_StartsEarlier() =>
        Assert.True(new PaddyWaterRule(DepthCm: 10).IsIrrigationDue(-10, PaddyStage.Vegetative));
}
