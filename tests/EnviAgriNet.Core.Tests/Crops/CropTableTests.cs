using EnviAgriNet.Core.Crops;

namespace EnviAgriNet.Core.Tests.Crops;

/// <summary>Vectors: FAO-56 Tables 11, 12, 17 and 22; Eq. 62, 65, 66 and 72.</summary>
public sealed class CropTableTests
{
    [Theory]
    [InlineData("rice", 150, 1.05, 1.20, 0.75, 0.20)]
    [InlineData("cassava-1", 210, 0.30, 0.80, 0.30, 0.35)]
    [InlineData("cassava-2", 360, 0.30, 1.10, 0.50, 0.40)]
    [InlineData("maize", 125, 0.30, 1.20, 0.60, 0.55)]
    [InlineData("sweet-corn", 80, 0.30, 1.15, 1.05, 0.50)]
    [InlineData("sugarcane", 405, 0.40, 1.25, 0.75, 0.65)]
    [InlineData("sugarcane-ratoon", 280, 0.40, 1.25, 0.75, 0.65)]
    [InlineData("soybean", 85, 0.50, 1.15, 0.50, 0.50)]
    [InlineData("groundnut", 130, 0.40, 1.15, 0.60, 0.50)]
    [InlineData("banana-1", 390, 0.50, 1.10, 1.00, 0.35)]
    [InlineData("cotton", 195, 0.35, 1.17, 0.60, 0.65)]
    [InlineData("mung-bean", 100, 0.40, 1.05, 0.35, 0.45)]
    [InlineData("citrus", 365, 0.70, 0.65, 0.70, 0.50)]
    public void TryFind_CropOfFao56_HasItsNumbers(string code, int days, double ini, double mid, double end, double p)
    {
        Assert.True(CropTable.TryFind(code.ToUpperInvariant(), out Crop? crop, out _));

        Assert.Equal(days, crop!.Stages[0].Total);
        Assert.Equal(new CropCoefficients(ini, mid, end), crop.Kc);
        Assert.Equal(p, crop.DepletionFraction);
    }

    [Theory]
    [InlineData("durian")]
    [InlineData("mango")]
    [InlineData("longan")]
    [InlineData("mangosteen")]
    public void TryFind_CropThatFao56DoesNotHave_SaysSoAndWhatToDo(string code)
    {
        Assert.False(CropTable.TryFind(code, out Crop? crop, out InputFault? fault));

        Assert.Null(crop);
        Assert.Equal("crop", fault!.Field);
        Assert.Contains("not in FAO-56", fault.Limit, StringComparison.Ordinal);
        Assert.Contains("crop file", fault.Limit, StringComparison.Ordinal);
    }

    [Fact]
    public void TryFind_UnknownCrop_ListsTheKnownOnes()
    {
        Assert.False(CropTable.TryFind("rcie", out _, out InputFault? fault));
        Assert.Contains("rice, cassava-1", fault!.Limit, StringComparison.Ordinal);
    }

    [Fact]
    public void All_EveryCropAndSoil_IsPossibleAndItsCodeItsOwn()
    {
        Assert.All(CropTable.All, crop => Assert.Null(crop.Fault()));
        Assert.Equal(CropTable.All.Count, CropTable.All.Select(c => c.Code).Distinct().Count());
        Assert.All(SoilTexture.All, texture => Assert.Null(texture.Typical.Fault()));
    }

    [Fact]
    public void CoefficientAt_Maize_IsTheCurveOfEquation66()
    {
        StageLengths stages = new(20, 35, 40, 30);
        CropCoefficients kc = new(0.3, 1.2, 0.6);

        Assert.Equal(0.3, stages.CoefficientAt(kc, 0));
        Assert.Equal(0.3, stages.CoefficientAt(kc, 20));
        Assert.Equal(0.3 + (0.9 * 15 / 35), stages.CoefficientAt(kc, 35), 12);
        Assert.Equal(1.2, stages.CoefficientAt(kc, 55));
        Assert.Equal(1.2, stages.CoefficientAt(kc, 95));
        Assert.Equal(0.9, stages.CoefficientAt(kc, 110), 12);
        Assert.Equal(0.6, stages.CoefficientAt(kc, 125), 12);
        Assert.Equal(0.6, stages.CoefficientAt(kc, 400));
    }

    [Fact]
    public void CoefficientAt_BordersOfStages_NeverJumps()
    {
        foreach (Crop crop in CropTable.All.Where(c => c.Stages.Count > 0))
        {
            foreach (StageLengths stages in crop.Stages)
            {
                CropCoefficients kc = crop.Kc!.Value;
                double step = Math.Max(Math.Abs(kc.Mid - kc.Ini) / stages.Development, Math.Abs(kc.Mid - kc.End) / stages.Late);
                for (int day = 0; day < stages.Total + 5; day++)
                {
                    double change = stages.CoefficientAt(kc, day + 1) - stages.CoefficientAt(kc, day);
                    Assert.True(Math.Abs(change) <= step + 1e-12, $"{crop.Code} jumps by {change} on day {day}");
                }
            }
        }
    }

    [Theory]
    [InlineData(0, CropStage.Initial)]
    [InlineData(20, CropStage.Initial)]
    [InlineData(21, CropStage.Development)]
    [InlineData(56, CropStage.Mid)]
    [InlineData(96, CropStage.Late)]
    [InlineData(125, CropStage.Late)]
    [InlineData(126, CropStage.Ended)]
    public void StageAt_BorderDay_BelongsToTheStageThatEnds(int day, CropStage expected) =>
        Assert.Equal(expected, new StageLengths(20, 35, 40, 30).StageAt(day));

    [Fact]
    public void ClimateAdjustment_ClimateOfTheTables_ChangesNothing()
    {
        Assert.Equal(1.2, ClimateAdjustment.Mid(1.2, 2, 45, 2), 12);
        Assert.Equal(0.6, ClimateAdjustment.End(0.6, 2, 45, 2), 12);
    }

    [Fact]
    public void ClimateAdjustment_DryAndWindy_IsTheFormulaWithinItsLimits()
    {
        double expected = 1.2 + (((0.04 * 2) - (0.004 * -25)) * Math.Pow(2.0 / 3, 0.3));

        Assert.Equal(expected, ClimateAdjustment.Mid(1.2, 4, 20, 2), 12);
        Assert.Equal(expected, ClimateAdjustment.Mid(1.2, 4, 5, 2), 12);
        Assert.Equal(ClimateAdjustment.Mid(1.2, 6, 30, 2), ClimateAdjustment.Mid(1.2, 11, 30, 2), 12);
        Assert.Equal(ClimateAdjustment.Mid(1.2, 1, 80, 2), ClimateAdjustment.Mid(1.2, 0, 99, 2), 12);
        Assert.Equal(0.35, ClimateAdjustment.End(0.35, 4, 20, 2));
    }

    [Fact]
    public void Largest_RecordedDay_IsTheRecordedKcmax()
    {
        // pyfao56 test01, 2013-04-23: wind 2.2 m/s at 3 m, smallest humidity 10.4 %, 0.05 m high.
        double wind = Atmosphere.WindAtTwoMetres(2.2, 3);

        Assert.Equal(1.230, ClimateAdjustment.Largest(0.15, wind, 10.4, 0.05), 0.0005);
        Assert.Equal(1.55, ClimateAdjustment.Largest(1.5, 2, 45, 1), 12);
    }
}
