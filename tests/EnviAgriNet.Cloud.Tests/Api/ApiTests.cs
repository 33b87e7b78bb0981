using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Api;
using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Protocol.Messages;
using EnviAgriNet.Testing;
using StationBook = EnviAgriNet.Cloud.Registry.StationBook;

namespace EnviAgriNet.Cloud.Tests.Api;

public sealed class ApiTests : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly CloudRoom _cloud = new();
    private HttpClient _http = null!;

    public async Task InitializeAsync()
    {
        _cloud.Store.Newest[StationId.Parse("cm-001")] = [Reading("pm25", 88.5), Reading("humidity", 40, QualityFlag.Suspect)];
        _cloud.Store.Newest[StationId.Parse("stray-1")] = [Reading("water_level", 1.234)];
        await _cloud.StartAsync();
        _cloud.Get<StationBook>().Store([RegistryRoom.Station("cm-001", "500101"), RegistryRoom.Station("cm-002", "500101")]);
        _http = new HttpClient { BaseAddress = _cloud.Address };
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _cloud.DisposeAsync();
    }

    [Fact]
    public async Task Stations_RegisteredSilentAndStray_AllAreThereWithQuality()
    {
        using JsonDocument view = await GetJsonAsync("/api/stations");

        JsonElement[] stations = [.. view.RootElement.GetProperty("stations").EnumerateArray()];
        Assert.Equal(["cm-001", "cm-002", "stray-1"], stations.Select(s => s.GetProperty("id").GetString()));
        Assert.Equal([true, true, false], stations.Select(s => s.GetProperty("registered").GetBoolean()));
        JsonElement humidity = stations[0].GetProperty("values").EnumerateArray().First();
        Assert.Equal(("humidity", 3), (humidity.GetProperty("series").GetString(), humidity.GetProperty("quality").GetInt32()));
    }

    [Theory]
    [InlineData(nameof(AlertState.Draft))]
    [InlineData(nameof(AlertState.Waiting))]
    [InlineData(nameof(AlertState.Dropped))]
    public async Task Alerts_NotReleased_AreNoBodysButOfficers(string state)
    {
        _cloud.Alerts.Release(FakeAlertBook.Alert() with { State = Enum.Parse<AlertState>(state) });

        foreach (string path in new[] { "/api/alerts", "/api/alerts?all=true" })
        {
            using JsonDocument view = await GetJsonAsync(path);
            Assert.Empty(view.RootElement.GetProperty("alerts").EnumerateArray());
        }

        AlertPages pages = _cloud.Get<AlertPages>();
        Assert.Single(pages.Newest(isForOfficers: true).Alerts);
    }

    [Fact]
    public async Task Alerts_AndCap_ShowWhatToDo_ButNoNumbers()
    {
        _cloud.Subscribe(RegistryRoom.Person("0812345678", "phone"));
        _cloud.Alerts.Release(FakeAlertBook.Alert());
        await Eventually.HoldsAsync("the phone has it", Limit, () => _cloud.Deliveries.Counts()["delivered"] == 1);

        using JsonDocument view = await GetJsonAsync("/api/alerts");
        JsonElement alert = view.RootElement.GetProperty("alerts").EnumerateArray().Single();
        Assert.Equal("สวมหน้ากาก", alert.GetProperty("instruction").GetProperty("th").GetString());
        using HttpResponseMessage cap = await _http.GetAsync(new Uri(alert.GetProperty("cap").GetString()!, UriKind.Relative));
        Assert.Equal("application/cap+xml", cap.Content.Headers.ContentType!.MediaType);
        using HttpRequestMessage again = new(HttpMethod.Get, cap.RequestMessage!.RequestUri);
        again.Headers.IfNoneMatch.Add(cap.Headers.ETag!);
        using HttpResponseMessage unchanged = await _http.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        using HttpResponseMessage missing = await _http.GetAsync(new Uri("/alerts/nothing.xml", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);

        using JsonDocument status = await GetJsonAsync("/api/status");
        Assert.Equal(1, status.RootElement.GetProperty("alerts_released").GetInt64());
        Assert.Equal(1, status.RootElement.GetProperty("deliveries").GetProperty("delivered").GetInt64());
        string phone = await FirstEventAsync("/api/phone", "message", _ => true);
        Assert.Contains("+66 8x xxx x678", phone, StringComparison.Ordinal);
        Assert.DoesNotContain("812345678", phone, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_EveryAnswer_CarriesTheSecurityHeaders()
    {
        foreach (string path in (string[])["/", "/sw.js", "/page.css", "/place/500101", "/api/stations", "/nothing"])
        {
            using HttpResponseMessage answer = await _http.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal(path == "/nothing" ? HttpStatusCode.NotFound : HttpStatusCode.OK, answer.StatusCode);
            Assert.False(answer.Headers.Contains("Server"));
        }
    }

    [Fact]
    public async Task Live_CommittedReading_IsSeenWithinASecond_AndAlertsToo()
    {
        Task<string> value = FirstEventAsync("/api/live", "values", json => json.Contains("77.7", StringComparison.Ordinal));
        Task<string> alert = FirstEventAsync("/api/live", "alerts", json => json.Contains("E1-v1", StringComparison.Ordinal));
        LiveBoard board = _cloud.Get<LiveBoard>();
        while (!value.IsCompleted)
        {
            board.OnCommitted([new CommittedPack(StationId.Parse("cm-001"), PackFate.Stored, [Reading("pm25", 77.7)], DateTimeOffset.MinValue)]);
            await Task.WhenAny(value, Task.Delay(100));
        }

        _cloud.Alerts.Release(FakeAlertBook.Alert());
        await Task.WhenAll(value, alert).WaitAsync(Limit);
    }

    [Fact]
    public async Task Live_ManyClients_AreCappedAndTheOthersServed()
    {
        LiveStreams streams = _cloud.Get<LiveStreams>();
        int entered = Enumerable.Range(0, 3_000).Count(_ => streams.TryEnter());
        using HttpResponseMessage refused = await _http.GetAsync(new Uri("/api/live", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal(2_000, entered);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
    }

    [Fact]
    public async Task Siren_NoticeIsRepeatedUntilTheCentreShowsIt()
    {
        await _cloud.StopAsync();
        CloudRoom cloud = new(("Channels:Siren:Pace:RetryMin", "00:00:00.1"), ("Channels:Siren:Pace:RetryMax", "00:00:00.2"));
        await using (cloud)
        {
            await cloud.StartAsync();
            cloud.Get<StationBook>().Store([RegistryRoom.Station("cm-001", "500101")]);
            cloud.Link.IsDown = true;
            cloud.Alerts.Release(FakeAlertBook.Alert());
            await Eventually.HoldsAsync("the siren was tried", Limit, () => cloud.Deliveries.Newest(1) is [{ Attempts: > 1 }]);
            cloud.Link.IsDown = false;
            await Eventually.HoldsAsync("the notice is repeated", Limit, () => cloud.Link.Published.Count >= 3);
            Assert.All(cloud.Link.Published, sent => Assert.Equal("eag/v1/50/cm-001/alerts", sent.Topic));
            Assert.Contains(cloud.Deliveries.Newest(1)[0].State, (string[])["sent", "sending"]);

            StationEvent shown = new() { Outbox = "box", Id = 1, Kind = StationEventKind.AlertShown, Alert = "E1-v1" };
            cloud.Get<IStationLedger>().RecordEvents([new EventToStore(StationId.Parse("cm-001"), shown, DateTimeOffset.UtcNow)]);
            cloud.Get<SirenConfirmations>().OnEvent(shown);

            await Eventually.HoldsAsync("the notice is confirmed", Limit, () => cloud.Deliveries.Newest(1)[0].State == "delivered");
            int before = cloud.Link.Published.Count;
            await Task.Delay(TimeSpan.FromMilliseconds(700));
            Assert.InRange(cloud.Link.Published.Count, before, before + 1);
        }
    }

    private static Reading Reading(string series, double value, QualityFlag quality = QualityFlag.Pass) =>
        new(SeriesName.Parse(series), DateTimeOffset.UtcNow, value, quality);

    private async Task<JsonDocument> GetJsonAsync(string path)
    {
        using HttpResponseMessage answer = await _http.GetAsync(new Uri(path, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        Assert.True(answer.Headers.CacheControl!.NoStore);
        return JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
    }

    private async Task<string> FirstEventAsync(string path, string kind, Func<string, bool> wanted)
    {
        using CancellationTokenSource limit = new(Limit);
        await using Stream stream = await _http.GetStreamAsync(new Uri(path, UriKind.Relative), limit.Token);
        await foreach (SseItem<string> item in SseParser.Create(stream).EnumerateAsync(limit.Token))
        {
            if (item.EventType == kind && wanted(item.Data))
            {
                return item.Data;
            }
        }

        throw new InvalidOperationException($"{path} ended without {kind}");
    }
}
