using System.Net;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Forecasts;
using EnviAgriNet.Cloud.Registry.Markets;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Cloud.Tests.Forecasts;

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
}
