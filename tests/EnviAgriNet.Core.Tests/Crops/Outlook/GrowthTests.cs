using EnviAgriNet.Core.Crops;
using EnviAgriNet.Core.Crops.Outlook;

namespace EnviAgriNet.Core.Tests.Crops.Outlook;

public sealed class GrowthTests
{
    private static readonly DateOnly Planted = new(2026, 6, 15);

    [Fact]
    public void UsualHeat_OfRice_IsNearTheHeatOfADayInAquaCrop() =>

        // (30 + 23) / 2 - 8; AquaCrop has 1900 °C·day in 104 days.
        Assert.Equal(18.5, CropTraitsTable.Find("rice")!.UsualHeat);

    [Theory]
    [InlineData(0, GrowthStage.Establishment)]
    [InlineData(19, GrowthStage.Establishment)]
    [InlineData(20, GrowthStage.Vegetative)]
    [InlineData(85, GrowthStage.Flowering)]
    [InlineData(95, GrowthStage.YieldFormation)]
    [InlineData(110, GrowthStage.Ripening)]
    [InlineData(120, GrowthStage.HarvestDue)]
    public void Of_UsualDays_GoesThroughTheStagesOfRice(int age, GrowthStage stage)
    {
        Growth growth = OfRice(null, age, 23, 33);
        Assert.Equal(stage, growth.Stage);
        Assert.Equal(Math.Max(age, 0), growth.UsualDays, 6);
    }

    [Fact]
    public void Of_CoolDays_HarvestsLater()
    {
        Growth usual = OfRice(null, 60, 23, 33);
        Growth cool = OfRice(null, 60, 19, 29);

        // (29 + 19) / 2 - 8 = 16 against 18.5 of a usual day.
        Assert.Equal(60 * 16 / 18.5, cool.UsualDays, 6);
        Assert.Equal(StageBasis.DegreeDays, cool.Basis);
        Assert.True(cool.Harvest!.From > usual.Harvest!.From);
        Assert.Equal(new DateOnly(2026, 10, 5), usual.Harvest.From); // 120 days less 7 % are 111.6 days after 15 June.
        Assert.Equal(new DateOnly(2026, 10, 21), usual.Harvest.To);
    }

    [Fact]
    public void Of_HeatFarFromTheCalendar_GoesByTheCalendar() => Assert.Equal(StageBasis.Calendar, OfRice(null, 60, 5, 15).Basis);

    [Fact]
    public void Of_NoTemperature_GoesByTheCalendar()
    {
        FieldWeather none = FieldWeather.Of([], Planted, Planted);
        CropTraits rice = CropTraitsTable.Find("rice")!;
        Growth growth = Growth.Of(rice, rice.Calendar!, StageBasis.DegreeDays, Planted, Planted.AddDays(90), none);
        Assert.Equal((GrowthStage.Flowering, StageBasis.Calendar, null), (growth.Stage, growth.Basis, growth.DegreeDays));
    }

    [Theory]
    [InlineData("2026-05-20")]
    [InlineData("2026-06-15")]
    [InlineData("2026-08-01")]
    public void CalendarFor_Kdml105SownInTheRains_FlowersInLateOctoberWhateverTheDay(string sown)
    {
        DateOnly planted = DateOnly.Parse(sown, System.Globalization.CultureInfo.InvariantCulture);
        (GrowthCalendar calendar, StageBasis basis) = RiceVariety.Find("ข้าวหอมมะลิ")!.CalendarFor(planted);
        Assert.Equal(StageBasis.DayLength, basis);
        Assert.Equal(new DateOnly(2026, 10, 15), planted.AddDays((int)calendar.FloweringFrom));
        Assert.Equal(new DateOnly(2026, 10, 31), planted.AddDays((int)calendar.FloweringTo));
        Assert.Equal(new DateOnly(2026, 11, 10), planted.AddDays((int)calendar.HarvestFrom));
        Assert.Equal(new DateOnly(2026, 11, 30), planted.AddDays((int)calendar.HarvestTo));
    }

    [Theory]
    [InlineData("2026-12-15")]
    [InlineData("2026-09-20")]
    public void CalendarFor_Kdml105SownIntoShortDays_DoesNotWait(string sown) => Assert.Equal(
        StageBasis.DegreeDays,
        RiceVariety.Find("KDML-105")!.CalendarFor(DateOnly.Parse(sown, System.Globalization.CultureInfo.InvariantCulture)).Basis);

    [Fact]
    public void Traits_OfEveryCropOfTheTable_AreThere()
    {
        foreach (Crop crop in CropTable.All)
        {
            CropTraits? traits = CropTraitsTable.Find(crop.Code);
            Assert.True(traits is not null, crop.Code);
            if (traits!.Calendar is { } c)
            {
                double[] steps = [0, c.EstablishedAt, c.FloweringFrom, c.FloweringTo, c.RipeningFrom, c.Total];
                Assert.True(steps.SequenceEqual(steps.Order()), crop.Code);
                Assert.Equal((int)Math.Round(c.Total), c.Stretch(crop.Stages[0]).Total);
            }
        }
    }

    private static Growth OfRice(string? variety, int age, double low, double high)
    {
        CropTraits rice = CropTraitsTable.Find("rice")!;
        (GrowthCalendar calendar, StageBasis basis) =
            RiceVariety.Find(variety)?.CalendarFor(Planted) ?? (rice.Calendar!, StageBasis.DegreeDays);
        DateOnly today = Planted.AddDays(age);
        FieldWeather weather = FieldWeather.Of(
            Enumerable.Range(0, Math.Max(age, 0)).Select(i => new OutlookDay(Planted.AddDays(i)) { TMin = low, TMax = high, Rain = 0 }),
            Planted,
            today);
        return Growth.Of(rice, calendar, basis, Planted, today, weather);
    }
}
