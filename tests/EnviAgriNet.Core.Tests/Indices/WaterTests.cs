using EnviAgriNet.Core.Indices;

namespace EnviAgriNet.Core.Tests.Indices;

public sealed class WaterTests
{
    /// <summary>Class limits of the Thai surface water standard.</summary>
    [Theory]
    [InlineData(6.2, 1.2, 0.3, 2)]
    [InlineData(4.5, 1.9, null, 3)]
    [InlineData(2.1, 3.9, null, 4)]
    [InlineData(null, 4.1, null, 5)]
    [InlineData(6.0, 1.5, 0.5, 2)]
    [InlineData(1.9, 1.0, null, 5)]
    [InlineData(6.2, 1.2, 0.51, 5)]
    public void Judge_Limits_AreThoseOfTheStandard(double? oxygen, double? demand, double? ammonia, int expected)
    {
        Dictionary<WaterParameter, double> values = [];
        Add(values, WaterParameter.DissolvedOxygen, oxygen);
        Add(values, WaterParameter.OxygenDemand, demand);
        Add(values, WaterParameter.Ammonia, ammonia);

        Assert.Equal(expected, SurfaceWater.Judge(values)?.Class);
    }

    [Theory]
    [InlineData(WaterParameter.TotalColiform, 5000, 2)]
    [InlineData(WaterParameter.TotalColiform, 5001, 3)]
    [InlineData(WaterParameter.TotalColiform, 20001, 4)]
    [InlineData(WaterParameter.FaecalColiform, 1000, 2)]
    [InlineData(WaterParameter.FaecalColiform, 4000, 3)]
    [InlineData(WaterParameter.FaecalColiform, 1e7, 4)]
    [InlineData(WaterParameter.Acidity, 5, 2)]
    [InlineData(WaterParameter.Acidity, 9, 2)]
    [InlineData(WaterParameter.Acidity, 4.9, 5)]
    [InlineData(WaterParameter.Acidity, 9.1, 5)]
    [InlineData(WaterParameter.Nitrate, 5, 2)]
    [InlineData(WaterParameter.Nitrate, 5.1, 5)]
    [InlineData(WaterParameter.Lead, 0.051, 5)]
    [InlineData(WaterParameter.Mercury, 0.0021, 5)]
    [InlineData(WaterParameter.Arsenic, 0.011, 5)]
    [InlineData(WaterParameter.Cadmium, 0.006, 5)]
    public void Judge_OneParameter_IsItsOwnClass(WaterParameter parameter, double value, int expected)
    {
        SurfaceWaterClass judged = SurfaceWater.Judge(new Dictionary<WaterParameter, double> { [parameter] = value })!;

        Assert.Equal(expected, judged.Class);
        Assert.Equal([parameter], judged.DecidedBy);
    }

    [Fact]
    public void Judge_HardWater_AllowsMoreCadmium()
    {
        Dictionary<WaterParameter, double> values = new() { [WaterParameter.Cadmium] = 0.006, [WaterParameter.Hardness] = 101 };
        Assert.Equal(2, SurfaceWater.Judge(values)?.Class);
        values[WaterParameter.Hardness] = 100;
        Assert.Equal(5, SurfaceWater.Judge(values)?.Class);
    }

    [Fact]
    public void Judge_SeveralParameters_NamesThoseThatDecided()
    {
        SurfaceWaterClass judged = SurfaceWater.Judge(new Dictionary<WaterParameter, double>
        {
            [WaterParameter.DissolvedOxygen] = 6.5,
            [WaterParameter.OxygenDemand] = 1.9,
            [WaterParameter.TotalColiform] = 9000,
            [WaterParameter.Ammonia] = double.NaN,
        })!;

        Assert.Equal(3, judged.Class);
        Assert.Equal([WaterParameter.OxygenDemand, WaterParameter.TotalColiform], judged.DecidedBy);
        Assert.Equal(3, judged.Classes.Count);
    }

    [Fact]
    public void Judge_NothingUsable_IsNull()
    {
        Assert.Null(SurfaceWater.Judge(new Dictionary<WaterParameter, double>()));
        Assert.Null(SurfaceWater.Judge(new Dictionary<WaterParameter, double> { [WaterParameter.OxygenDemand] = -1 }));
        Assert.Null(SurfaceWater.Judge(new Dictionary<WaterParameter, double> { [WaterParameter.Hardness] = 50 }));
    }

    /// <summary>FAO-29 table 1.</summary>
    [Theory]
    [InlineData(0.69, UseRestriction.None)]
    [InlineData(0.7, UseRestriction.SlightToModerate)]
    [InlineData(3.0, UseRestriction.SlightToModerate)]
    [InlineData(3.01, UseRestriction.Severe)]
    [InlineData(-1, null)]
    [InlineData(double.NaN, null)]
    [InlineData(double.PositiveInfinity, null)]
    public void ByConductivity_Limits_AreThoseOfThePaper(double ec, UseRestriction? expected) =>
        Assert.Equal(expected, IrrigationWater.ByConductivity(ec));

    [Fact]
    public void ByOtherParameters_Limits_AreThoseOfThePaper()
    {
        (Func<double, UseRestriction?> By, double SlightFrom, double SevereAbove)[] limits =
        [
            (IrrigationWater.BySolids, 450, 2000), (IrrigationWater.BySodium, 3, 9), (IrrigationWater.ByChloride, 4, 10),
            (IrrigationWater.ByBoron, 0.7, 3), (IrrigationWater.ByNitrate, 5, 30), (IrrigationWater.ByBicarbonate, 1.5, 8.5),
        ];
        foreach ((Func<double, UseRestriction?> by, double slightFrom, double severeAbove) in limits)
        {
            Assert.Equal(UseRestriction.None, by(slightFrom - 0.01));
            Assert.Equal(UseRestriction.SlightToModerate, by(slightFrom));
            Assert.Equal(UseRestriction.SlightToModerate, by(severeAbove));
            Assert.Equal(UseRestriction.Severe, by(severeAbove + 0.01));
        }
    }

    [Theory]
    [InlineData(2, 0.19, UseRestriction.Severe)]
    [InlineData(2, 0.2, UseRestriction.SlightToModerate)]
    [InlineData(2, 0.7, UseRestriction.SlightToModerate)]
    [InlineData(2, 0.71, UseRestriction.None)]
    [InlineData(3, 0.25, UseRestriction.Severe)]
    [InlineData(5, 0.29, UseRestriction.Severe)]
    [InlineData(8, 0.49, UseRestriction.Severe)]
    [InlineData(8, 2.0, UseRestriction.None)]
    [InlineData(15, 1.29, UseRestriction.Severe)]
    [InlineData(30, 2.89, UseRestriction.Severe)]
    [InlineData(40, 5.1, UseRestriction.None)]
    [InlineData(40.1, 5.1, null)]
    [InlineData(-1, 1, null)]
    [InlineData(1, -1, null)]
    [InlineData(double.NaN, 1, null)]
    public void ByInfiltration_SodiumAndSalt_AreReadTogether(double sar, double ec, UseRestriction? expected) =>
        Assert.Equal(expected, IrrigationWater.ByInfiltration(sar, ec));

    [Theory]
    [InlineData(6.4, false)]
    [InlineData(6.5, true)]
    [InlineData(8.4, true)]
    [InlineData(8.5, false)]
    [InlineData(15, null)]
    public void IsAcidityNormal_Limits_AreThoseOfThePaper(double ph, bool? expected) =>
        Assert.Equal(expected, IrrigationWater.IsAcidityNormal(ph));

    /// <summary>The classes of the index, whose ends are printed as whole numbers.</summary>
    [Theory]
    [InlineData(0, "very-poor")]
    [InlineData(30, "very-poor")]
    [InlineData(31, "poor")]
    [InlineData(60, "poor")]
    [InlineData(61, "fair")]
    [InlineData(70, "fair")]
    [InlineData(71, "good")]
    [InlineData(90, "good")]
    [InlineData(90.5, "good")]
    [InlineData(91, "very-good")]
    [InlineData(100, "very-good")]
    [InlineData(100.1, null)]
    [InlineData(-1, null)]
    public void WaterQualityIndex_Limits_AreThoseOfTheDepartment(double index, string? expected) =>
        Assert.Equal(expected, WaterQualityIndex.ClassOf(index));

    [Theory]
    [InlineData(0.25, "fresh")]
    [InlineData(0.26, "raised")]
    [InlineData(0.75, "raised")]
    [InlineData(2, "high")]
    [InlineData(2.1, "very-high")]
    public void WaterSalinity_Limits_AreExceededNotReached(double salinity, string expected) =>
        Assert.Equal(expected, WaterSalinity.Steps.ClassOf(salinity));

    /// <summary>The guide for fish (reg_std_water06).</summary>
    [Fact]
    public void AquaticLife_Limits_AreThoseOfTheGuide()
    {
        Assert.True(AquaticLife.IsTemperatureGood(23) & AquaticLife.IsTemperatureGood(32));
        Assert.False(AquaticLife.IsTemperatureGood(22.9) | AquaticLife.IsTemperatureGood(32.1));
        Assert.True(AquaticLife.IsAcidityGood(5) & AquaticLife.IsAcidityGood(9) & AquaticLife.IsAciditySwingGood(2));
        Assert.False(AquaticLife.IsAcidityGood(4.9) | AquaticLife.IsAcidityGood(9.1) | AquaticLife.IsAciditySwingGood(2.1));
        Assert.True(AquaticLife.IsOxygenGood(3) & AquaticLife.IsCarbonDioxideGood(30) & AquaticLife.IsTransparencyGood(60));
        Assert.False(AquaticLife.IsOxygenGood(2.9) | AquaticLife.IsCarbonDioxideGood(31) | AquaticLife.IsTransparencyGood(29));
        Assert.True(AquaticLife.AreSuspendedSolidsGood(25));
        Assert.False(AquaticLife.AreSuspendedSolidsGood(26));
        Assert.Null(AquaticLife.IsOxygenGood(null));
    }

    private static void Add(Dictionary<WaterParameter, double> values, WaterParameter parameter, double? value)
    {
        if (value is { } known)
        {
            values[parameter] = known;
        }
    }
}
