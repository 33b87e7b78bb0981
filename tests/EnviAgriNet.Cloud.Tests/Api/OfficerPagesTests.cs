using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Tests.Alerts.Release;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Testing;
using Microsoft.Playwright;

namespace EnviAgriNet.Cloud.Tests.Api;

/// <summary>The pages of officers in a real browser as wide as a small phone.</summary>
public sealed class OfficerPagesTests : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly ReleaseCloud _cloud = new();
    private readonly List<string> _complaints = [];
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async Task InitializeAsync()
    {
        await _cloud.StartAsync();
        _cloud.Room.Subscribe(RegistryRoom.Person("0812345678", "phone"));
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Headless = true, Args = Flags });
    }

    public async Task DisposeAsync()
    {
        await _browser.CloseAsync();
        _playwright.Dispose();
        await _cloud.DisposeAsync();
    }

    [Fact]
    public async Task Alert_AsksForTheToken_ThenShowsTheProof()
    {
        long number = _cloud.Open("F", HazardKind.FlashFlood, HazardLevel.Severe).Number;
        IPage page = await OpenAsync($"/alert.html?n={number}");
        await page.Locator("#key").WaitForAsync();
        await CheckAsync(page, "alert-asks");
        await page.Locator("#token").FillAsync("eag_wrong");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#key").WaitForAsync();
        Assert.Equal(0, await page.Locator(".alert").CountAsync());

        await page.Locator("#token").FillAsync(_cloud.Tokens["vin"]);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".alert.Extreme, .alert.Severe").WaitForAsync();
        Assert.Contains("รอเจ้าหน้าที่", await page.InnerTextAsync(".alert"), StringComparison.Ordinal);
        Assert.False(await page.Locator("#key").IsVisibleAsync());
        await CheckAsync(page, "alert");
        await HasEqualWordsAsync(page, "/alert-words.js", [.. Enum.GetNames<AlertState>(), "sms", "phone", "siren", "push", "line", "email", "cbs"]);
        AssertQuiet();
    }

    [Fact]
    public async Task Compose_WithAToken_ShowsEveryLanguage()
    {
        IPage page = await OpenAsync("/compose.html");
        await CheckAsync(page, "compose-asks");
        await page.Locator("#ask button").ClickAsync();
        await page.GetByText("รหัสเจ้าหน้าที่ไม่ถูกต้อง").WaitForAsync();
        await page.Locator("#token").FillAsync(_cloud.Tokens["somchai"]);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[data-language=th] textarea").First.WaitForAsync();
        Assert.Equal(2, await page.Locator("[data-language]").CountAsync());
        await page.Locator("#sms-th").FillAsync(new string('ก', 71));
        await page.Locator(".over").First.WaitForAsync();
        await CheckAsync(page, "compose");
        await HasEqualWordsAsync(page, "/compose-words.js", [.. Enum.GetValues<HazardKind>().Select(h => h.Code())]);
        AssertQuiet();
    }

    // Fits the width, and the keyboard comes to everything that can be used.
    private static async Task CheckAsync(IPage page, string name)
    {
        await page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "artifacts", "screenshots", $"{name}-360.png"), FullPage = true });
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{name} scrolls sideways");
        int count = await page.EvaluateAsync<int>(
            """
            () => {
              const all = [...document.querySelectorAll("a[href],button,input,select,textarea,summary,[tabindex='0']")]
                .filter((one) => one.type !== "hidden" && !one.disabled && one.getClientRects().length > 0);
              all.forEach((one, i) => { one.dataset.stop = i; });
              document.activeElement?.blur();
              return all.length;
            }
            """);
        HashSet<string> reached = [];
        for (int step = 0; step < (2 * count) + 4 && reached.Count < count; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string?>("document.activeElement?.dataset.stop ?? null") is { } stop)
            {
                reached.Add(stop);
            }
        }

        Assert.True(reached.Count == count, $"{name}: the keyboard reaches {reached.Count} of {count}");
        Assert.Equal(0, await page.EvaluateAsync<int>(
            "[...document.querySelectorAll('input:not([type=hidden]),select,textarea')].filter((one) => one.labels.length === 0 && !one.ariaLabel).length"));
    }

    private static async Task HasEqualWordsAsync(IPage page, string file, string[] needed)
    {
        string[][] keys = await page.EvaluateAsync<string[][]>(
            "async (file) => { const { words } = await import(file); return [Object.keys(words.th).sort(), Object.keys(words.en).sort()]; }", file);
        Assert.Equal(keys[0], keys[1]);
        Assert.Empty(needed.Except(keys[0]));
    }

    private void AssertQuiet() => Assert.DoesNotContain(_complaints, c => !c.Contains("status of 40", StringComparison.Ordinal));

    private async Task<IPage> OpenAsync(string path, bool hasScript = true)
    {
        IBrowserContext context = await _browser.NewContextAsync(new() { ViewportSize = new() { Width = 360, Height = 740 }, JavaScriptEnabled = hasScript });
        context.SetDefaultTimeout(10_000);
        IPage page = await context.NewPageAsync();
        page.Console += (_, message) => _complaints.Add(message.Text);
        page.PageError += (_, fault) => _complaints.Add(fault);
        await page.GotoAsync(new Uri(_cloud.Room.Address, path).ToString());
        return page;
    }
}
