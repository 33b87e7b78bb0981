using System.Text;
using Microsoft.Playwright;

namespace EnviAgriNet.Pages.Tests.Evidence;

/// <summary>
/// From the colour on the map to the evidence, as an officer at a desk goes: the past played back, the region and its ranking, the station
/// with its gap and its doubtful values, two stations beside each other, the year's figures; and what they take away as files.
/// </summary>
public sealed class EvidencePagesTests(PagesFixture pages) : IClassFixture<PagesFixture>
{
    private const string WithGap = "cm-suthep";
    private const string Other = "kk-mueang";
    private static readonly byte[] PngSignature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    [Fact]
    public async Task Map_PlayedBackByKeyboard_ShowsThePastAndComesBackToNow()
    {
        IPage page = await OpenAsync("/agency?show=quantity:pm25");
        ILocator slider = page.Locator(".play input[type=range]");
        ILocator time = page.Locator(".play output");
        await Assertions.Expect(page.Locator(".map[data-ready=yes]")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("tbody tr", new() { HasText = "Suthep" })).ToHaveCountAsync(1);
        await Assertions.Expect(time).ToHaveTextAsync("Now");
        string now = await page.Locator("tbody").InnerTextAsync();

        // An hour back by the arrow, the first hour by Home; each says its time to a screen reader.
        await slider.FocusAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(time).Not.ToHaveTextAsync("Now");
        string hourBack = await time.InnerTextAsync();
        Assert.Equal(hourBack, await slider.GetAttributeAsync("aria-valuetext"));
        await page.Keyboard.PressAsync("Home");
        await Assertions.Expect(time).Not.ToHaveTextAsync(hourBack);
        await Assertions.Expect(page.Locator("tbody")).Not.ToHaveTextAsync(now);

        // P14: six hours of the second day were never measured, so that three whole hours of them lie in one frame.
        await page.Locator(".play select").SelectOptionAsync("threeDays");
        await slider.FocusAsync();
        await page.Keyboard.PressAsync("Home");
        await Assertions.Expect(time).Not.ToHaveTextAsync("Now");
        int unknown = 0;
        for (int frame = 1; frame < 24; frame++)
        {
            string before = await time.InnerTextAsync();
            await page.Keyboard.PressAsync("ArrowRight");
            await Assertions.Expect(time).Not.ToHaveTextAsync(before);
            if ((await page.Locator("tbody tr", new() { HasText = "Suthep" }).InnerTextAsync()).Contains("Unknown", StringComparison.Ordinal))
            {
                await (unknown++ == 0 ? PagesFixture.PictureAsync(page, "evidence-map-gap-desk-en") : Task.CompletedTask);
            }
        }

        Assert.InRange(unknown, 1, 2);

        // Played back it moves by itself, and stands still when it is told to.
        await page.Locator(".play button").First.ClickAsync();
        string started = await time.InnerTextAsync();
        await Assertions.Expect(time).Not.ToHaveTextAsync(started);
        await page.Locator(".play button").First.ClickAsync();
        await slider.FocusAsync();
        await page.Keyboard.PressAsync("End");
        await Assertions.Expect(time).ToHaveTextAsync("Now");
        await CloseAsync(page);
    }

    [Fact]
    public async Task Region_OpensWithWhatIsMeasuredThere_AndItsMapLeadsToTheStation()
    {
        IPage page = await OpenAsync("/agency/regions/50");
        ILocator row = page.Locator("table tbody tr", new() { HasText = "Suthep" });
        await Assertions.Expect(row).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("[aria-labelledby=days] tbody tr")).ToHaveCountAsync(7);
        string[] lines = await FileLinesAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Download CSV" }), "50-pm25.csv");
        Assert.StartsWith("station,name_th,name_en,value_ug/m3,taken_at,quality,mean_24h,max_24h,completeness_24h", lines[0], StringComparison.Ordinal);
        Assert.StartsWith($"{WithGap},", Assert.Single(lines[1..]), StringComparison.Ordinal);

        // There is one station, so that it stands in the middle of the map.
        ILocator map = page.Locator(".map[data-ready=yes]");
        await map.ScrollIntoViewIfNeededAsync();
        await PagesFixture.PictureAsync(page, "evidence-region-desk-en");
        await map.Locator("canvas").ClickAsync();
        await page.WaitForURLAsync($"**/agency/stations/{WithGap}?series=pm25");

        // Where no dust is measured the page opens with what is.
        await page.GotoAsync("/agency/regions/55");
        await Assertions.Expect(page.Locator("main select")).ToHaveValueAsync("water_level");
        await Assertions.Expect(page.Locator("table tbody tr", new() { HasText = "Nai Wiang" })).ToHaveCountAsync(1);
        await CloseAsync(page);
    }

    [Fact]
    public async Task Station_ReadByKeyboard_SaysTheGap_AndGivesPictureAndTable()
    {
        IPage page = await OpenAsync($"/agency/stations/{WithGap}?series=pm25&range=7d");
        ILocator plot = page.Locator(".plot");
        await plot.Locator("canvas").WaitForAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("2 times without values");
        await plot.FocusAsync();
        await page.Keyboard.PressAsync("End");
        ILocator spoken = page.Locator("figure [aria-live=polite]");
        await Assertions.Expect(spoken).ToContainTextAsync("µg/m³");

        // P14: a gap is no value and no line, a doubtful value is said to be one.
        await page.GetByRole(AriaRole.Button, new() { Name = "Show as a table" }).ClickAsync();
        string rows = await page.Locator("figure tbody").InnerTextAsync();
        Assert.Contains("no value", rows, StringComparison.Ordinal);
        Assert.Contains("suspect", rows, StringComparison.Ordinal);
        string[] lines = await FileLinesAsync(page, page.Locator(".tools").GetByRole(AriaRole.Button, new() { Name = "CSV table" }), $"{WithGap}-pm25.csv");
        Assert.Single(lines, line => line.EndsWith(",,,,9", StringComparison.Ordinal));
        Assert.Equal(3, lines.Count(line => line.EndsWith(",,,,3", StringComparison.Ordinal)));

        byte[] picture = await FileAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "PNG picture" }), $"{WithGap}-pm25.png");
        Assert.Equal(PngSignature, picture[..8]);
        // A picture of one colour packs into next to nothing.
        Assert.True(picture.Length > 5_000, $"the picture has {picture.Length} bytes: there is nothing on it");
        await PagesFixture.PictureAsync(page, "evidence-station-desk-en");
        await CloseAsync(page);
    }

    [Fact]
    public async Task Compare_TwoStations_ShareOneChart_AndOneFile()
    {
        IPage page = await OpenAsync($"/agency/compare?series={WithGap}:pm25");
        await page.Locator("form.add input").FillAsync(Other);
        await page.Locator("form.add select").SelectOptionAsync("pm25");
        await page.Locator("form.add button").ClickAsync();
        await Assertions.Expect(page.Locator(".chosen li")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator("figure.chart")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("figure .legend button")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator("main table tbody tr")).ToHaveCountAsync(2);
        string[] lines = await FileLinesAsync(page, page.Locator(".tools").GetByRole(AriaRole.Button, new() { Name = "CSV table" }), "compare.csv");
        Assert.Contains("Suthep", lines[0], StringComparison.Ordinal);
        Assert.Contains("Nai Mueang", lines[0], StringComparison.Ordinal);

        // Another unit gets an axis of its own; what is taken away leaves the address as well.
        await page.Locator("form.add select").SelectOptionAsync("humidity");
        await page.Locator("form.add button").ClickAsync();
        await Assertions.Expect(page.Locator("figure.chart")).ToHaveCountAsync(2);
        await PagesFixture.PictureAsync(page, "evidence-compare-desk-en");
        await page.Locator(".chosen button").First.ClickAsync();
        await Assertions.Expect(page.Locator(".chosen li")).ToHaveCountAsync(2);
        Assert.DoesNotContain(WithGap, page.Url, StringComparison.Ordinal);
        await CloseAsync(page);
    }

    [Fact]
    public async Task Quality_WhatWasNotMeasured_IsNotKnown_AndTheWorstStationIsFirst()
    {
        IPage page = await OpenAsync("/agency/quality");
        ILocator rows = page.Locator("main table tbody tr");
        await Assertions.Expect(rows).ToHaveCountAsync(PagesCloud.Stations.Count);
        // Nobody was asked and nobody was warned: neither good nor bad.
        await Assertions.Expect(page.Locator(".measures li", new() { HasText = "Satisfaction" })).ToContainTextAsync("not known yet");
        await Assertions.Expect(page.Locator(".measures li", new() { HasText = "People reached" })).ToContainTextAsync("not known yet");
        await Assertions.Expect(page.Locator(".measures li", new() { HasText = "Data complete" })).ToContainTextAsync("%");
        await Assertions.Expect(rows.First).ToContainTextAsync(WithGap);
        string[] lines = await FileLinesAsync(page, page.Locator(".tools").GetByRole(AriaRole.Button, new() { Name = "CSV table" }), "stations-*.csv");
        Assert.Equal(PagesCloud.Stations.Count, lines.Length - 1);
        await page.Locator("th button").First.ClickAsync();
        await Assertions.Expect(page.Locator("th[aria-sort=ascending]")).ToContainTextAsync("Station");
        await page.Locator("input[type=search]").FillAsync("Nai Wiang");
        await Assertions.Expect(rows).ToHaveCountAsync(1);
        await CloseAsync(page);
    }

    private async Task<IPage> OpenAsync(string path)
    {
        IPage page = await pages.OpenAsync(PagesCloud.FirstReleaser, 1280, 900, "en");
        await page.GotoAsync(path);
        return page;
    }

    private async Task CloseAsync(IPage page)
    {
        Assert.Empty(await Axe.FaultsAsync(page));
        await page.Context.CloseAsync();
        Assert.Empty(pages.Faults);
    }

    private static async Task<byte[]> FileAsync(IPage page, ILocator button, string name)
    {
        IDownload file = await page.RunAndWaitForDownloadAsync(() => button.ClickAsync());
        Assert.Matches($"^{name.Replace(".", "\\.", StringComparison.Ordinal).Replace("*", ".+", StringComparison.Ordinal)}$", file.SuggestedFilename);
        return await File.ReadAllBytesAsync(await file.PathAsync());
    }

    // With the mark by which a spreadsheet knows UTF-8, and lines as RFC 4180 has them.
    private static async Task<string[]> FileLinesAsync(IPage page, ILocator button, string name)
    {
        byte[] content = await FileAsync(page, button, name);
        Assert.Equal(Encoding.UTF8.GetPreamble(), content[..3]);
        return Encoding.UTF8.GetString(content[3..]).TrimEnd().Split("\r\n");
    }
}
