using System.Net;
using System.Text.Json;
using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Places;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Tests.Api.Residents;

public sealed class PlaceEndpointsTests : IAsyncLifetime
{
    private readonly CloudRoom _cloud = new();
    private HttpClient _http = null!;

    public async Task InitializeAsync()
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        _cloud.Store.Newest[StationId.Parse("cm-river")] =
        [
            Reading("water_level", now.AddMinutes(-3), 4.6), Reading("air_temperature", now.AddMinutes(-2), 36), Reading("humidity", now.AddMinutes(-2), 60),
        ];
        _cloud.Store.Newest[StationId.Parse("cm-quiet")] = [Reading("water_level", now.AddHours(-9), 6.2), Reading("pm25", now.AddHours(-9), 20)];
        await _cloud.StartAsync();
        _cloud.Get<StationBook>().Store(
        [
            RegistryRoom.Station("cm-river", "500101") with { BankLevel = 5, GroundLevel = 0, NameTh = "ศูนย์ริมปิง", NameEn = "Ping Riverside Centre" },
            RegistryRoom.Station("cm-quiet", "500201") with { BankLevel = 5, GroundLevel = 0, Latitude = 19.4, Longitude = 98.9 },
        ]);
        Import(_cloud.Get<PlaceBook>().Import, "region,name_th,name_en\n5001,เมืองเชียงใหม่,Mueang Chiang Mai\n500101,ศรีภูมิ,Si Phum\n500102,พระสิงห์,Phra Sing\n5002,จอมทอง,Chom Thong\n");
        Import(
            _cloud.Get<EvacuationBook>().Import,
            "id,region,name_th,name_en,latitude,longitude,capacity,phone\nwat-1,500101,วัดบน,Upper Temple,18.8,98.9,200,053 111 222\nschool-1,500102,โรงเรียน,School,18.81,98.9,,\n");
        _http = new HttpClient { BaseAddress = _cloud.Address };
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _cloud.DisposeAsync();
    }

    [Fact]
    public async Task Place_OpenWarning_ComesWithWhatToDoAndWhereToGo()
    {
        _cloud.Alerts.Release(FakeAlertBook.Alert(hazard: "river-flood", region: "5001"));
        _cloud.Alerts.Release(FakeAlertBook.Alert("E2", severity: "Extreme", hazard: "flash-flood"));
        _cloud.Alerts.Release(FakeAlertBook.Alert("E3", region: "5002", hazard: "haze"));
        _cloud.Alerts.Release(FakeAlertBook.Alert("E4", hazard: "drought") with { State = AlertState.Waiting });
        _cloud.Alerts.Release(FakeAlertBook.Alert("E5", hazard: "cold", life: TimeSpan.FromMinutes(-1)));

        JsonElement place = await GetAsync("/api/place/500101");

        JsonElement[] warnings = [.. place.GetProperty("warnings").EnumerateArray()];
        Assert.Equal(["E2-v1", "E1-v1"], warnings.Select(w => w.GetProperty("identifier").GetString()));
        Assert.Equal("สวมหน้ากาก", warnings[0].GetProperty("instruction").GetProperty("th").GetString());
        JsonElement shelter = warnings[0].GetProperty("shelters")[0];
        Assert.Equal(("วัดบน", "053 111 222"), (shelter.GetProperty("th").GetString(), shelter.GetProperty("phone").GetString()));
        Assert.Equal("5002", Assert.Single(place.GetProperty("elsewhere").EnumerateArray()).GetProperty("region").GetString());
        Assert.Equal(["Si Phum", "Mueang Chiang Mai", "Chiang Mai"], place.GetProperty("path").EnumerateArray().Select(step => step.GetProperty("en").GetString()));
        Assert.Equal("1784", place.GetProperty("hotline").GetString());
    }

    [Fact]
    public async Task Place_EndedWarning_IsToldAsEndedAndNotAsOpen()
    {
        _cloud.Alerts.Release(FakeAlertBook.Alert());
        _cloud.Alerts.Release(FakeAlertBook.Alert(version: 2, allClear: true));

        JsonElement place = await GetAsync("/api/place/500101");

        Assert.Empty(place.GetProperty("warnings").EnumerateArray());
        Assert.Equal("E1-v2", Assert.Single(place.GetProperty("ended").EnumerateArray()).GetProperty("identifier").GetString());
    }

    [Fact]
    public async Task Place_Measures_SayHowFullAndHowHot_AndFromWhere()
    {
        JsonElement place = await GetAsync("/api/place/500101");

        JsonElement river = place.GetProperty("river");
        Assert.True(river.GetProperty("known").GetBoolean());
        Assert.Equal((92, 0.4), (river.GetProperty("percent").GetDouble(), Math.Round(river.GetProperty("to_bank").GetDouble(), 2)));
        Assert.Equal("here", river.GetProperty("station").GetProperty("within").GetString());
        JsonElement heat = place.GetProperty("heat");
        Assert.InRange(heat.GetProperty("index").GetDouble(), 45, 52);
        Assert.Equal("danger", heat.GetProperty("class").GetString());
        Assert.Equal("province", (await GetAsync("/api/place/5003")).GetProperty("heat").GetProperty("station").GetProperty("within").GetString());
        Assert.Equal(JsonValueKind.Null, place.GetProperty("rain").ValueKind);
    }

    [Fact]
    public async Task Place_SilentStation_IsNotKnown_WhateverItSaidLast()
    {
        JsonElement place = await GetAsync("/api/place/500201");

        JsonElement river = place.GetProperty("river");
        Assert.False(river.GetProperty("known").GetBoolean());
        Assert.NotEqual(JsonValueKind.Null, river.GetProperty("at").ValueKind);
        Assert.Equal(JsonValueKind.Null, river.GetProperty("rise_per_hour").ValueKind);
        Assert.False(place.GetProperty("air").GetProperty("known").GetBoolean());
        Assert.Equal(JsonValueKind.Null, place.GetProperty("air").GetProperty("pm25").ValueKind);
    }

    [Fact]
    public async Task Place_AskedTwice_IsNotSentAgain_AndIsSmall()
    {
        _cloud.Alerts.Release(FakeAlertBook.Alert());
        using HttpResponseMessage first = await _http.GetAsync(new Uri("/api/place/500101", UriKind.Relative));
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri("/api/place/500101", UriKind.Relative));
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using HttpResponseMessage second = await _http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.True(first.Headers.CacheControl!.NoCache);
        Assert.InRange((await first.Content.ReadAsByteArrayAsync()).Length, 500, 8_000);
    }

    [Theory]
    [InlineData("ศรีภูมิ", "500101")]
    [InlineData("ต.ศรีภูมิ", "500101")]
    [InlineData("phum mueang", "500101")]
    [InlineData("Si Phum", "500101")]
    [InlineData("ริมปิง", "500101")]
    [InlineData("จ.เชียงราย", "57")]
    [InlineData("chiang", "50")]
    [InlineData("5002", "5002")]
    public async Task Places_ByName_FindsIt(string query, string region)
    {
        JsonElement found = await GetAsync($"/api/places?q={Uri.EscapeDataString(query)}");

        Assert.Equal(region, found.GetProperty("places")[0].GetProperty("region").GetString());
    }

    [Fact]
    public async Task Places_ByPosition_NearestFirst_AndNothingFarAway()
    {
        JsonElement near = await GetAsync("/api/places?lat=18.7&lon=98.95");

        Assert.Equal(["500101", "500201"], near.GetProperty("places").EnumerateArray().Select(p => p.GetProperty("region").GetString()));
        Assert.InRange(near.GetProperty("places")[0].GetProperty("km").GetDouble(), 5, 6);
        Assert.Empty((await GetAsync("/api/places?lat=6.5&lon=101")).GetProperty("places").EnumerateArray());
        Assert.Equal(77, (await GetAsync("/api/places")).GetProperty("places").GetArrayLength());
    }

    [Theory]
    [InlineData("/api/place/5", HttpStatusCode.BadRequest)]
    [InlineData("/api/place/abc", HttpStatusCode.BadRequest)]
    [InlineData("/api/place/99", HttpStatusCode.NotFound)]
    [InlineData("/api/places?lat=1", HttpStatusCode.BadRequest)]
    [InlineData("/api/places?lat=91&lon=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/places?lat=NaN&lon=NaN", HttpStatusCode.BadRequest)]
    public async Task Ask_WhatMakesNoSense_IsRefusedByName(string path, HttpStatusCode expected)
    {
        using HttpResponseMessage answer = await _http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Ask_AnyText_IsAnsweredWithoutAFault(int seed)
    {
        Random random = new(seed);
        for (int turn = 0; turn < 200; turn++)
        {
            string text = new([.. Enumerable.Range(0, random.Next(70)).Select(_ => (char)(random.Next(3) switch { 0 => random.Next(32, 127), 1 => random.Next(0xE01, 0xE5B), _ => random.Next(1, 0xD7FF) }))]);
            string path = random.Next(2) == 0 ? $"/api/places?q={Uri.EscapeDataString(text)}" : $"/api/place/{Uri.EscapeDataString(text)}";
            using HttpResponseMessage answer = await _http.GetAsync(new Uri(path, UriKind.Relative));
            Assert.True((int)answer.StatusCode < 500, $"seed {seed}, turn {turn}, {path}: {answer.StatusCode}");
        }
    }

    private static Reading Reading(string series, DateTimeOffset at, double value) => new(SeriesName.Parse(series), at, value, QualityFlag.Pass);

    private static void Import(Func<TextReader, ImportReport> import, string csv)
    {
        using StringReader reader = new(csv);
        ImportReport report = import(reader);
        Assert.Empty(report.Faults);
    }

    private async Task<JsonElement> GetAsync(string path)
    {
        using HttpResponseMessage answer = await _http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        using JsonDocument document = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        return document.RootElement.Clone();
    }
}
