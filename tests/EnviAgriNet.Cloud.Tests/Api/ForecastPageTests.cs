using System.Net;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Forecasts;
using EnviAgriNet.Cloud.Registry.Markets;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Cloud.Tests.Forecasts;
using EnviAgriNet.Testing;
using Microsoft.Playwright;

namespace EnviAgriNet.Cloud.Tests.Api;

/// <summary>The price outlook: its interface, and its page in Debian's Chromium. Screenshots go to artifacts/screenshots.</summary>
public sealed class ForecastPageTests : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

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
    public async Task Page_InBothLanguages_ShowsTheFanWithDoubt_AndFits320Pixels()
    {
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Headless = true, Args = Flags });
        foreach ((int width, int height) in (IEnumerable<(int, int)>)[(320, 700), (1100, 900)])
        {
            IBrowserContext context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height } });
            IPage page = await context.NewPageAsync();
            List<string> faults = [];
            page.Console += (_, line) => faults.Add(line.Type == "error" ? line.Text : string.Empty);
            page.Dialog += (_, dialog) => faults.Add(dialog.Message);
            await page.GotoAsync(new Uri(_cloud.Address, "/forecast.html?commodity=paddy-jasmine").ToString());
            await page.Locator("#picture .median").WaitForAsync();
            Assert.Contains("มีโอกาส 8 ใน 10", await page.Locator("#doubt").InnerTextAsync(), StringComparison.Ordinal);
            Assert.Contains("บาท/ตัน", await page.Locator("#headline").InnerTextAsync(), StringComparison.Ordinal);
            Assert.Contains($"{DateTime.UtcNow.Year + 543}", await page.Locator("#one").InnerTextAsync(), StringComparison.Ordinal);
            Assert.Contains("กราฟราคา", await page.GetAttributeAsync("#picture", "aria-label"), StringComparison.Ordinal);
            Assert.Equal(6, await page.Locator("#steps tbody tr").CountAsync());
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "the page scrolls sideways");
            await ScreenshotAsync(page, $"forecast-{width}-th.png");

            await page.Locator("#language").ClickAsync();
            Assert.Contains("8 chances in 10", await page.Locator("#doubt").InnerTextAsync(), StringComparison.Ordinal);
            await page.Locator("#commodity").FocusAsync();
            await page.Keyboard.PressAsync("ArrowUp");
            await page.Locator("#title", new() { HasTextString = "<img" }).WaitForAsync();
            Assert.DoesNotContain(faults, f => f.Length > 0);
            await ScreenshotAsync(page, $"forecast-{width}-en.png");
        }
    }

    private static Task ScreenshotAsync(IPage page, string name) => page.ScreenshotAsync(new()
    {
        Path = Path.Combine(Repository.Root, "artifacts", "screenshots", name),
        FullPage = true,
    });
}
