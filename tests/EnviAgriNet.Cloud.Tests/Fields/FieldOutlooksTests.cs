using EnviAgriNet.Cloud.Fields;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Farms;
using EnviAgriNet.Cloud.Registry.Markets;
using EnviAgriNet.Cloud.Registry.Places;
using EnviAgriNet.Cloud.Tests.ReadingStore;
using EnviAgriNet.Core.Crops.Outlook;
using EnviAgriNet.Core.Crops.Outlook.Planting;
using EnviAgriNet.Core.Crops.Outlook.Yields;
using EnviAgriNet.Core.Geography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using YieldYear = EnviAgriNet.Cloud.Registry.Markets.YieldYear;

namespace EnviAgriNet.Cloud.Tests.Fields;

public sealed class FieldOutlooksTests : IDisposable
{
    private static readonly DateOnly Planted = new(2026, 6, 15);
    private static readonly DateOnly Today = new(2026, 8, 24);
    private static readonly RegionId Subdistrict = RegionId.Parse("600101");

    private readonly StoreFolder _folder = new();
    private readonly FakeReadings _readings = new();
    private readonly ServiceProvider _services;

    public FieldOutlooksTests()
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Cloud:DataFolder", _folder.Folder)]).Build();
        _services = new ServiceCollection().AddCloud(configuration).AddRegistry().AddLogging().AddFields(_ => _readings)
            .AddSingleton<IStationBook>(new FakeStations(
                new Station(StationId.Parse("st-one"), Subdistrict, "หนึ่ง", "One", 15.70, 100.13, null, null))).BuildServiceProvider();
    }

    public void Dispose()
    {
        _services.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Fact]
    public void Of_PlotWithStationPlaceAndHistory_HasEveryPart()
    {
        Fill(Planted.AddDays(-1), Today);
        Read("region,name_th,name_en,polygon\n600101,ปากน้ำโพ,Pak Nam Pho,\"15.6,100.0 15.8,100.0 15.8,100.2 15.6,100.2 15.6,100.0\"\n");
        _services.GetRequiredService<YieldBook>().Put(
            Enumerable.Range(2000, 26).Select(y => new YieldYear("rice", YieldYear.InSeason, RegionId.Parse("60"), y, 1000, 950, 500 + (y % 5), "oae")), "test");

        FieldOutlook outlook = Outlooks.Of(new Plot(1, 1, "rice", "kdml105", Subdistrict, Planted, "clay", 10, true), Today, [], -16);
        Assert.Equal((GrowthStage.Vegetative, StageBasis.DayLength, 70), (outlook.Stage, outlook.StageBasis, outlook.DaysAfterPlanting));
        Assert.Equal((WaterAction.Irrigate, WaterBasis.MeasuredLevel, 210d), (outlook.Water!.Kind, outlook.Water.Basis, outlook.Water.Mm));
        Assert.Equal(336, outlook.Water.CubicMetresPerRai, 9);
        Assert.InRange(outlook.Yield!.Median, 480, 520);
        Assert.Equal((26, 2025), (outlook.Yield.Years, outlook.Yield.LastYear));
        Assert.NotEmpty(outlook.Spray!.Windows);
        Assert.Equal(DiseaseLevel.High, Assert.Single(outlook.Disease).Level);
        WeatherSource source = Assert.Single(outlook.Weather!.Sources);
        Assert.Equal("st-one", source.Name);
        Assert.InRange(source.Kilometres!.Value, 0, 10);
        Assert.Empty(outlook.Missing);
    }

    [Fact]
    public void Of_PlotFarFromEveryStation_SaysWhatIsMissing()
    {
        Fill(Planted, Today);
        FieldOutlook outlook = Outlooks.Of(new Plot(1, 1, "maize", null, RegionId.Parse("500101"), Planted, null, null, null), Today);
        Assert.Equal((GrowthStage.YieldFormation, StageBasis.Calendar), (outlook.Stage, outlook.StageBasis));
        Assert.Null(outlook.Water);
        Assert.Null(outlook.Weather);
        Assert.Contains(OutlookGap.Temperature, outlook.Missing);
        Assert.Contains(OutlookGap.Rain, outlook.Missing);
    }

    [Fact]
    public void For_RegionWithHistoryOfRain_CountsIt()
    {
        string csv = "region,year,month,mm\n" + string.Concat(
            Enumerable.Range(2000, 6).SelectMany(y => Enumerable.Range(1, 12).Select(m => $"60,{y},{m},{(m is >= 5 and <= 10 ? 200 : 0)}\n")));
        _services.GetRequiredService<ClimateBook>().Import(new StringReader(csv), "test");
        IReadOnlyList<PlantChoice> wet = _services.GetRequiredService<PlantChoices>().For(Subdistrict, "loam", new DateOnly(2026, 5, 15), null, ["maize"]);
        IReadOnlyList<PlantChoice> dry = _services.GetRequiredService<PlantChoices>().For(Subdistrict, "loam", new DateOnly(2026, 12, 1), null, ["maize"]);
        Assert.Equal(200 * 0.8 * 125 / 30, wet[0].RainMm!.Value, 0);
        Assert.Contains(PlantReason.RainEnough, wet[0].Reasons);
        Assert.Equal((0d, PlantReason.RainShort), (dry[0].RainMm, dry[0].Reasons[0]));
    }

    [Fact]
    public void Of_AreaWithHistory_ForecastsTheYearAfter()
    {
        _services.GetRequiredService<YieldBook>().Put(
            Enumerable.Range(2000, 16).Select(y => new YieldYear("rice", YieldYear.InSeason, RegionId.Parse("60"), y, 1000, 900, 450, "oae")), "test");
        (RegionId province, YieldForecast forecast) = Assert.Single(_services.GetRequiredService<AreaOutlooks>().Of("rice", null));
        Assert.Equal(("60", 2016, 450d), (province.Code, forecast.Year, Math.Round(forecast.TonsMedian, 6)));
    }

    private FieldOutlooks Outlooks => _services.GetRequiredService<FieldOutlooks>();

    private void Read(string places) => _services.GetRequiredService<PlaceBook>().Import(new StringReader(places));

    // Nights of 23 °C at 95 %, noons of 33 °C at 55 %, a breeze, a shower at 17 o'clock.
    private void Fill(DateOnly from, DateOnly to)
    {
        static double Wave(int hour, double night, double noon) => night + ((noon - night) * Math.Max(0, Math.Sin((hour % 24 - 6) * Math.PI / 12)));
        _readings.Fill("st-one", "air_temperature", from, to, h => Wave(h, 23, 33));
        _readings.Fill("st-one", "humidity", from, to, h => Wave(h, 95, 55));
        _readings.Fill("st-one", "wind_speed", from, to, _ => 2);
        _readings.Fill("st-one", "rain", from, to, h => h % 24 == 17 ? 6 : 0);
    }
}
