using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace EnviAgriNet.Pages.Tests;

/// <summary>
/// What holds for every page: no fault in the console, no serious fault of accessibility in the light or the dark, nothing beside the
/// screen at 320 pixels, one first heading, a title, both languages, and what a first visit on a phone may cost. Pictures of each go to artifacts/pages.
/// </summary>
public sealed partial class EveryPageTests(FilledPagesFixture pages, ITestOutputHelper output) : IClassFixture<FilledPagesFixture>
{
    private const string Beside = """
        () => document.documentElement.scrollWidth <= innerWidth ? ''
          : [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
            .map((one) => `${one.localName}.${one.className} to ${one.getBoundingClientRect().right}`).slice(0, 6).join(', ') || 'something'
        """;

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
        faults.AddRange(ThaiFaults(thai, await page.Locator("main").InnerTextAsync()));
        faults.AddRange(await NarrowFaultsAsync(page, "Thai"));
        await page.SetViewportSizeAsync(1280, 800);
        await PagesFixture.PictureAsync(page, $"{name}-desk-th");
        await page.EvaluateAsync("localStorage.setItem('language', 'en')");
        await page.ReloadAsync();
        await SettledAsync(page);
        Assert.Equal("en", await page.GetAttributeAsync("html", "lang"));
        await PagesFixture.PictureAsync(page, $"{name}-desk-en");
        faults.AddRange(EnglishFaults([await page.Locator("h1").InnerTextAsync(), .. await page.Locator("main :is(button:not([lang=th]), label, legend, thead th)").AllInnerTextsAsync()]));
        faults.AddRange(await NarrowFaultsAsync(page, "English"));
        await page.SetViewportSizeAsync(360, 740);
        await PagesFixture.PictureAsync(page, $"{name}-phone-en");
        faults.AddRange((await Axe.FaultsAsync(page)).Select(fault => $"English: {fault}"));
        Assert.Contains("EnviAgriNet", await page.TitleAsync(), StringComparison.Ordinal);
        faults.AddRange(pages.Faults.Where(fault => IsOf(path, fault)));
        await page.Context.CloseAsync();
        Assert.True(faults is [], $"{path}:\n{string.Join('\n', faults)}");
    }

    // A page may have put a question into its address meanwhile.
    private bool IsOf(string path, string fault) =>
        Regex.IsMatch(fault, $"^{Regex.Escape(pages.Cloud.Address.AbsoluteUri.TrimEnd('/') + path)}([?#][^ ]*)?: ", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private static async Task<List<string>> NarrowFaultsAsync(IPage page, string language)
    {
        await page.SetViewportSizeAsync(320, 640);
        List<string> faults = [];
        foreach (string size in (string[])["normal", "big"])
        {
            await page.EvaluateAsync("(size) => { document.documentElement.dataset.text = size }", size);
            if (await page.EvaluateAsync<string>(Beside) is { Length: > 0 } beside)
            {
                faults.Add($"{language}, {size} text: beside a screen of 320 stands {beside}");
            }
        }

        await page.EvaluateAsync("() => { document.documentElement.dataset.text = 'normal' }");
        return faults;
    }

    private static IEnumerable<string> ThaiFaults(string heading, string text)
    {
        if (!Thai().IsMatch(heading))
        {
            yield return $"Thai: the heading '{heading}' is not Thai";
        }

        foreach (Match year in CommonEra().Matches(text))
        {
            yield return $"Thai: '{year.Value}' is no Buddhist date";
        }
    }

    private static IEnumerable<string> EnglishFaults(IEnumerable<string> texts) =>
        texts.Where(text => Thai().IsMatch(text)).Select(text => $"English: '{text}' is not English");

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

    [GeneratedRegex(@"\p{IsThai}", RegexOptions.None, 1000)]
    private static partial Regex Thai();

    // A Thai month with a year of another era, or an English month.
    [GeneratedRegex(@"[ก-ฮ]\.[คยพ]\. (19|20)\d\d|\b\d{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CommonEra();
}
