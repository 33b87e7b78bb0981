using EnviAgriNet.Core.Crops;
using EnviAgriNet.Core.Crops.Outlook;
using EnviAgriNet.Core.Crops.Outlook.Yields;

namespace EnviAgriNet.Core.Tests.Crops.Outlook;

public sealed class OutlookMakerTests
{
    private static readonly DateOnly Planted = new(2026, 6, 15);

    [Fact]
    public void Make_RiceWithoutRain_IsReckonedByHand()
    {
        // Two days of 5.25 mm (1.05 × 5) and 2 mm of seepage off 50 mm of water.
        CropTable.TryFind("rice", out Crop? rice, out _);
        PaddyBalance paddy = new(rice!, new StageLengths(24, 24, 48, 24), SoilTexture.All[^1].Typical);
        paddy.Step(0, new OutlookDay(Planted) { Rain = 0 }, 5, 0);
        SeasonWaterDay day = paddy.Step(1, new OutlookDay(Planted) { Rain = 0 }, 5, 0);
        Assert.Equal(50 - (2 * 7.25), day.LevelMm!.Value, 9);
        Assert.Equal(2 * 7.25, day.DeficitMm, 9);
        Assert.Equal(0, day.Stress);
        SeasonWaterDay flooded = paddy.Step(2, new OutlookDay(Planted) { Rain = 300 }, 5, 0);
        Assert.Equal(PaddyBalance.BundMm, flooded.LevelMm);
    }

    [Fact]
    public void Make_DryMaize_AsksForTheDepletionInCubicMetresPerRai()
    {
        FieldOutlook outlook = OutlookMaker.Make(Facts("maize", 50, rain: 0) with { Soil = "loam", IsIrrigated = true }, Planted.AddDays(50));
        WaterAdvice water = outlook.Water!;
        Assert.Equal((WaterAction.Irrigate, WaterBasis.RootZone), (water.Kind, water.Basis));
        Assert.True(water.Mm > 40 && water.Mm == water.DeficitMm, $"{water.Mm}");
        Assert.Equal(water.Mm * 1.6, water.CubicMetresPerRai, 9);
        Assert.InRange(water.Stress, 0.1, 1);
        Assert.Equal(WaterAction.Short, OutlookMaker.Make(Facts("maize", 50, 0) with { IsIrrigated = false }, Planted.AddDays(50)).Water!.Kind);
        Assert.Equal(WaterAction.Enough, OutlookMaker.Make(Facts("maize", 50, 12), Planted.AddDays(50)).Water!.Kind);
    }

    [Theory]
    [InlineData(-14.9, 50, WaterAction.Enough)]
    [InlineData(-15.0, 50, WaterAction.Irrigate)]
    [InlineData(-20, 50, WaterAction.Irrigate)]
    [InlineData(-5, 90, WaterAction.Irrigate)]
    [InlineData(3, 50, WaterAction.Enough)]
    [InlineData(3, 115, WaterAction.Drain)]
    public void Make_MeasuredPaddyLevel_FollowsAlternateWettingAndDrying(double cm, int age, WaterAction kind)
    {
        FieldOutlook outlook = OutlookMaker.Make(Facts("rice", age, 2) with { PaddyLevelCm = cm }, Planted.AddDays(age));
        Assert.Equal((kind, WaterBasis.MeasuredLevel, cm), (outlook.Water!.Kind, outlook.Water.Basis, outlook.Water.PaddyLevelCm));
        Assert.Equal(kind == WaterAction.Irrigate ? 50 - (10 * cm) : 0, outlook.Water.Mm, 9);
        Assert.DoesNotContain(OutlookGap.PaddyLevel, outlook.Missing);
    }

    [Fact]
    public void Make_NothingKnown_SaysWhatIsMissing()
    {
        FieldOutlook outlook = OutlookMaker.Make(new FieldFacts { Crop = "rice" }, Planted);
        Assert.Null(outlook.Water);
        Assert.Null(outlook.Harvest);
        Assert.Equal(GrowthStage.Unknown, outlook.Stage);
        Assert.Equal(
            [OutlookGap.PlantingDate, OutlookGap.Temperature, OutlookGap.Rain, OutlookGap.Humidity, OutlookGap.Wind, OutlookGap.YieldHistory],
            outlook.Missing);
        Assert.Equal([OutlookGap.Crop], OutlookMaker.Make(Facts("durian", 5, 0), Planted.AddDays(5)).Missing.Where(m => m == OutlookGap.Crop));
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void Make_DaysWithoutWeather_AreBridgedUpToThree(int gap, bool isBridged)
    {
        FieldFacts facts = Facts("maize", 40, 0);
        FieldOutlook outlook = OutlookMaker.Make(
            facts with { Days = [.. facts.Days.Where((_, i) => i < 30 || i >= 30 + gap)] }, Planted.AddDays(40));
        Assert.Equal(isBridged, outlook.Water is not null);
        Assert.Equal(isBridged, outlook.Assumed.Contains(OutlookAssumption.BridgedDays));
        Assert.Equal(!isBridged, outlook.Missing.Contains(OutlookGap.DaysInARow));
        Assert.Equal(isBridged ? gap : 0, outlook.Weather!.Bridged);
    }

    [Fact]
    public void Make_DryMaize_LowersTheUsualYieldByFao33()
    {
        YieldYear[] history = [.. Enumerable.Range(2000, 26).Select(y => new YieldYear(y, 1000, 1000, 600 + (y % 3)))];
        FieldFacts facts = Facts("maize", 60, 0) with { YieldHistory = history };
        YieldOutlook dry = OutlookMaker.Make(facts, Planted.AddDays(60)).Yield!;
        YieldOutlook wet = OutlookMaker.Make(Facts("maize", 60, 12) with { YieldHistory = history }, Planted.AddDays(60)).Yield!;
        Assert.Equal(1, wet.WaterFactor!.Value, 9);
        Assert.True(dry.WaterFactor < 0.9 && dry.WaterFactor > 0, $"{dry.WaterFactor}");
        Assert.Equal(dry.Usual * dry.WaterFactor!.Value, dry.Median, 9);
        Assert.True(dry.Low <= dry.Median && dry.Median <= dry.High);
        Assert.Equal((26, 2025), (wet.Years, wet.LastYear));
        Assert.InRange(wet.Median, 599, 603);
    }

    [Fact]
    public void Make_WetNightsWhileTillering_MarksBlastAsUnconfirmed()
    {
        FieldFacts facts = Facts("rice", 40, 5);
        DiseaseRisk risk = Assert.Single(OutlookMaker.Make(facts, Planted.AddDays(40)).Disease);
        Assert.Equal((BlastRule.Disease, DiseaseLevel.High, RuleStatus.Unconfirmed), (risk.Disease, risk.Level, risk.Status));
        OutlookDay[] days = [.. facts.Days.Select(d => d.Date == Planted.AddDays(35) ? d with { RhMax = 80 } : d)];
        DiseaseRisk broken = Assert.Single(OutlookMaker.Make(facts with { Days = days }, Planted.AddDays(40)).Disease);
        Assert.Equal((DiseaseLevel.Rising, 4), (broken.Level, broken.Nights));
        Assert.Empty(OutlookMaker.Make(Facts("maize", 40, 5), Planted.AddDays(40)).Disease);
    }

    [Fact]
    public void Make_HotDaysInFlowering_AreSevere()
    {
        FieldFacts facts = Facts("rice", 88, 5);
        OutlookDay[] days = [.. facts.Days.Select(d => d.Date == Planted.AddDays(86) ? d with { TMax = 36 } : d)];
        TemperatureStress heat = OutlookMaker.Make(facts with { Days = days }, Planted.AddDays(88)).Heat!;
        Assert.Equal((StressLevel.Severe, 1, 35, 36), (heat.Level, heat.Days, heat.LimitCelsius, heat.ExtremeCelsius));
        Assert.Equal(StressLevel.None, OutlookMaker.Make(facts, Planted.AddDays(88)).Heat!.Level);
    }

    [Fact]
    public void Make_AnyFacts_NeverThrowsAndNeverGivesANumberThatIsNone()
    {
        for (int seed = 0; seed < 400; seed++)
        {
            Random random = new(seed);
            FieldFacts facts = RandomFacts(random);
            DateOnly today = DateOnly.FromDayNumber(Math.Clamp((facts.PlantedOn ?? Planted).DayNumber + random.Next(-30, 500), 0, DateOnly.MaxValue.DayNumber));
            FieldOutlook outlook = OutlookMaker.Make(facts, today);
            double?[] numbers =
            [
                outlook.DegreeDays, outlook.Water?.Mm, outlook.Water?.DeficitMm, outlook.Water?.Stress, outlook.Water?.RainMm,
                outlook.Water?.NeedMm, outlook.Yield?.Low, outlook.Yield?.Median, outlook.Yield?.High,
            ];
            Assert.True(numbers.All(n => n is null || double.IsFinite(n.Value)), $"seed {seed}: {outlook}");
            Assert.True(outlook.Water is null or { Mm: >= 0, Stress: >= 0 and <= 1 }, $"seed {seed}: {outlook.Water}");
            Assert.True(outlook.Harvest is null || outlook.Harvest.From <= outlook.Harvest.To, $"seed {seed}: {outlook.Harvest}");
            Assert.True(outlook.Yield is null || (outlook.Yield.Low <= outlook.Yield.Median && outlook.Yield.Median <= outlook.Yield.High), $"seed {seed}");
        }
    }

    [Fact]
    public void Words_OfEveryValue_AreThaiAndEnglish()
    {
        IEnumerable<Words> all = Enum.GetValues<GrowthStage>().Select(OutlookWords.Of)
            .Concat(Enum.GetValues<OutlookAssumption>().Select(OutlookWords.Of))
            .Concat(Enum.GetValues<OutlookGap>().Select(OutlookWords.Of))
            .Concat(Enum.GetValues<SprayFault>().Select(OutlookWords.Of));
        Assert.All(all, w => Assert.True(w.Th.Any(c => c is >= '\u0e00' and <= '\u0e7f') && w.En.All(char.IsAscii), w.ToString()));
        Assert.Equal(Enum.GetValues<OutlookGap>().Length, Enum.GetValues<OutlookGap>().Select(g => OutlookWords.Of(g).En).Distinct().Count());
    }

    private static FieldFacts Facts(string crop, int days, double rain) => new()
    {
        Crop = crop,
        PlantedOn = Planted,
        Site = new WeatherSite(16, 150),
        Days =
        [
            .. Enumerable.Range(0, days).Select(i => new OutlookDay(Planted.AddDays(i))
            {
                TMin = 23, TMax = 33, Rain = rain, RhMin = 55, RhMax = 95, Wind = 1.5, Solar = 18,
            }),
        ],
    };

    private static FieldFacts RandomFacts(Random random)
    {
        string[] crops = [.. CropTable.All.Select(c => c.Code), "durian", ""];
        DateOnly? planted = random.Next(5) switch
        {
            0 => null,
            1 => DateOnly.FromDayNumber(random.Next(DateOnly.MaxValue.DayNumber)),
            2 => random.Next(2) == 0 ? DateOnly.MinValue : DateOnly.MaxValue,
            _ => Planted,
        };
        int begin = Math.Clamp((planted ?? Planted).DayNumber + random.Next(-20, 40), 0, DateOnly.MaxValue.DayNumber - 500);
        double? Value(double low, double high) => random.Next(12) switch
        {
            0 => null,
            1 => random.Next(4) switch { 0 => double.NaN, 1 => double.PositiveInfinity, 2 => -999, _ => 1e300 },
            _ => low + (random.NextDouble() * (high - low)),
        };
        return new FieldFacts
        {
            Crop = crops[random.Next(crops.Length)],
            Variety = random.Next(3) switch { 0 => null, 1 => "kdml105", _ => "?" },
            PlantedOn = planted,
            Soil = random.Next(3) switch { 0 => null, 1 => "sand", _ => "moon" },
            IsIrrigated = random.Next(3) switch { 0 => null, 1 => true, _ => false },
            PaddyLevelCm = random.Next(3) == 0 ? Value(-30, 10) : null,
            Days =
            [
                .. Enumerable.Range(0, random.Next(200)).Select(i => new OutlookDay(DateOnly.FromDayNumber(begin + i))
                {
                    TMin = Value(10, 25), TMax = Value(24, 42), Rain = Value(0, 90), RhMin = Value(20, 70), RhMax = Value(60, 100), Wind = Value(0, 8),
                }),
            ],
            Hours = [.. Enumerable.Range(0, random.Next(200)).Select(i => new OutlookHour(
                DateOnly.FromDayNumber(begin + (i / 24)), i % 24, Value(15, 40), Value(20, 100), Value(0, 10), Value(0, 5)))],
            YieldHistory = random.Next(3) == 0
                ? null
                : [.. Enumerable.Range(0, random.Next(40)).Select(i => new YieldYear(
                    1980 + i, Value(0, 1e6) ?? 0, Value(0, 1e6) ?? 0, Value(0, 1e6) ?? double.NaN))],
            Hour = random.Next(-1, 25),
        };
    }
}
