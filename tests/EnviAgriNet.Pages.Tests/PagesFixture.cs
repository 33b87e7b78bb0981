using System.Collections.Concurrent;
using EnviAgriNet.Testing;
using Microsoft.Playwright;

namespace EnviAgriNet.Pages.Tests;

/// <summary>One cloud and one browser (Debian's Chromium, headless) for the tests of a class. Pictures go to artifacts/pages.</summary>
public class PagesFixture : IAsyncLifetime
{
    private readonly (string Key, string Value)[] _settings;

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
    ];

    private IPlaywright _playwright = null!;

    /// <summary>With the settings of a cloud in service; what a test class of xUnit gets.</summary>
    public PagesFixture()
        : this(DateTimeOffset.UtcNow)
    {
    }

    /// <summary>With settings of its own and readings up to a time.</summary>
    internal PagesFixture(DateTimeOffset historyEnd, params (string Key, string Value)[] settings)
    {
        _settings = settings;
        Cloud = new() { HistoryEnd = historyEnd };
    }

    /// <summary>The cloud.</summary>
    internal PagesCloud Cloud { get; }

    /// <summary>The browser.</summary>
    public IBrowser Browser { get; private set; } = null!;

    /// <summary>Faults that pages wrote to the browser's console, with the page they were on.</summary>
    public ConcurrentQueue<string> Faults { get; } = new();

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        await Cloud.StartAsync(_settings);
        Fill();
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(20_000);
        Browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Headless = true, Args = Flags });
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        await Browser.CloseAsync();
        _playwright.Dispose();
        await Cloud.DisposeAsync();
    }

    /// <summary>What the cloud holds besides before the browser comes.</summary>
    protected virtual void Fill()
    {
    }

    /// <summary>A new reader with a device of their own: a phone by default.</summary>
    /// <param name="officer">Signs in as this officer; null for a stranger.</param>
    /// <param name="width">CSS pixels.</param>
    /// <param name="height">CSS pixels.</param>
    /// <param name="language"><c>th</c> or <c>en</c>.</param>
    /// <param name="scheme">The colours the device asks for.</param>
    public async Task<IPage> OpenAsync(
        string? officer = null, int width = 360, int height = 740, string language = "th", ColorScheme scheme = ColorScheme.Light)
    {
        IBrowserContext context = await Browser.NewContextAsync(new()
        {
            BaseURL = Cloud.Address.AbsoluteUri,
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = scheme,
            ServiceWorkers = ServiceWorkerPolicy.Block,
        });
        await context.AddInitScriptAsync($"try {{ localStorage.getItem('language') ?? localStorage.setItem('language', '{language}') }} catch {{ }}");
        if (officer is not null)
        {
            await context.AddCookiesAsync([SignIn.CookieOf(Cloud, officer)]);
        }

        IPage page = await context.NewPageAsync();
        page.SetDefaultTimeout(15_000);
        page.PageError += (_, fault) => Faults.Enqueue($"{page.Url}: {fault}");
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                Faults.Enqueue($"{page.Url}: {message.Text}");
            }
        };
        return page;
    }

    /// <summary>Waits until the page stands at an address; a failure says where it stands instead, and what is on it.</summary>
    public async Task ArriveAsync(IPage page, string glob)
    {
        try
        {
            await page.WaitForURLAsync(glob, new() { Timeout = 20_000 });
        }
        catch (TimeoutException fault)
        {
            string text = await page.Locator("body").InnerTextAsync();
            throw new InvalidOperationException($"at {page.Url}, not {glob}: {text}\n{string.Join('\n', Faults)}", fault);
        }
    }

    /// <summary>Keeps a picture of the page for people to look at.</summary>
    public static Task PictureAsync(IPage page, string name) => page.ScreenshotAsync(new()
    {
        Path = Path.Combine(Repository.Root, "artifacts", "pages", $"{name}.png"),
        FullPage = true,
    });
}
