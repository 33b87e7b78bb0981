using EnviAgriNet.Cloud.Advisories;
using EnviAgriNet.Cloud.Registry.Farms;
using EnviAgriNet.Core.Crops.Outlook;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Cloud.Tests.Advisories;

/// <summary>Advice composed without a clock or a registry: what is said, and what is not.</summary>
public sealed class AdvisoryComposerTests
{
    private static readonly DateOnly Today = new(2026, 11, 16);
    private static readonly Plot Rice = new(7, 1, "rice", "kdml105", RegionId.Parse("500101"), new DateOnly(2026, 7, 1), null, 10, true);

    [Fact]
    public void Compose_Season_SaysEventsFirstAndThenTheWeek()
    {
        IReadOnlyList<Advisory> advice = Compose(Outlook(), [Price(up: true)]);

        Assert.Equal(
        [
            "harvest ข้าวหอมมะลิ ต.ช้างเผือก: คาดเก็บเกี่ยว 25 พ.ย.-5 ธ.ค. 2569 | เตรียมคน รถเกี่ยว ที่ตาก | ทำแล้วตอบ ทำแล้ว",
            "water ข้าวหอมมะลิ ต.ช้างเผือก: ควรให้น้ำราว 50 มม. (80 ลบ.ม./ไร่) น้ำต่ำกว่าผิวดิน 15 ซม. คำนวณจากฝน ดูในนาก่อน | ทำแล้วตอบ ทำแล้ว",
            "weekly ข้าวหอมมะลิ ต.ช้างเผือก: ระยะสุกแก่ | คาดเก็บเกี่ยว 25 พ.ย.-5 ธ.ค. 2569 | ราคาอีก 4 สัปดาห์มีโอกาสขึ้น 8 ใน 10 (13,800-14,900 บ./ตัน)",
        ],
        advice.Select(a => $"{a.Kind} {a.Text}"));
    }

    [Fact]
    public void Compose_InEnglish_SaysTheSame() => Assert.Equal(
    [
        "harvest Jasmine rice Chang Phueak: harvest about 25 Nov-5 Dec 2026 | Book labour, harvester and drying floor | price in 4 weeks: 8 in 10 it rises (13,800-14,900 baht/ton) | Reply DONE when done",
        "water Jasmine rice Chang Phueak: let in about 50 mm (80 m3/rai) (water 15 cm below soil), reckoned from rain: look first | Reply DONE when done",
        "weekly Jasmine rice Chang Phueak: ripening | harvest about 25 Nov-5 Dec 2026 | price in 4 weeks: 8 in 10 it rises (13,800-14,900 baht/ton) | yield 8 in 10: 310-470 kg/rai",
    ],
    Compose(Outlook(), [Price(up: true)], language: "en").Select(a => $"{a.Kind} {a.Text}"));

    [Fact]
    public void Compose_WhatWasToldBefore_IsNotToldAgain()
    {
        IReadOnlyList<Advisory> first = Compose(Outlook(), [Price(up: true)]);
        AdviceLine[] told = [.. first.Select((a, i) => Line(a, i, daysAgo: 1)).Reverse()];

        Advisory left = Assert.Single(Compose(Outlook(), [Price(up: true)], told));
        Assert.Equal("ข้าวหอมมะลิ ต.ช้างเผือก: ผลผลิต 8 ใน 10 อยู่ที่ 310-470 กก./ไร่", left.Text);
        told = [Line(left, 9, daysAgo: 1), .. told];
        Assert.Empty(Compose(Outlook(), [Price(up: true)], told));
        Assert.Equal(["water"], Compose(Outlook(), [Price(up: true)], [.. told.Select(t => t with { GivenAt = t.GivenAt.AddDays(-7) })]).Select(a => a.Kind));
    }

    [Fact]
    public void Compose_PriceTurnsBeyondItsDoubt_IsAnEvent_AndWithinItIsNone()
    {
        AdviceLine told = Line(new Advisory("weekly", 7, "weekly:7", "price:paddy-jasmine=up/14.35", "text", false), 1, daysAgo: 3);
        FieldOutlook nothing = new() { On = Today, Crop = "rice" };

        Assert.Equal(
            ["ข้าวหอมมะลิ 14,000 บ./ตัน (9 พ.ย.): ราคาอีก 4 สัปดาห์มีโอกาสลง 8 ใน 10 (13,100-14,100 บ./ตัน)"],
            Compose(nothing, [Price(up: false)], [told]).Where(a => a.Kind == AdviceKinds.Price).Select(a => a.Text));
        Assert.DoesNotContain(Compose(nothing, [Unclear()], [told]), a => a.Kind == AdviceKinds.Price);
        Assert.DoesNotContain(Compose(nothing, [Price(up: false)], []), a => a.Kind == AdviceKinds.Price);
    }

    [Fact]
    public void Compose_WithoutWeatherOrPrice_SaysNothing()
    {
        Assert.Empty(Compose(new FieldOutlook { On = Today, Crop = "rice" }, []));
        FieldOutlook old = Outlook() with { Missing = [OutlookGap.FreshWeather], Harvest = null, Yield = null, Stage = GrowthStage.Vegetative };
        Assert.DoesNotContain(Compose(old, []), a => a.Kind is AdviceKinds.Water or AdviceKinds.Heat or AdviceKinds.Disease or AdviceKinds.Spray);
    }

    [Fact]
    public void Compose_AssumedPlanting_SaysSo_AndAsks()
    {
        FieldOutlook assumed = Outlook() with
        {
            Stage = GrowthStage.Vegetative,
            StageBasis = StageBasis.Calendar,
            PlantedOn = new DateOnly(2026, 7, 1),
            Harvest = null,
            Yield = null,
            Water = null,
            Assumed = [OutlookAssumption.PlantingDate],
        };

        Assert.Equal(
            ["ข้าวหอมมะลิ ต.ช้างเผือก: ถ้าปลูกราว 1 ก.ค. ระยะเจริญเติบโต | บอกวันปลูก ส่ง เช่น ปลูก 1 ก.ค."],
            Compose(assumed, [], plot: Rice with { PlantedOn = null }).Select(a => a.Text));
    }

    [Fact]
    public void Compose_SprayHoursAreOver_IsToldToWhoHeardOfThem()
    {
        FieldOutlook closed = Outlook() with
        {
            Stage = GrowthStage.Vegetative,
            Harvest = null,
            Yield = null,
            Water = null,
            Spray = new SprayOutlook(false, SprayFault.Rain, [], 7),
        };
        AdviceLine told = Line(new Advisory("weekly", 7, "weekly:7", "stage=vegetative;spray=6-9", "text", false), 1, daysAgo: 0);

        Assert.Equal(["ข้าวหอมมะลิ ต.ช้างเผือก: ช่วงนี้ไม่มีเวลาเหมาะพ่นยา (ฝน) เลื่อนการพ่นไปก่อน"], Compose(closed, [], [told]).Select(a => a.Text));
        Assert.DoesNotContain(Compose(closed, [], []), a => a.Kind == AdviceKinds.Spray);
    }

    [Fact]
    public void Compose_Anything_TakesTwoPartsAtMost_AndItsKeysAreOnce()
    {
        for (int seed = 1; seed <= 1_000; seed++)
        {
            Random random = new(seed);
            FieldOutlook outlook = RandomOutlook(random);
            string place = "ต." + new string('ก', random.Next(1, 60));
            FarmView farm = new(
                random.Next(2) == 0 ? "th" : "en", [new PlotView(Rice, "ข้าวหอมมะลิ", place, "paddy-jasmine", outlook)],
                random.Next(2) == 0 ? [Price(random.Next(2) == 0)] : [], []);
            IReadOnlyList<Advisory> advice = AdvisoryComposer.Compose(farm, Today, Today);
            Assert.All(advice, a => Assert.True(SmsParts.Of(a.Text).Count <= 2, $"seed {seed}: {a.Text}"));
            Assert.True(advice.DistinctBy(a => a.Key).Count() == advice.Count, $"seed {seed}");
            Assert.All(advice, a => Assert.False(a.Text.Contains("NaN", StringComparison.Ordinal) || a.Text.EndsWith(' '), $"seed {seed}: {a.Text}"));
        }
    }

    internal static PriceView Price(bool up) => new(
        "paddy-jasmine", "ข้าวหอมมะลิ", "Jasmine rice", "บ./ตัน", "baht/ton", new DateOnly(2026, 11, 9), 14_000, Today.AddDays(28),
        up ? new Bounds(13_500, 13_800, 14_350, 14_900, 15_200) : new Bounds(12_800, 13_100, 13_600, 14_100, 14_400), IsNaive: false);

    private static PriceView Unclear() => Price(up: true) with { Ahead = new Bounds(12_000, 13_000, 14_000, 15_000, 16_000) };

    private static FieldOutlook Outlook() => new()
    {
        On = Today,
        Crop = "rice",
        Variety = "kdml105",
        PlantedOn = new DateOnly(2026, 7, 1),
        Stage = GrowthStage.Ripening,
        StageBasis = StageBasis.DayLength,
        Harvest = new HarvestWindow(new DateOnly(2026, 11, 25), new DateOnly(2026, 12, 5), StageBasis.DayLength),
        Water = new WaterAdvice(WaterAction.Irrigate, WaterBasis.ReckonedLevel, 50, 50, 0, null, -15, 3, 40),
        Yield = new YieldOutlook(310, 390, 470, 400, 0.97, 20, 2024),
    };

    private static FieldOutlook RandomOutlook(Random random) => new()
    {
        On = Today,
        Crop = "rice",
        PlantedOn = Today.AddDays(-random.Next(200)),
        Stage = (GrowthStage)random.Next(9),
        StageBasis = (StageBasis)random.Next(4),
        Harvest = random.Next(2) == 0 ? new HarvestWindow(Today.AddDays(random.Next(-5, 60)), Today.AddDays(random.Next(60, 90)), StageBasis.Calendar) : null,
        Water = random.Next(3) == 0 ? null : new WaterAdvice(
            (WaterAction)random.Next(4), (WaterBasis)random.Next(3), random.Next(500), random.NextDouble() * 500, 0.5, null,
            random.Next(2) == 0 ? null : random.Next(-30, 30), random.NextDouble() * 90, 40),
        Yield = random.Next(2) == 0 ? null : new YieldOutlook(random.Next(500), 600, 10_000, 400, 0.9, 20, 2024),
        Heat = new TemperatureStress((StressLevel)random.Next(3), 3, 7, 35, 38.25, (RuleStatus)random.Next(2)),
        Cold = new TemperatureStress((StressLevel)random.Next(3), 3, 7, 15, 8.75, (RuleStatus)random.Next(2)),
        Disease = random.Next(2) == 0 ? [] : [new DiseaseRisk("rice-blast", (DiseaseLevel)random.Next(3), 5, 4, RuleStatus.Unconfirmed)],
        Spray = new SprayOutlook(null, null, random.Next(2) == 0 ? [] : [new SprayWindow(6, 9, 5, 7)], 7),
        Assumed = random.Next(2) == 0 ? [] : [OutlookAssumption.PlantingDate],
    };

    private static IReadOnlyList<Advisory> Compose(
        FieldOutlook outlook, IReadOnlyList<PriceView> prices, IReadOnlyList<AdviceLine>? told = null, string language = "th", Plot? plot = null) =>
        AdvisoryComposer.Compose(
            new FarmView(
                language,
                [new PlotView(plot ?? Rice, language == "th" ? "ข้าวหอมมะลิ" : "Jasmine rice", language == "th" ? "ต.ช้างเผือก" : "Chang Phueak", "paddy-jasmine", outlook)],
                prices,
                told ?? []),
            Today,
            Today);

    private static AdviceLine Line(Advisory advice, int id, int daysAgo) => new(
        id, 1, advice.Plot, advice.Kind, advice.Key, advice.State, advice.Text, advice.AsksToAct,
        new DateTimeOffset(Today.ToDateTime(new TimeOnly(7, 0)), LocalTime.Offset).AddDays(-daysAgo), null);
}
