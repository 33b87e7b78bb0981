using EnviAgriNet.Cloud.Fields;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Crops.Outlook;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Tests.Fields;

public sealed class FieldWeatherSourceTests
{
    private static readonly DateOnly From = new(2026, 8, 1);
    private static readonly DateOnly To = new(2026, 8, 10);
    private static readonly RegionId Subdistrict = RegionId.Parse("500101");

    [Fact]
    public void Of_TwoStations_TakesEachQuantityFromTheNearestThatMeasuredIt()
    {
        FakeReadings readings = new();
        readings.Fill("near", "air_temperature", From, To, h => 20 + (h % 24 / 2d));
        readings.Fill("far", "air_temperature", From, To, _ => 99);
        readings.Fill("far", "rain", From, To, h => h % 24 == 15 ? 12 : 0);
        readings.Fill("far", "wind_speed:10", From, To, _ => 3);
        readings.Fill("toofar", "humidity", From, To, _ => 80);
        FieldWeatherSource source = new(new FakeStations(Station("near", "500101", 18.80, 98.95), Station("far", "500205", 18.90, 98.95), Station("toofar", "500101", 19.9, 99.8)), readings);

        PlaceWeather weather = source.Of(Subdistrict, new PlotPlace(18.79, 98.95), From, To);
        OutlookDay day = weather.Days.Single(d => d.Date == From.AddDays(3));
        Assert.Equal((20, 31.5, 12d), (day.TMin, day.TMax, day.Rain));
        Assert.Equal(3 * 0.748, day.Wind!.Value, 2); // FAO-56 Eq. 47 at 10 m.
        Assert.Null(day.RhMax);
        Assert.Equal(["near", "far"], weather.Sources.Select(s => s.Name));
        Assert.Equal(["air_temperature"], weather.Sources[0].Gives);
        Assert.Equal(["rain", "wind_speed"], weather.Sources[1].Gives);
        Assert.InRange(weather.Sources[1].Kilometres!.Value, 12, 12.5);
    }

    [Fact]
    public void Of_PlaceNotKnown_TakesTheDistrictThenTheProvince()
    {
        FakeReadings readings = new();
        readings.Fill("st-a", "air_temperature", From, To, _ => 25);
        readings.Fill("st-b", "air_temperature", From, To, _ => 30);
        FakeStations both = new(Station("st-a", "500102", null, null), Station("st-b", "500301", null, null));
        Assert.Equal(["st-a"], new FieldWeatherSource(both, readings).Of(Subdistrict, null, From, To).Sources.Select(s => s.Name));
        FakeStations other = new(Station("st-b", "500301", null, null), Station("st-c", "510101", null, null));
        Assert.Equal(["st-b"], new FieldWeatherSource(other, readings).Of(Subdistrict, null, From, To).Sources.Select(s => s.Name));
        Assert.Empty(new FieldWeatherSource(other, readings).Of(RegionId.Parse("60"), null, From, To).Days);
    }

    [Fact]
    public void Of_HalfADay_DoesNotCount()
    {
        FakeReadings readings = new();
        readings.Fill("st-a", "air_temperature", From, To, h => h < 24 && h > 10 ? null : 25);
        PlaceWeather weather = new FieldWeatherSource(new FakeStations(Station("st-a", "500101", null, null)), readings).Of(Subdistrict, null, From, To);
        Assert.DoesNotContain(weather.Days, d => d.Date == From);
        Assert.Contains(weather.Days, d => d.Date == From.AddDays(1));
    }

    [Fact]
    public void Of_RunningTotal_IsRainEvenWhenItIsSetToZero()
    {
        FakeReadings readings = new();

        // A millimetre an hour; at noon of the first day the counter begins again.
        readings.Fill("st-a", "rain_total", From, To, h => h < 12 ? 500 + h : h - 12);
        PlaceWeather weather = new FieldWeatherSource(new FakeStations(Station("st-a", "500101", null, null)), readings).Of(Subdistrict, null, From, To);
        Assert.Equal(11 + 0 + 11, weather.Days.Single(d => d.Date == From).Rain);
        Assert.Equal(24, weather.Days.Single(d => d.Date == From.AddDays(1)).Rain);
    }

    private static Station Station(string id, string region, double? latitude, double? longitude) =>
        new(StationId.Parse(id), RegionId.Parse(region), id, id, latitude, longitude, null, null);
}
