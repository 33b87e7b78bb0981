using System.Diagnostics;
using EnviAgriNet.Benchmarks.Machine;
using EnviAgriNet.Testing;
using Microsoft.Playwright;

namespace EnviAgriNet.Benchmarks.Pages;

/// <summary>The officers' map in a real browser: how soon it is there, and how smoothly it moves under a hand.</summary>
internal static class MapSide
{
    private const int Width = 1280;
    private const int Height = 900;
    private const string Path = "/agency?show=quantity:pm25";
    private static readonly TimeSpan PanFor = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan MouseTells = TimeSpan.FromMilliseconds(8);
    private static readonly TimeSpan PatienceMax = TimeSpan.FromSeconds(60);

    /// <summary>Where a station stands: spread over the country's rectangle, the same each time.</summary>
    public static (double Latitude, double Longitude) PlaceOf(int station) =>
        (6 + (14 * (station * 0.754877666 % 1)), 98 + (7 * (station * 0.569840291 % 1)));

    public static async Task<MapFigures> MeasureAsync(int port, int stations, int visits)
    {
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = HeadlessChromium.Path, Headless = true, Args = HeadlessChromium.FlagsForMaps });
        List<double> drawn = [];
        FrameFigures? frames = null;
        FrameFigures? far = null;
        long scripts = 0;
        for (int visit = 0; visit < visits; visit++)
        {
            // Each visitor comes for the first time: nothing is in their cache.
            await using IBrowserContext context = await browser.NewContextAsync(new()
            {
                BaseURL = $"http://127.0.0.1:{port}",
                ViewportSize = new() { Width = Width, Height = Height },
            });
            IPage page = await context.NewPageAsync();
            await page.GotoAsync(Path);
            await page.WaitForFunctionAsync(
                "() => performance.getEntriesByName('map-drawn').length > 0", null, new() { Timeout = (float)PatienceMax.TotalMilliseconds });
            drawn.Add(await page.EvaluateAsync<double>("performance.getEntriesByName('map-drawn')[0].startTime"));
            Progress.Say($"the map was there after {drawn[^1]:F0} ms");
            int rows = await page.EvaluateAsync<int>("Number(/ (?:of|จาก) ([0-9,]+)/.exec(document.querySelector('.answer').textContent)[1].replaceAll(',', ''))");
            if (rows != stations)
            {
                throw new BenchmarkException($"the map knows of {rows} stations, and there are {stations}");
            }

            if (visit == visits - 1)
            {
                scripts = await page.EvaluateAsync<long>(
                    "performance.getEntriesByType('resource').filter((one) => new URL(one.name).pathname.endsWith('.js')).reduce((sum, one) => sum + one.encodedBodySize, 0)");
                // Nearer than the whole country, so that there is somewhere to go.
                await page.Locator(".map .zoom button").First.ClickAsync();
                await page.WaitForTimeoutAsync(1_500);
                frames = await PanAsync(browser, page, 180, 120);
                far = await PanAsync(browser, page, 340, 240);
            }
        }

        return new MapFigures(drawn, scripts, frames!, far!);
    }

    /// <summary>Drags the map to and fro, as many pixels to each side, and reads the drawn frames from the browser's own trace.</summary>
    private static async Task<FrameFigures> PanAsync(IBrowser browser, IPage page, int across, int down)
    {
        LocatorBoundingBoxResult box = await page.Locator(".map").BoundingBoxAsync() ?? throw new BenchmarkException("there is no map");
        (float x, float y) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();
        await using FrameTrace trace = await FrameTrace.StartAsync(browser);
        using PeriodicTimer mouse = new(MouseTells);
        long begin = Stopwatch.GetTimestamp();
        double turn = 0;
        List<Task> moves = [];
        while (Stopwatch.GetElapsedTime(begin) < PanFor)
        {
            turn += 0.024;
            // A hand does not wait until the screen has followed.
            moves.Add(page.Mouse.MoveAsync(x + (float)(across * Math.Sin(turn)), y + (float)(down * Math.Sin(turn * 0.7))));
            await mouse.WaitForNextTickAsync();
        }

        FrameFigures found = await trace.EndAsync();
        await Task.WhenAll(moves);
        await page.Mouse.UpAsync();
        await page.WaitForTimeoutAsync(1_000);
        return found;
    }
}
