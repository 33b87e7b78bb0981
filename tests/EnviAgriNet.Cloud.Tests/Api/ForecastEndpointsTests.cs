using System.Net;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Forecasts;
using EnviAgriNet.Cloud.Registry.Markets;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Cloud.Tests.Forecasts;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Tests.Api;

/// <summary>The price outlook: what the cloud answers.</summary>
public sealed class ForecastEndpointsTests : IAsyncLifetime
{
    private readonly CloudRoom _cloud = new();

    public async Task InitializeAsync()
    {
        await _cloud.StartAsync();
        DateOnly month = new(DateTime.UtcNow.Year, DateTime.UtcNow.Month, 1);
        PriceBook prices = _cloud.Get<PriceBook>();
        prices.Put(ForecastRoom.Jasmine, ForecastRoom.Months(month, 90), "test");
        prices.Put(ForecastRoom.Jasmine with { Commodity = "maize", Market = "<img src=x onerror=alert(1)>" }, ForecastRoom.Months(month, 60, 8), "test");
        foreach ((long id, PriceSeries series) in prices.All())
        {
            Assert.Null(_cloud.Get<ForecastMaker>().Make(id, series).Reason);
        }
    }

    public async Task DisposeAsync() => await _cloud.DisposeAsync();

    [Fact]
    public async Task Forecasts_ListAndOne_CarryIntervalsCardAndTag()
    {
        using HttpClient http = new() { BaseAddress = _cloud.Address };
        JsonNode list = JsonNode.Parse(await http.GetStringAsync(new Uri("/api/forecasts", UriKind.Relative)))!;
        Assert.Equal(["maize", "paddy-jasmine"], list["forecasts"]!.AsArray().Select(f => f!["commodity"]!.GetValue<string>()));
        using HttpResponseMessage answer = await http.GetAsync(new Uri($"/api/forecasts/{list["forecasts"]![1]!["id"]}", UriKind.Relative));
        JsonNode one = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal(
            ["id", "commodity", "name_th", "name_en", "market", "region", "kind", "frequency", "source", "grade", "unit", "made_at", "steps", "card", "risks", "track_record", "history"],
            one.AsObject().Select(p => p.Key));
        Assert.Equal(["date", "median", "low80", "high80", "low95", "high95"], one["steps"]![0]!.AsObject().Select(p => p.Key));
        Assert.Equal("baht/ton", one["unit"]!["en"]!.GetValue<string>());
        Assert.Equal(90, one["history"]!.AsArray().Count);
        using HttpRequestMessage again = new(HttpMethod.Get, answer.RequestMessage!.RequestUri);
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using HttpResponseMessage unchanged = await http.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        foreach ((string path, HttpStatusCode code) in (ReadOnlySpan<(string, HttpStatusCode)>)
            [("/api/forecasts/999", HttpStatusCode.NotFound), ("/api/forecasts/x", HttpStatusCode.NotFound),
                ("/api/forecasts?commodity=nothing-at-all", HttpStatusCode.BadRequest), ("/api/forecasts/balance?crop=rice", HttpStatusCode.NotFound),
                ("/api/forecasts/balance?crop=rice&region=x", HttpStatusCode.BadRequest)])
        {
            Assert.Equal(code, http.Send(new HttpRequestMessage(HttpMethod.Get, path)).StatusCode);
        }
    }

    [Fact]
    public async Task Cards_AreForOfficers_AndTellWhatHasNoForecastAndWhy()
    {
        PriceSeries old = ForecastRoom.Jasmine with { Commodity = "cassava" };
        _cloud.Get<PriceBook>().Put(old, ForecastRoom.Months(new DateOnly(2019, 1, 1), 30, 3), "test");
        OfficerBook officers = _cloud.Get<OfficerBook>();
        officers.Add(new Officer("ann", new HashSet<Role> { Role.Admin }), null);
        using HttpClient http = new() { BaseAddress = _cloud.Address };
        using (HttpResponseMessage stranger = await http.GetAsync(new Uri("/api/forecasts/cards", UriKind.Relative)))
        {
            Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        }

        http.DefaultRequestHeaders.Authorization = new("Bearer", officers.NewToken("ann", "ann").Token!);
        JsonNode cards = JsonNode.Parse(await http.GetStringAsync(new Uri("/api/forecasts/cards", UriKind.Relative)))!;
        Assert.Equal(["maize", "paddy-jasmine"], cards["cards"]!.AsArray().Select(card => card!["commodity"]!.GetValue<string>()));
        Assert.All(cards["cards"]!.AsArray(), card => Assert.InRange(card!["published"]!["coverage80"]!.GetValue<double>(), 0, 1));
        JsonNode silent = Assert.Single(cards["silent"]!.AsArray())!;
        Assert.Equal(("cassava", "too-old"), (silent["commodity"]!.GetValue<string>(), silent["why"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Balances_AreTheSameForEachAreaAsAskedAlone()
    {
        YieldBook yields = _cloud.Get<YieldBook>();
        yields.Put(Enumerable.Range(2012, 12).Select(year => new YieldYear("rice", YieldYear.InSeason, RegionId.Parse("50"), year, 1000, 990, 400 + (year % 5 * 20), "oae")), "test");
        using HttpClient http = new() { BaseAddress = _cloud.Address };
        JsonNode all = JsonNode.Parse(await http.GetStringAsync(new Uri("/api/forecasts/balances", UriKind.Relative)))!;
        JsonNode alone = JsonNode.Parse(await http.GetStringAsync(new Uri("/api/forecasts/balance?crop=rice&region=50", UriKind.Relative)))!;
        JsonObject area = Assert.Single(all["balances"]!.AsArray())!.AsObject();
        Assert.Equal(("rice", "เชียงใหม่"), (all["crop"]!.GetValue<string>(), area["name_th"]!.GetValue<string>()));
        foreach (string added in (string[])["region", "name_th", "name_en"])
        {
            area.Remove(added);
        }

        Assert.Equal(alone.ToJsonString(), area.ToJsonString());
        using HttpResponseMessage refused = await http.GetAsync(new Uri("/api/forecasts/balances?crop=nothing", UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }
}
