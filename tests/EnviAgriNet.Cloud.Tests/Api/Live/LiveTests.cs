using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using EnviAgriNet.Cloud.Api;
using EnviAgriNet.Cloud.Api.Live;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Cloud.Tests.Api.Live;

public sealed class LiveTests : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private static readonly DateTimeOffset Begin = DateTimeOffset.UtcNow.AddHours(-1);

    private readonly CloudRoom _cloud = new();
    private HttpClient _http = null!;
    private LiveBoard _board = null!;

    public async Task InitializeAsync()
    {
        _cloud.Store.Newest[StationId.Parse("cm-001")] = [Reading("pm25", 0, 11), Reading("humidity", 0, 40)];
        _cloud.Store.Newest[StationId.Parse("cm-002")] = [Reading("pm25", 0, 22)];
        await _cloud.StartAsync();
        _board = _cloud.Get<LiveBoard>();
        _http = new HttpClient { BaseAddress = _cloud.Address };
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _cloud.DisposeAsync();
    }

    [Fact]
    public async Task Live_StationsAndSeries_SnapshotFirst_ThenOnlyWhatIsOnTheScreen()
    {
        await using Listener page = await ListenAsync("/api/live?stations=cm-001&series=pm25&topics=values");
        SseItem<string> first = await page.NextAsync("values");
        Assert.Equal([("cm-001", "pm25", 11.0)], Values(first));
        Assert.True(Root(first).GetProperty("snapshot").GetBoolean());

        Commit("cm-002", "pm25", 1, 99);
        Commit("cm-001", "humidity", 1, 41);
        Commit("cm-001", "pm25", 1, 12);

        SseItem<string> second = await page.NextAsync("values");
        Assert.Equal([("cm-001", "pm25", 12.0)], Values(second));
        Assert.NotNull(second.EventId);
    }

    [Fact]
    public async Task Live_LostLine_ResumesWithWhatWasMissed_AndNothingElse()
    {
        string position;
        await using (Listener page = await ListenAsync("/api/live?series=pm25&topics=map"))
        {
            Commit("cm-001", "pm25", 1, 12);
            position = (await page.NextAsync("map")).EventId!;
        }

        Commit("cm-001", "pm25", 2, 13);
        Commit("cm-001", "pm25", 3, 14);

        await using Listener again = await ListenAsync("/api/live?series=pm25&topics=map", position);
        JsonElement missed = Root(await again.NextAsync("map"));
        Assert.False(missed.GetProperty("snapshot").GetBoolean());
        JsonElement only = Assert.Single(missed.GetProperty("values").EnumerateArray());
        Assert.Equal(("cm-001", 14.0), (only[0].GetString(), only[2].GetDouble()));
        Assert.Equal(Begin.AddSeconds(3).ToUnixTimeSeconds(), only[3].GetInt64());
    }

    [Fact]
    public async Task Live_PositionFromBeforeARestart_GetsEverythingAsSnapshot()
    {
        await using Listener page = await ListenAsync("/api/live?series=pm25&topics=map", "0a0b0c0d.77");

        JsonElement all = Root(await page.NextAsync("map"));
        Assert.True(all.GetProperty("snapshot").GetBoolean());
        Assert.Equal(2, all.GetProperty("values").GetArrayLength());
    }

    [Fact]
    public async Task Live_RushOfReadings_NoMoreThanTwoUpdatesASecond_AndTheLastValueArrives()
    {
        await using Listener page = await ListenAsync("/api/live?stations=cm-001&series=pm25&topics=values");
        await page.NextAsync("values");
        long started = TimeProvider.System.GetTimestamp();
        Task rush = Task.Run(async () =>
        {
            for (int i = 1; i <= 300; i++)
            {
                Commit("cm-001", "pm25", i, i);
                await Task.Delay(5);
            }
        });

        int updates = 0;
        double last = 0;
        while (last < 300)
        {
            last = Values(await page.NextAsync("values")).Single().Value;
            updates++;
        }

        await rush;
        double seconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
        Assert.InRange(updates, 1, (int)(seconds * 2) + 2);
    }

    [Fact]
    public async Task Live_ManyPagesThatAskTheSame_ShareOneFeed_AndAreForgottenWhenTheyGo()
    {
        LiveHub hub = _cloud.Get<LiveHub>();
        List<Listener> pages = [];
        for (int i = 0; i < 20; i++)
        {
            pages.Add(await ListenAsync(i % 2 == 0 ? "/api/live?series=pm25,humidity&topics=map" : "/api/live?topics=map&series=humidity,pm25"));
        }

        Assert.Equal(1, hub.Feeds);
        Commit("cm-002", "pm25", 1, 23);
        foreach (Listener page in pages)
        {
            Assert.Contains("cm-002", (await page.NextAsync("map")).Data, StringComparison.Ordinal);
            await page.DisposeAsync();
        }

        await Eventually.HoldsAsync("nobody listens", Limit, () => hub.Feeds == 0);
    }

    [Theory]
    [InlineData("/api/live?topics=cases", HttpStatusCode.Unauthorized)]
    [InlineData("/api/live?topics=values,waiting", HttpStatusCode.Unauthorized)]
    [InlineData("/api/live/officer?topics=cases", HttpStatusCode.Unauthorized)]
    [InlineData("/api/live?topics=everything", HttpStatusCode.BadRequest)]
    [InlineData("/api/live?topics=map", HttpStatusCode.BadRequest)]
    [InlineData("/api/live?stations=A", HttpStatusCode.BadRequest)]
    [InlineData("/api/live?stations=,", HttpStatusCode.BadRequest)]
    [InlineData("/api/live?series=none", HttpStatusCode.BadRequest)]
    public async Task Live_WhatMayNotBeAsked_IsRefused(string path, HttpStatusCode expected)
    {
        using HttpResponseMessage answer = await _http.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal(expected, answer.StatusCode);
    }

    private static List<(string Station, string Series, double Value)> Values(SseItem<string> item) =>
    [
        .. Root(item).GetProperty("values").EnumerateArray().Select(v =>
            (v.GetProperty("station").GetString()!, v.GetProperty("series").GetString()!, v.GetProperty("value").GetDouble())),
    ];

    private static JsonElement Root(SseItem<string> item) => JsonDocument.Parse(item.Data).RootElement;

    private static Reading Reading(string series, int second, double value) =>
        new(SeriesName.Parse(series), Begin.AddSeconds(second), value, QualityFlag.Pass);

    private void Commit(string station, string series, int second, double value) => _board.OnCommitted(
        [new CommittedPack(StationId.Parse(station), PackFate.Stored, [Reading(series, second, value)], DateTimeOffset.MinValue)]);

    private async Task<Listener> ListenAsync(string path, string? lastEventId = null)
    {
        HttpRequestMessage request = new(HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (lastEventId is not null)
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        }

        HttpResponseMessage answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        return new Listener(answer, await answer.Content.ReadAsStreamAsync());
    }

    private sealed class Listener(HttpResponseMessage answer, Stream stream) : IAsyncDisposable
    {
        private readonly IAsyncEnumerator<SseItem<string>> _items = SseParser.Create(stream).EnumerateAsync().GetAsyncEnumerator();

        public async Task<SseItem<string>> NextAsync(string kind)
        {
            while (await _items.MoveNextAsync().AsTask().WaitAsync(Limit))
            {
                if (_items.Current.EventType == kind)
                {
                    return _items.Current;
                }
            }

            throw new InvalidOperationException($"the stream ended before an event '{kind}'");
        }

        public async ValueTask DisposeAsync()
        {
            answer.Dispose();
            await _items.DisposeAsync();
        }
    }
}
