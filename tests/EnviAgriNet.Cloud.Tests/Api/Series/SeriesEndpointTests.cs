using System.Net;
using System.Text.Json;
using EnviAgriNet.Cloud.Api;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EnviAgriNet.Cloud.Tests.Api.Series;

public sealed class SeriesEndpointTests : IAsyncLifetime
{
    private const string Span = "from=2026-03-01T00:00:00Z&to=2026-03-02T00:00:00Z";
    private static readonly StationId Station = StationId.Parse("centre-1");

    private readonly CloudRoom _cloud = new()
    {
        Also = services => services.Replace(ServiceDescriptor.Singleton<IReadingStore>(p => p.GetRequiredService<SqliteReadingStore>())),
    };

    private HttpClient _http = null!;
    private ReadingStore.StoreFolder _packs = null!;

    public async Task InitializeAsync()
    {
        await _cloud.StartAsync();
        _packs = new ReadingStore.StoreFolder(_cloud.Folder);
        Commit(1, Enumerable.Range(0, 600).Select(i => ReadingStore.StoreFolder.Reading(i, 10 + (i % 7))));
        _http = new HttpClient { BaseAddress = _cloud.Address };
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _cloud.DisposeAsync();
    }

    [Fact]
    public async Task Series_AskedAgain_IsUnchangedUntilAReadingComesOrAPersonSpeaks()
    {
        string path = $"/api/series?station=centre-1&series=pm25&{Span}&points=100";
        using HttpResponseMessage first = await _http.GetAsync(new Uri(path, UriKind.Relative));
        first.EnsureSuccessStatusCode();
        Assert.Equal(HttpStatusCode.NotModified, await AgainAsync(path, first));
        using JsonDocument view = JsonDocument.Parse(await first.Content.ReadAsStreamAsync());
        Assert.Equal(600, view.RootElement.GetProperty("total").EnumerateArray().Sum(n => n.GetInt32()));

        Commit(2, [ReadingStore.StoreFolder.Reading(700, 55)]);
        Assert.Equal(HttpStatusCode.OK, await AgainAsync(path, first));
    }

    [Theory]
    [InlineData("station=X&series=pm25&" + Span, "station")]
    [InlineData("series=pm25&" + Span, "station")]
    [InlineData("station=centre-1&series=nothing&" + Span, "nothing")]
    [InlineData("station=centre-1&" + Span, "series")]
    [InlineData("station=centre-1&series=pm25&from=yesterday&to=2026-03-02T00:00:00Z", "from")]
    [InlineData("station=centre-1&series=pm25&from=2026-03-01T00:00:00Z", "to")]
    [InlineData("station=centre-1&series=pm25&from=2026-03-01T00:00:00Z&to=2026-03-01T00:00:00Z", "to")]
    [InlineData("station=centre-1&series=pm25&from=2020-03-01T00:00:00Z&to=2026-03-01T00:00:00Z", "731 days")]
    [InlineData("station=centre-1&series=pm25&from=0001-01-01T00:00:00Z&to=0001-01-01T01:00:00Z", "from")]
    [InlineData("station=centre-1&series=pm25&points=2001&" + Span, "2000")]
    [InlineData("station=centre-1&series=pm25&points=-1&" + Span, "points")]
    public async Task Series_QuestionOutsideTheLimits_IsRefusedAndTheFieldNamed(string query, string named)
    {
        using HttpResponseMessage answer = await _http.GetAsync(new Uri($"/api/series?{query}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(named, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Series_OfNobody_IsNotFound()
    {
        using HttpResponseMessage answer = await _http.GetAsync(new Uri($"/api/series?station=nobody&series=pm25&{Span}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Null(answer.Headers.ETag);
    }

    [Fact]
    public async Task SeriesAndLive_AnyQuery_NeverFailInside()
    {
        string[] parts =
            ["station", "series", "from", "to", "points", "stations", "topics", "after", "centre-1", "pm25", "2026-03-01", "9999-12-31T23:59:59Z", "%00", "ก", "-1", "1e9", ",", "values", "map", "a.1", "&", "=", "99999999999999999999"];
        for (int seed = 0; seed < 150; seed++)
        {
            Random random = new(seed);
            string query = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => parts[random.Next(parts.Length)] + "=&"[random.Next(2)]));
            string path = (seed % 2 == 0 ? "/api/series?" : "/api/live?") + query;
            using HttpResponseMessage answer = await _http.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
            Assert.True((int)answer.StatusCode is 200 or 400 or 404, $"seed {seed}: {path} was answered {answer.StatusCode}");
        }
    }

    private async Task<HttpStatusCode> AgainAsync(string path, HttpResponseMessage before)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.IfNoneMatch.Add(before.Headers.ETag!);
        using HttpResponseMessage answer = await _http.SendAsync(request);
        return answer.StatusCode;
    }

    private void Commit(long sequence, IEnumerable<Reading> readings)
    {
        CommitOutcome outcome = _cloud.Get<IReadingStore>().Commit([_packs.Pack(Station, "box", sequence, default, [.. readings])]);
        _cloud.Get<JudgedBoard>().OnCommitted(outcome.Packs);
    }
}
