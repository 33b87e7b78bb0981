using Microsoft.Playwright;
using Xunit.Abstractions;

namespace EnviAgriNet.Pages.Tests;

/// <summary>
/// What holds for every page: no fault in the console, no serious fault of accessibility in the light or the dark, nothing beside the
/// screen at 320 pixels, one first heading, a title, both languages, and what a first visit on a phone may cost. Pictures of each go to artifacts/pages.
/// </summary>
public sealed class EveryPageTests(FilledPagesFixture pages, ITestOutputHelper output) : IClassFixture<FilledPagesFixture>
{
    private const string WideScroll = "document.documentElement.scrollWidth - innerWidth";

    public static TheoryData<string> PublicPaths() => [.. Routes.Of("public")];

    public static TheoryData<string> AgencyPaths() => [.. Routes.Of("agency")];

    [Theory]
    [MemberData(nameof(PublicPaths))]
    public Task PublicPage_BothLanguagesPhoneAndDesk_IsSound(string path) => LookAtAsync(path, null);

    [Theory]
    [MemberData(nameof(AgencyPaths))]
    public Task AgencyPage_BothLanguagesPhoneAndDesk_IsSound(string path) =>
        LookAtAsync(path, path is "/agency/officers" or "/agency/keys" or "/agency/audit" ? PagesCloud.Admin : PagesCloud.FirstReleaser);

    private async Task LookAtAsync(string path, string? officer)
    {
        IPage page = await pages.OpenAsync(officer);
        string name = path == "/" ? "home" : path.Trim('/').Replace('/', '-');
        List<string> faults = [];
        await page.AddInitScriptAsync(PageWeight.Watch);
        await page.GotoAsync(path);
        await SettledAsync(page);
        faults.AddRange(PageBudget.Of(path).FaultsOf(await WeighedAsync(page, path)));
        string thai = await page.Locator("h1").InnerTextAsync();
        faults.AddRange((await Axe.FaultsAsync(page)).Select(fault => $"light: {fault}"));
        await PagesFixture.PictureAsync(page, $"{name}-phone-th");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        faults.AddRange((await Axe.FaultsAsync(page)).Select(fault => $"dark: {fault}"));
        await PagesFixture.PictureAsync(page, $"{name}-phone-dark-th");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(320, 640);
        int beside = await page.EvaluateAsync<int>(WideScroll);
        if (beside > 0)
        {
            faults.Add($"{beside} pixels stand beside a screen of 320");
        }

        await page.SetViewportSizeAsync(1280, 800);
        await PagesFixture.PictureAsync(page, $"{name}-desk-th");
        await page.EvaluateAsync("localStorage.setItem('language', 'en')");
        await page.ReloadAsync();
        await SettledAsync(page);
        Assert.Equal("en", await page.GetAttributeAsync("html", "lang"));
        await PagesFixture.PictureAsync(page, $"{name}-desk-en");
        await page.SetViewportSizeAsync(360, 740);
        await PagesFixture.PictureAsync(page, $"{name}-phone-en");
        faults.AddRange((await Axe.FaultsAsync(page)).Select(fault => $"English: {fault}"));
        Assert.NotEqual(string.Empty, thai.Trim());
        Assert.Contains("EnviAgriNet", await page.TitleAsync(), StringComparison.Ordinal);
        faults.AddRange(pages.Faults.Where(fault => fault.StartsWith($"{pages.Cloud.Address.AbsoluteUri.TrimEnd('/')}{path}: ", StringComparison.Ordinal)));
        await page.Context.CloseAsync();
        Assert.True(faults is [], $"{path}:\n{string.Join('\n', faults)}");
    }

    // What comes after the page says that it is there counts as well: a map, a picture, a value.
    private async Task<PageWeight> WeighedAsync(IPage page, string path)
    {
        await page.WaitForLoadStateAsync(LoadState.Load);
        await Assertions.Expect(page.Locator(".map[data-ready=no]")).ToHaveCountAsync(0);
        PageWeight weight = await PageWeight.OfAsync(page);
        output.WriteLine($"{path}: {weight.ScriptBytes} bytes of script, {weight.StyleBytes} of styles, {weight.Requests} requests, moved {weight.Shift:F3} ({weight.Moved})");
        return weight;
    }

    // A page has its title at once; what it loads is there when it says so no more.
    private static async Task SettledAsync(IPage page)
    {
        await page.Locator("h1").First.WaitForAsync();
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        await Assertions.Expect(page.Locator(".loading")).ToHaveCountAsync(0);
    }
}
