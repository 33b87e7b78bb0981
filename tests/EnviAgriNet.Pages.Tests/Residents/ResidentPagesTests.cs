using System.Text;
using System.Text.RegularExpressions;
using EnviAgriNet.Cloud.Registry.Places;
using Microsoft.Playwright;

namespace EnviAgriNet.Pages.Tests.Residents;

/// <summary>A newcomer finds their place and reads the warning, also after the network is gone; the screen and the poster of a centre.</summary>
public sealed partial class ResidentPagesTests(PagesFixture pages) : IClassFixture<PagesFixture>
{
    private const int HomeBytesMax = 60 * 1024;

    [Fact]
    public async Task FirstVisit_FindsThePlace_ReadsTheWarning_AndStillHasItWithoutALine()
    {
        await using PagesCloud cloud = await StartedAsync();
        IBrowserContext context = await pages.Browser.NewContextAsync(new() { BaseURL = cloud.Address.AbsoluteUri, ViewportSize = new() { Width = 360, Height = 740 } });
        IPage page = await context.NewPageAsync();
        await page.GotoAsync("/");
        await page.Locator("#find").FillAsync("ในเวียง");
        await page.Locator("#found a[data-region='550101']").First.ClickAsync();
        await page.Locator("[data-warning=flood-1-v1]").WaitForAsync();

        string shown = await page.Locator("main").InnerTextAsync();
        Assert.Contains("ขึ้นที่สูงทันที", shown, StringComparison.Ordinal);
        Assert.Contains("วัดบน", shown, StringComparison.Ordinal);
        Assert.Contains("% ของตลิ่ง", shown, StringComparison.Ordinal);
        Assert.Equal("\"550101\"", await page.EvaluateAsync<string>("localStorage.getItem('my-place')"));
        Assert.Empty(await context.CookiesAsync());
        int bytes = await page.EvaluateAsync<int>(
            """
            performance.getEntriesByType("navigation")[0].encodedBodySize + performance.getEntriesByType("resource")
              .filter((entry) => /\.(js|css)$/.test(entry.name) && !entry.name.endsWith("/sw.js")).reduce((sum, entry) => sum + entry.encodedBodySize, 0)
            """);
        Assert.InRange(bytes, 10_000, HomeBytesMax);
        await page.WaitForFunctionAsync("async () => (await (await caches.open('pages-1')).keys()).some((file) => /Page|home/.test(file.url))");
        await page.WaitForFunctionAsync("() => navigator.serviceWorker.controller?.state === 'activated'");
        await PagesFixture.PictureAsync(page, "first-visit");

        // The cloud is gone altogether, as in a storm.
        await cloud.StopAsync();
        await page.ReloadAsync();

        await page.Locator("[data-age=lost]").WaitForAsync();
        string kept = await page.Locator("main").InnerTextAsync();
        Assert.Contains("ขึ้นที่สูงทันที", kept, StringComparison.Ordinal);
        Assert.Contains("ติดต่อระบบไม่ได้", kept, StringComparison.Ordinal);
        await PagesFixture.PictureAsync(page, "first-visit-offline");
        await context.CloseAsync();
    }

    [Fact]
    public async Task Kiosk_LineGone_SaysThatItIsOld()
    {
        OpenWarning.Put(pages.Cloud, "550101", "flood-kiosk");
        IPage page = await pages.OpenAsync(width: 1920, height: 1080);
        await page.GotoAsync("/kiosk/550101");
        await page.Locator("[data-turn=warning]").WaitForAsync();
        await PagesFixture.PictureAsync(page, "kiosk-warning");
        Assert.Equal("false", await page.Locator(".kiosk").GetAttributeAsync("data-old"));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollHeight <= innerHeight + 1"), "the screen has to be scrolled");

        await page.RouteAsync("**/api/**", route => route.AbortAsync());
        await page.EvaluateAsync("dispatchEvent(new Event('online'))");

        await page.Locator("[data-old=true] .lost").WaitForAsync();
        await PagesFixture.PictureAsync(page, "kiosk-old");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Poster_PrintsOnOneSheet_InEitherSize()
    {
        IPage page = await pages.OpenAsync();
        await page.GotoAsync("/poster/550101");
        await page.Locator(".sheet svg path").WaitForAsync();
        Assert.Contains("Warnings for this place", await page.Locator(".sheet").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("เตือนภัยของที่นี่", await page.Locator(".sheet").InnerTextAsync(), StringComparison.Ordinal);

        Assert.Equal(["595x842"], Sheets(await page.PdfAsync(new() { PreferCSSPageSize = true })));
        await page.Locator("#paper").SelectOptionAsync("a3");
        byte[] large = await page.PdfAsync(new() { PreferCSSPageSize = true, Path = Path.Combine(EnviAgriNet.Testing.Repository.Root, "artifacts", "pages", "poster-a3.pdf") });
        Assert.Equal(["842x1191"], Sheets(large));
        await page.Context.CloseAsync();
    }

    private static async Task<PagesCloud> StartedAsync()
    {
        PagesCloud cloud = new();
        await cloud.StartAsync();
        using StringReader points = new("id,region,name_th,name_en,latitude,longitude,capacity,phone\nwat-1,550101,วัดบน,Upper Temple,18.8,100.78,200,054 111 222\n");
        Assert.Empty(cloud.Get<EvacuationBook>().Import(points).Faults);
        OpenWarning.Put(cloud, "550101");
        return cloud;
    }

    private static string[] Sheets(byte[] pdf) =>
    [
        .. Box().Matches(Encoding.Latin1.GetString(pdf)).Select(box => $"{Points(box.Groups["w"].Value)}x{Points(box.Groups["h"].Value)}"),
    ];

    private static double Points(string text) => Math.Round(double.Parse(text, System.Globalization.CultureInfo.InvariantCulture));

    [GeneratedRegex(@"/MediaBox \[0 0 (?<w>[\d.]+) (?<h>[\d.]+)\]", RegexOptions.None, 1000)]
    private static partial Regex Box();
}
