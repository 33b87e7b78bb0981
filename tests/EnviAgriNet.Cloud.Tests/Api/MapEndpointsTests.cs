using System.Globalization;
using System.Net;
using System.Text.Json;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Places;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Quantities;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Protocol.Packs;
using StationBook = EnviAgriNet.Cloud.Registry.StationBook;

namespace EnviAgriNet.Cloud.Tests.Api;

public sealed class MapEndpointsTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Hour = new(
        DateTimeOffset.UtcNow.Ticks / TimeSpan.TicksPerHour * TimeSpan.TicksPerHour, TimeSpan.Zero);

    private readonly CloudRoom _cloud = new();
    private HttpClient _http = null!;

    public async Task InitializeAsync()
    {
        _cloud.Store.Newest[StationId.Parse("cm-001")] =
            [Reading("pm25", 88.5, DateTimeOffset.UtcNow), Reading("air_temperature", 35, DateTimeOffset.UtcNow), Reading("humidity", 70, DateTimeOffset.UtcNow)];
        _cloud.Store.Newest[StationId.Parse("cm-002")] = [Reading("pm25", 12, Hour.AddHours(-9)), Reading("air_temperature", 30, DateTimeOffset.UtcNow)];
        _cloud.Store.Newest[StationId.Parse("stray-1")] = [Reading("pm25", 900, DateTimeOffset.UtcNow)];
        await _cloud.StartAsync();
        _cloud.Get<StationBook>().Store([
            RegistryRoom.Station("cm-002", "500101"), RegistryRoom.Station("cm-001", "500101"), RegistryRoom.Station("cr-001", "570101"),
        ]);
        _http = new HttpClient { BaseAddress = _cloud.Address };
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _cloud.DisposeAsync();
    }

    [Fact]
    public async Task Now_OfAQuantity_NamesStationsByPlace_SilentOnesWithTheirTime_StrayOnesNot()
    {
        JsonElement roster = await GetAsync("/api/map/stations");
        JsonElement view = await GetAsync("/api/map?quantity=pm25");

        Assert.Equal(["cm-001", "cm-002", "cr-001"], Texts(roster, "id"));
        Assert.Equal(roster.GetProperty("roster").GetString(), view.GetProperty("roster").GetString());
        Assert.Equal(["0", "1"], Texts(view, "i"));
        Assert.Equal(["88.5", "12"], Texts(view, "v"));
        Assert.Equal(Hour.AddHours(-9).ToUnixTimeSeconds(), view.GetProperty("t")[1].GetInt64());
        JsonElement classes = view.GetProperty("measure").GetProperty("scale").GetProperty("classes");
        Assert.Equal([null, "15", "25", "37.5", "75"], classes.EnumerateArray().Select(c => Text(c.GetProperty("from"))));
    }

    [Fact]
    public async Task Now_HeatIndex_NeedsBothReadings_ElseItIsUnknown()
    {
        JsonElement view = await GetAsync("/api/map?index=heat");

        Assert.Equal(["0", "1"], Texts(view, "i"));
        Assert.InRange(view.GetProperty("v")[0].GetDouble(), 49, 51);
        Assert.Equal(JsonValueKind.Null, view.GetProperty("v")[1].ValueKind);
        Assert.Equal(9, view.GetProperty("q")[1].GetInt32());
    }

    [Fact]
    public async Task Frames_HoursOfStations_AreMeansOfUsableReadings_AndGapsStayGaps()
    {
        // Two readings an hour for three hours; the middle hour is doubtful at the first station, and the second was silent at first.
        Commit("cm-001", [.. from h in new[] { 3, 2, 1 } from m in new[] { 0, 30 }
            select Reading("pm25", (h * 10) + (m / 30), Hour.AddHours(-h).AddMinutes(m), h == 2 ? QualityFlag.Fail : QualityFlag.Pass)]);
        Commit("cm-002", [Reading("pm25", 7, Hour.AddMinutes(-5))]);

        JsonElement view = await GetAsync($"/api/map/frames?quantity=pm25&to={Iso(Hour)}&frames=3&step=3600");
        JsonElement three = await GetAsync($"/api/map/frames?quantity=pm25&to={Iso(Hour)}&frames=1&step=10800");
        JsonElement at = await GetAsync($"/api/map?quantity=pm25&at={Iso(Hour.AddMinutes(20))}");

        Assert.Equal(10, view.GetProperty("factor").GetInt32());
        Assert.Equal(["305,", ",", "105,70"], view.GetProperty("v").EnumerateArray().Select(f => string.Join(',', f.EnumerateArray().Select(Text))));
        Assert.Equal(["205,70"], three.GetProperty("v").EnumerateArray().Select(f => string.Join(',', f.EnumerateArray().Select(Text))));
        Assert.Equal(["10.5", "7"], Texts(at, "v").Take(2));
        Assert.Equal(Hour.ToUnixTimeSeconds(), view.GetProperty("t")[2].GetInt64());
    }

    [Theory]
    [InlineData(17, null)]
    [InlineData(18, "100")]
    public async Task Frames_AirQuality_NeedsEighteenOfTwentyFourHours(int hours, string? expected)
    {
        Commit("cm-001", [.. Enumerable.Range(1, hours).Select(h => Reading("pm25", 37.5, Hour.AddHours(-h)))]);

        JsonElement view = await GetAsync($"/api/map/frames?index=aqi&to={Iso(Hour)}&frames=1");

        Assert.Equal(expected is null ? [] : [expected], view.GetProperty("v")[0].EnumerateArray().Select(Text));
    }

    [Fact]
    public async Task Hazard_NobodyJudgedYet_IsUnknown_AndAnEventOfAProvinceHoldsForItsStations()
    {
        JsonElement before = await GetAsync("/api/map?hazard=haze");
        _cloud.Get<RegistryDatabase>().Write(c => c.Run(
            "INSERT INTO event(id, region, hazard, onset, level) VALUES('50-haze-manual-1', '50', 'haze', $onset, 'Severe')",
            ("$onset", Hour.AddHours(-2).ToUnixTimeMilliseconds())));

        JsonElement now = await GetAsync("/api/map?hazard=any");
        JsonElement past = await GetAsync($"/api/map/frames?hazard=haze&to={Iso(Hour)}&frames=4");

        Assert.All(Texts(before, "v"), Assert.Null);
        Assert.Equal(["3", "3", null], Texts(now, "v"));
        Assert.Equal("haze", now.GetProperty("events")[0].GetProperty("hazard").GetString());
        Assert.Equal([",", "3,3", "3,3", "3,3"], past.GetProperty("v").EnumerateArray().Select(f => string.Join(',', f.EnumerateArray().Select(Text))));
    }

    [Fact]
    public async Task Shapes_ImportedBorders_AreGeoJsonOfTheRegionsRightWithin()
    {
        using StringReader csv = new("region,name_th,name_en,polygon\n5001,เมือง,Mueang,\"18.7,98.9 18.9,98.9 18.9,99.1 18.7,98.9\"\n5002,จอมทอง,Chom Thong,\n500101,ศรีภูมิ,Si Phum,\"18.7,98.9 18.9,98.9 18.9,99.1 18.7,98.9\"\n");
        _cloud.Get<PlaceBook>().Import(csv);

        JsonElement shapes = await GetAsync("/api/shapes/50");

        JsonElement only = shapes.GetProperty("features").EnumerateArray().Single();
        Assert.Equal("5001", only.GetProperty("id").GetString());
        Assert.Equal([98.9, 18.7], only.GetProperty("geometry").GetProperty("coordinates")[0][0].EnumerateArray().Select(n => n.GetDouble()));
    }

    [Fact]
    public async Task Answers_ThatAreKnown_AreNotSentAgain()
    {
        using HttpResponseMessage first = await _http.GetAsync(new Uri("/api/map/stations", UriKind.Relative));
        using HttpRequestMessage again = new(HttpMethod.Get, "/api/map/stations");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using HttpResponseMessage second = await _http.SendAsync(again);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal("no-cache", first.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("/api/map", "one of quantity, index and hazard")]
    [InlineData("/api/map?quantity=pm25&index=aqi", "one of quantity, index and hazard")]
    [InlineData("/api/map?quantity=nonsense", "quantity is not one that is known")]
    [InlineData("/api/map?quantity=pm25&at=yesterday", "at is a time")]
    [InlineData("/api/map?quantity=wind_direction&at=2026-11-22T09:00:00Z", "at: hours keep nothing")]
    [InlineData("/api/map/frames?quantity=pm25&to=2026-11-22T09:00:00Z&frames=73", "frames is a number from 1 to 72")]
    [InlineData("/api/map/frames?quantity=pm25&to=2026-11-22T09:00:00Z&step=60", "step is one of 3600")]
    [InlineData("/api/map/frames?quantity=pm25&to=2026-11-22T09:00:00Z&frames=72&step=86400", "frames times step is at most 31 days")]
    [InlineData("/api/shapes/500101", "region is a province")]
    public async Task Questions_BeyondTheirLimits_AreRefusedByName(string path, string sentence)
    {
        using HttpResponseMessage answer = await _http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(sentence, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_OfAnyText_AreAnsweredOrRefused_NeverFail()
    {
        const int Seed = 20261123;
        Random random = new(Seed);
        string[] names = ["quantity", "index", "hazard", "at", "to", "frames", "step"];
        string[] values = ["pm25", "aqi", "any", "", "0", "-1", "1e9", "99999999999999999999", "2026-11-22T09:00:00Z", "9999-12-31T23:59:59Z", "0001-01-01", "'", "%00", "ก", "3600"];
        for (int i = 0; i < 300; i++)
        {
            string query = string.Join('&', Enumerable.Range(0, random.Next(5)).Select(_ =>
                $"{names[random.Next(names.Length)]}={Uri.EscapeDataString(values[random.Next(values.Length)])}"));
            string path = $"{(random.Next(2) == 0 ? "/api/map" : "/api/map/frames")}?{query}";
            using HttpResponseMessage answer = await _http.GetAsync(new Uri(path, UriKind.Relative));
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"seed {Seed}: {path} gave {answer.StatusCode}");
        }
    }

    private static Reading Reading(string series, double value, DateTimeOffset at, QualityFlag flag = QualityFlag.Pass) => new(
        SeriesName.Of(QuantityCatalog.Get(series)), DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds()), value, flag);

    private static string Iso(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string?[] Texts(JsonElement view, string column) => [.. view.GetProperty(column).EnumerateArray().Select(Text)];

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.ToString();

    private long _sequence;

    private void Commit(string station, IReadOnlyList<Reading> readings)
    {
        SqliteReadingStore store = _cloud.Get<SqliteReadingStore>();
        Pack pack = new(StationId.Parse(station), "box", ++_sequence, "boot", DateTimeOffset.UtcNow, TimeSpan.Zero, [.. readings.OrderBy(r => r.TakenAt)]);
        byte[] sent = PackEncoder.Encode(pack, PackCompression.Gzip);
        store.Commit([new PackToStore(pack.Station, new PackDecoder().Decode(sent, pack.Station, null), default, DateTimeOffset.UtcNow)]);
        store.Flush();
    }

    private async Task<JsonElement> GetAsync(string path)
    {
        using HttpResponseMessage answer = await _http.GetAsync(new Uri(path, UriKind.Relative));
        string text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }
}
