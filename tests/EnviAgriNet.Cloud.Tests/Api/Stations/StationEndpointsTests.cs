using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Performance;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Tests.Alerts.Release;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Protocol.Messages;

using StationBook = EnviAgriNet.Cloud.Registry.StationBook;

namespace EnviAgriNet.Cloud.Tests.Api.Stations;

/// <summary>What is told of stations and of a year, over HTTP from a running cloud.</summary>
public sealed class StationEndpointsTests : IAsyncLifetime
{
    private static readonly string[] ForOfficers =
        ["/api/stations/cm-001/health", "/api/stations/cm-001/ledger", "/api/stations/cm-001/events", "/api/stations/cm-001/words", "/api/kpi/stations"];

    private readonly ReleaseCloud _cloud = new();
    private HttpClient _http = null!;

    public async Task InitializeAsync()
    {
        _cloud.Room.Store.Newest[StationId.Parse("cm-001")] =
            [new Reading(SeriesName.Parse("pm25"), DateTimeOffset.UtcNow.AddMinutes(-1), 88.5, QualityFlag.Suspect)];
        await _cloud.StartAsync();
        _cloud.Room.Get<StationBook>().Store([RegistryRoom.Station("cm-001", "500101"), RegistryRoom.Station("cm-002", "500101")]);
        _http = new HttpClient { BaseAddress = _cloud.Room.Address };
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _cloud.DisposeAsync();
    }

    [Fact]
    public async Task Station_ForEverybody_ShowsPlaceSeriesAndQuality_AndIsNotSentTwice()
    {
        using HttpResponseMessage answer = await GetAsync("/api/stations/cm-001", null);
        using JsonDocument view = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        JsonElement series = view.RootElement.GetProperty("series")[0];

        Assert.Equal("50", view.RootElement.GetProperty("places")[0].GetProperty("region").GetString());
        Assert.Equal(("pm25", 3, false), (series.GetProperty("series").GetString(), series.GetProperty("quality").GetInt32(), series.GetProperty("silent").GetBoolean()));
        Assert.Equal(30, view.RootElement.GetProperty("days").GetArrayLength());
        using HttpRequestMessage again = new(HttpMethod.Get, new Uri("/api/kpi", UriKind.Relative));
        using HttpResponseMessage first = await _http.GetAsync(again.RequestUri);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await _http.SendAsync(again)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("/api/stations/nobody-1", null)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/api/stations/cm-002", null)).StatusCode);
    }

    [Fact]
    public async Task Words_CalibrationToldByTheStation_SaysWhoAndSinceWhen()
    {
        string[] told = ["water_ph by tech-1 since 2026-01-20T03:00:00Z: 0.1 1", "water_ph by tech-2 since 2026-11-20T03:00:00Z: -0.2 1.01"];
        _cloud.Room.Get<IStationLedger>().RecordEvents([.. told.Select((text, i) => new EventToStore(
            StationId.Parse("cm-001"), new StationEvent { Outbox = "box", Id = i + 1, Kind = StationEventKind.Calibrated, Reason = text }, DateTimeOffset.UnixEpoch))]);
        using HttpResponseMessage answer = await GetAsync("/api/stations/cm-001/words", "vin");
        using JsonDocument view = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(
            [("water_ph", "tech-2", new DateTime(2026, 11, 20, 3, 0, 0, DateTimeKind.Utc), true), ("water_ph", "tech-1", new DateTime(2026, 1, 20, 3, 0, 0, DateTimeKind.Utc), false)],
            view.RootElement.GetProperty("calibrations").EnumerateArray().Select(c => (
                c.GetProperty("series").GetString(), c.GetProperty("by").GetString(), c.GetProperty("since").GetDateTime(), c.GetProperty("holds").GetBoolean())));
    }

    [Fact]
    public async Task Kpi_NothingMeasured_IsUnknownAndTargetsAreMarkedAsExamples()
    {
        using HttpResponseMessage answer = await GetAsync("/api/kpi", null);
        using JsonDocument view = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());

        JsonElement[] measures = [.. view.RootElement.GetProperty("measures").EnumerateArray()];
        Assert.Equal(["completeness", "usable", "uptime", "delay", "lead", "reach", "satisfaction"], measures.Select(m => m.GetProperty("name").GetString()));
        Assert.All(measures, measure =>
        {
            Assert.Equal(JsonValueKind.Null, measure.GetProperty("value").ValueKind);
            Assert.Equal(JsonValueKind.Null, measure.GetProperty("is_met").ValueKind);
            Assert.True(measure.GetProperty("target_is_example").GetBoolean());
        });
        Assert.Equal(2, measures[0].GetProperty("basis").GetProperty("stations_never_heard").GetDouble());
    }

    [Fact]
    public async Task OfficersPart_WithoutAToken_IsRefused_WithOneIsTold()
    {
        _cloud.Room.Get<HealthBoard>().OnHealth(
            StationId.Parse("cm-001"), new StationHealth { State = "online", At = DateTimeOffset.UtcNow.ToUnixTimeSeconds(), Depth = 5, HoursLeft = 70, Version = "1", Config = 3, ConfigRefused = 4, ConfigFaults = "rules[0].id: wrong" });
        foreach (string path in ForOfficers)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(path, null)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await GetAsync(path, "vin")).StatusCode);
        }

        using JsonDocument health = JsonDocument.Parse(await (await GetAsync("/api/stations/cm-001/health", "vin")).Content.ReadAsStringAsync());
        Assert.Equal("online", health.RootElement.GetProperty("line").GetString());
        JsonElement report = health.RootElement.GetProperty("report");
        Assert.Equal(70, report.GetProperty("hours_left").GetDouble());
        Assert.Equal((3, 4), (report.GetProperty("config").GetInt64(), report.GetProperty("config_refused").GetInt64()));
        Assert.Equal("rules[0].id: wrong", report.GetProperty("config_faults").GetString());
        using JsonDocument other = JsonDocument.Parse(await (await GetAsync("/api/stations/cm-002/health", "vin")).Content.ReadAsStringAsync());
        Assert.Equal("unknown", other.RootElement.GetProperty("line").GetString());
    }

    [Fact]
    public async Task OfficersPart_OfAnotherRegion_IsRefusedByCode_AndTheTableHasOnlyTheirOwn()
    {
        _cloud.Room.Get<StationBook>().Store([RegistryRoom.Station("nan-001", "550101")]);
        OfficerBook officers = _cloud.Room.Get<OfficerBook>();
        Assert.Null(officers.Add(new Officer("nanda", new HashSet<Role> { Role.Viewer }) { Regions = [RegionId.Parse("55")] }, "boss"));
        _cloud.Tokens["nanda"] = officers.NewToken("nanda", "boss").Token!;
        foreach (string path in ForOfficers.Where(path => path.StartsWith("/api/stations/", StringComparison.Ordinal)))
        {
            using HttpResponseMessage outside = await GetAsync(path, "nanda");
            Assert.Equal(HttpStatusCode.Forbidden, outside.StatusCode);
            Assert.Equal("outside-regions; regions=55", Assert.Single(outside.Headers.GetValues(RefusalCode.Header)));
            using HttpResponseMessage inside = await GetAsync(path.Replace("cm-001", "nan-001", StringComparison.Ordinal), "nanda");
            Assert.Equal(HttpStatusCode.OK, inside.StatusCode);

            // A station that nobody registered lies in no region: it is looked at by officers of the whole country.
            Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(path.Replace("cm-001", "nowhere-1", StringComparison.Ordinal), "nanda")).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await GetAsync(path.Replace("cm-001", "nowhere-1", StringComparison.Ordinal), "vin")).StatusCode);
        }

        using JsonDocument own = JsonDocument.Parse(await (await GetAsync("/api/kpi/stations", "nanda")).Content.ReadAsStringAsync());
        Assert.Equal(["nan-001"], own.RootElement.GetProperty("stations").EnumerateArray().Select(s => s.GetProperty("station").GetString()));
        using JsonDocument all = JsonDocument.Parse(await (await GetAsync("/api/kpi/stations", "vin")).Content.ReadAsStringAsync());
        Assert.Equal(3, all.RootElement.GetProperty("stations").GetArrayLength());
    }

    [Theory]
    [InlineData("/api/stations/cm-001?days=0", "days is 1 to 366")]
    [InlineData("/api/stations/cm-001?days=367", "days is 1 to 366")]
    [InlineData("/api/stations/NO!", "station is not")]
    [InlineData("/api/stations/cm-001/events?limit=201", "limit is 1 to 200")]
    [InlineData("/api/kpi?year=1999", "year is 2020 to 2100")]
    [InlineData("/api/stations/cm-001/readings.csv?series=pm25&from=2026-01-01T00:00:00Z&to=2026-03-01T00:00:00Z", "at most 7 days")]
    public async Task Question_BeyondALimit_IsRefusedAndTheLimitIsNamed(string path, string says)
    {
        using HttpResponseMessage answer = await GetAsync(path, "vin");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(says, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnyQuestion_OfNonsense_IsNeverAFaultOfTheCloud()
    {
        const int Seed = 4640;
        Random random = new(Seed);
        const string Letters = "abz09-.%/;'\"<>฿é\u0001 :=&?+";
        string[] paths = ["/api/stations/{0}", "/api/stations/{0}/health?days={1}", "/api/stations/{0}/events?before={1}&limit={2}", "/api/kpi?year={1}",
            "/api/kpi/stations?year={2}", "/api/stations/{0}/readings.csv?series={1}&from={2}&to={1}", "/api/stations/{0}/words", "/api/stations/{0}/ledger"];
        for (int i = 0; i < 300; i++)
        {
            string path = string.Format(
                System.Globalization.CultureInfo.InvariantCulture, paths[random.Next(paths.Length)], Nonsense(), Nonsense(), Nonsense());
            using HttpResponseMessage answer = await GetAsync(path, "vin");
            Assert.True((int)answer.StatusCode < 500, $"seed {Seed}, turn {i}: {path} gave {(int)answer.StatusCode}");
        }

        string Nonsense() => random.Next(4) switch
        {
            0 => random.NextInt64().ToString(System.Globalization.CultureInfo.InvariantCulture),
            1 => "cm-001",
            2 => $"-{random.Next()}",
            _ => Uri.EscapeDataString(new string([.. Enumerable.Range(0, random.Next(1, 50)).Select(_ => Letters[random.Next(Letters.Length)])])),
        };
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string? by)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.Authorization = by is null ? null : new AuthenticationHeaderValue("Bearer", _cloud.Tokens[by]);
        return await _http.SendAsync(request);
    }
}
