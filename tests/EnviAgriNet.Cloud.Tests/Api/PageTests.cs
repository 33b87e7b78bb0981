using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Testing;
using Microsoft.Playwright;

namespace EnviAgriNet.Cloud.Tests.Api;

/// <summary>The first page in a real browser: Debian's Chromium, headless. Screenshots go to artifacts/screenshots.</summary>
public sealed class PageTests : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly CloudRoom _cloud = new();
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async Task InitializeAsync()
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        _cloud.Store.Newest[StationId.Parse("cm-001")] =
        [
            new(SeriesName.Parse("pm25"), now.AddMinutes(-2), 96.4, QualityFlag.Pass),
            new(SeriesName.Parse("humidity"), now.AddMinutes(-2), 41.2, QualityFlag.NotEvaluated),
            new(SeriesName.Parse("air_temperature"), now.AddMinutes(-2), 33.6, QualityFlag.Suspect),
        ];
        _cloud.Store.Newest[StationId.Parse("cm-river")] = [new(SeriesName.Parse("water_level"), now.AddHours(-7), 2.31, QualityFlag.Pass)];
        _cloud.Store.Newest[StationId.Parse("stray-node-7")] = [new(SeriesName.Parse("soil_moisture:-0.3"), now, 18.2, QualityFlag.Pass)];
        await _cloud.StartAsync();
        Station centre = RegistryRoom.Station("cm-001", "500101") with { NameTh = "ศูนย์ดิจิทัลชุมชนช้างเผือก", NameEn = "Chang Phueak Digital Centre" };
        Station hostile = RegistryRoom.Station("cm-river", "500102") with { NameTh = "<img src=x onerror=alert(1)>", NameEn = "<script>alert(1)</script>" };
        _cloud.Get<StationBook>().Store([centre, hostile, RegistryRoom.Station("nan-001", "550101")]);
        _cloud.Subscribe(RegistryRoom.Person("0812345678", "phone"), RegistryRoom.Person("0898765432", "phone", "en"));
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Headless = true, Args = Flags });
    }

    public async Task DisposeAsync()
    {
        await _browser.CloseAsync();
        _playwright.Dispose();
        await _cloud.DisposeAsync();
    }

    [Theory]
    [InlineData(360, 740)]
    [InlineData(1280, 900)]
    public async Task Page_AlertAndMessage_AppearAndFitTheWidth(int width, int height)
    {
        IPage page = await OpenAsync(width, height);
        List<string> dialogs = [];
        page.Dialog += (_, dialog) => dialogs.Add(dialog.Message);
        await page.Locator(".calm").WaitForAsync();
        await page.Locator("[data-station=cm-001] [data-series=pm25]").WaitForAsync();

        _cloud.Alerts.Release(FakeAlertBook.Alert(sms: "เตือนภัย! หมอกควัน PM2.5 สูง ต.ช้างเผือก งดออกกลางแจ้ง"));

        await page.Locator(".alert.Severe").WaitForAsync();
        await page.Locator(".bubble").Nth(1).WaitForAsync();
        Assert.Contains("สวมหน้ากาก", await page.Locator(".alert").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("+66 8x xxx x678", await page.Locator("#phone").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("<img src=x onerror=alert(1)>", await page.Locator("[data-station=cm-river]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("เงียบตั้งแต่", await page.Locator("[data-station=cm-river]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await page.Locator("[data-station=stray-node-7] .mark").CountAsync());
        Assert.Empty(dialogs);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "the page scrolls sideways");
        await ScreenshotAsync(page, $"page-{width}-th.png");
        await page.Locator("#language").ClickAsync();
        await ScreenshotAsync(page, $"page-{width}-en.png");
    }

    [Fact]
    public async Task Page_LanguageToggle_ChangesWordsAndLangAndIsRemembered()
    {
        IPage page = await OpenAsync(360, 740);
        Assert.Equal("th", await page.GetAttributeAsync("html", "lang"));
        await page.Locator("[data-station=cm-001]").WaitForAsync();
        Assert.Contains("25", await page.Locator("#now").InnerTextAsync(), StringComparison.Ordinal);

        await page.Locator("#language").ClickAsync();
        Assert.Equal("en", await page.GetAttributeAsync("html", "lang"));
        await page.ReloadAsync();

        await page.Locator("[data-station=cm-001]").WaitForAsync();
        Assert.Equal("en", await page.GetAttributeAsync("html", "lang"));
        Assert.Equal("Stations", await page.Locator("#stations-title").InnerTextAsync());
        Assert.Contains("Chang Phueak", await page.Locator("[data-station=cm-001]").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_TabKey_ReachesEverythingThatCanBeUsed()
    {
        _cloud.Alerts.Release(FakeAlertBook.Alert());
        IPage page = await OpenAsync(360, 740);
        await page.Locator(".alert a").WaitForAsync();
        List<string> reached = [];
        for (int step = 0; step < 4; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            reached.Add(await page.EvaluateAsync<string>("document.activeElement.id || document.activeElement.className || document.activeElement.tagName"));
        }

        Assert.Equal(["skip", "language", "A", "phone"], reached);
    }

    [Fact]
    public async Task Page_CloudGoesAway_SaysSo_AndComesBackByItself()
    {
        IPage page = await OpenAsync(360, 740);
        await page.Locator("#link[data-state=up]").WaitForAsync();

        await _cloud.StopAsync();
        await page.Locator("#link[data-state=down]").WaitForAsync();
        Assert.Equal("ไม่สด กำลังเชื่อมต่อใหม่", await page.Locator("#link").InnerTextAsync());
        await _cloud.StartAsync();
        await page.Locator("#link[data-state=up]").WaitForAsync();
    }

    private static Task ScreenshotAsync(IPage page, string name) => page.ScreenshotAsync(new()
    {
        Path = Path.Combine(Repository.Root, "artifacts", "screenshots", name),
        FullPage = true,
    });

    private async Task<IPage> OpenAsync(int width, int height)
    {
        IBrowserContext context = await _browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height } });
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(_cloud.Address.ToString());
        return page;
    }
}
