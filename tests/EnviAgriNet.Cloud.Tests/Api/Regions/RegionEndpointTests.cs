using System.Net;
using System.Text.Json;
using EnviAgriNet.Cloud.Api;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using StationBook = EnviAgriNet.Cloud.Registry.StationBook;

namespace EnviAgriNet.Cloud.Tests.Api.Regions;

public sealed class RegionEndpointTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    private readonly CloudRoom _cloud = new()
    {
        Also = services => services.Replace(ServiceDescriptor.Singleton<IReadingStore>(p => p.GetRequiredService<SqliteReadingStore>())),
    };

    private HttpClient _http = null!;

    public async Task InitializeAsync()
    {
        await _cloud.StartAsync();
        _cloud.Get<StationBook>().Store(
        [
            RegistryRoom.Station("cm-001", "500101"), RegistryRoom.Station("cm-002", "500201"), RegistryRoom.Station("cm-003", "500201"),
            RegistryRoom.Station("cr-001", "570101"),
        ]);
        _http = new HttpClient { BaseAddress = _cloud.Address };
        // Two days of quarter hours to now; the third station fell silent yesterday; one reading is not to be trusted.
        Commit("cm-001", 10, hoursAgo: 0);
        Commit("cm-002", 30, hoursAgo: 0);
        Commit("cm-003", 500, hoursAgo: 24);
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _cloud.DisposeAsync();
    }

    [Fact]
    public async Task Region_SilentAndSuspectStations_CountForNothingAndAreTold()
    {
        JsonElement view = await GetAsync("/api/regions/50?quantity=pm25&days=3");

        JsonElement now = view.GetProperty("now");
        Assert.Equal((3, 2, 1), (now.GetProperty("stations").GetInt32(), now.GetProperty("reporting").GetInt32(), now.GetProperty("silent").GetInt32()));
        Assert.Equal((20.0, 30.0, "cm-002"), (now.GetProperty("mean").GetDouble(), now.GetProperty("max").GetDouble(), now.GetProperty("max_station").GetString()));
        JsonElement[] ranking = [.. view.GetProperty("ranking").EnumerateArray()];
        Assert.Equal(["cm-002", "cm-001", "cm-003"], ranking.Select(r => r.GetProperty("station").GetString()));
        Assert.Equal(JsonValueKind.Null, ranking[2].GetProperty("value").ValueKind);
        Assert.Equal(1.0, ranking[0].GetProperty("completeness").GetDouble());
        Assert.Equal(30.0, ranking[0].GetProperty("mean_24h").GetDouble(), 6);
        Assert.InRange(ranking[2].GetProperty("completeness").GetDouble(), 0, 0.05);
        Assert.Equal(3, view.GetProperty("days").GetArrayLength());
        Assert.Equal(["5001", "5002"], view.GetProperty("children").EnumerateArray().Select(c => c.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Regions_ProvincesWithStations_AndTheSameAnswerIsNotSentTwice()
    {
        using HttpResponseMessage first = await _http.GetAsync(new Uri("/api/regions?quantity=pm25", UriKind.Relative));
        using JsonDocument view = JsonDocument.Parse(await first.Content.ReadAsStreamAsync());
        Assert.Equal(["50", "57"], view.RootElement.GetProperty("regions").EnumerateArray().Select(r => r.GetProperty("id").GetString()));
        using HttpRequestMessage again = new(HttpMethod.Get, first.RequestMessage!.RequestUri);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using HttpResponseMessage second = await _http.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("/api/regions?quantity=nothing", HttpStatusCode.BadRequest)]
    [InlineData("/api/regions/5", HttpStatusCode.BadRequest)]
    [InlineData("/api/regions/50?days=32", HttpStatusCode.BadRequest)]
    [InlineData("/api/regions/50?days=x", HttpStatusCode.BadRequest)]
    [InlineData("/api/regions/96", HttpStatusCode.NotFound)]
    public async Task Region_QuestionOutsideTheLimits_IsRefused(string path, HttpStatusCode expected)
    {
        using HttpResponseMessage answer = await _http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(expected, answer.StatusCode);
        Assert.NotEmpty(await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Answers_AreCompressedWhereTheAskerCan_AndDescribedInOneDocument()
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri("/api/regions/50", UriKind.Relative));
        request.Headers.AcceptEncoding.ParseAdd("br");
        using HttpResponseMessage answer = await _http.SendAsync(request);
        Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);

        JsonElement document = await GetAsync("/api/openapi.json");
        string[] paths = [.. document.GetProperty("paths").EnumerateObject().Select(p => p.Name)];
        Assert.Contains("/api/series", paths);
        Assert.Contains("/api/regions/{id}", paths);
        Assert.All(paths, path => Assert.StartsWith("/api/", path, StringComparison.Ordinal));
    }

    private async Task<JsonElement> GetAsync(string path)
    {
        using HttpResponseMessage answer = await _http.GetAsync(new Uri(path, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }

    private void Commit(string station, double value, int hoursAgo)
    {
        using ReadingStore.StoreFolder packs = new(_cloud.Folder);
        StationId id = StationId.Parse(station);
        DateTimeOffset last = DateTimeOffset.FromUnixTimeSeconds(Now.AddHours(-hoursAgo).ToUnixTimeSeconds() - 60);
        Reading[] readings = [.. Enumerable.Range(0, 4 * 50).Select(i => new Reading(SeriesName.Parse("pm25"), last.AddMinutes(-15 * i), value, QualityFlag.Pass))];
        CommitOutcome outcome = _cloud.Get<IReadingStore>().Commit(
            [packs.Pack(id, "box", 1, default, [.. readings.Reverse(), new Reading(SeriesName.Parse("pm25"), last.AddMinutes(-7), 9_000, QualityFlag.Fail)])]);
        _cloud.Get<JudgedBoard>().OnCommitted(outcome.Packs);
    }
}
