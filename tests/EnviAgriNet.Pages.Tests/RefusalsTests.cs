using System.Text.RegularExpressions;
using EnviAgriNet.Testing;
using Microsoft.Playwright;

namespace EnviAgriNet.Pages.Tests;

/// <summary>What the cloud refuses is said in the reader's language, by the code of the refusal.</summary>
public sealed partial class RefusalsTests(PagesFixture pages) : IClassFixture<PagesFixture>
{
    [Fact]
    public void Codes_OfTheCloud_HaveATextInBothLanguages_AndNoneIsLeftOver()
    {
        string[] tables = File.ReadAllText(Path.Combine(Repository.Root, "cloud", "dashboard", "src", "lib", "refusals.ts")).Split("\n  {\n");
        string[] thai = [.. Key().Matches(tables[1]).Select(match => match.Groups["key"].Value)];
        string[] english = [.. Key().Matches(tables[2]).Select(match => match.Groups["key"].Value)];
        Assert.Equal(english, thai);
        Assert.All(Key().Matches(tables[1]).Select(match => match.Groups["text"].Value), text => Assert.Matches(@"\p{IsThai}", text));
        string[] codes =
        [
            .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "cloud", "EnviAgriNet.Cloud"), "*.cs", SearchOption.AllDirectories)
                .Select(File.ReadAllText).Where(text => text.Contains("Refusal", StringComparison.Ordinal) || text.Contains(".Coded(", StringComparison.Ordinal) || text.Contains("Code = new(", StringComparison.Ordinal))
                .SelectMany(text => Code().Matches(text).Select(match => match.Groups["code"].Value)).Distinct(),
        ];
        Assert.True(codes.Length > 30, string.Join(' ', codes));
        Assert.Equal(codes.Order(StringComparer.Ordinal), thai.Where(key => key != "other" && !Status().IsMatch(key)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Refusal_OnAThaiPage_IsSaidInThai_AndInEnglishOnAnEnglishOne()
    {
        IPage page = await pages.OpenAsync(PagesCloud.FirstReleaser);
        await page.GotoAsync("/agency/stations/no-such-station");
        ILocator fault = page.GetByRole(AriaRole.Alert).First;
        await Assertions.Expect(fault).ToContainTextAsync("ไม่มีสถานี no-such-station ในระบบ");
        Assert.DoesNotMatch("registered|heard", await fault.InnerTextAsync());
        await page.EvaluateAsync("localStorage.setItem('language', 'en')");
        await page.ReloadAsync();
        await Assertions.Expect(fault).ToContainTextAsync("Station no-such-station is not registered");

        // A refusal that has no code of its own begins in Thai as well, by its status.
        await page.EvaluateAsync("localStorage.setItem('language', 'th')");
        await page.RouteAsync("**/api/kpi", route => route.FulfillAsync(new() { Status = 409, Body = "the year is not closed" }));
        await page.GotoAsync("/agency/quality");
        await Assertions.Expect(fault).ToContainTextAsync("ทำไม่ได้ในสถานะนี้ (the year is not closed)");
        await page.Context.CloseAsync();
    }

    [GeneratedRegex("\"?(?<key>[a-z][a-z0-9-]*)\"?: \"(?<text>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Key();

    [GeneratedRegex("(Coded\\(|Code = new\\(|new RefusalCode\\(|, new\\()\"(?<code>[a-z]+(-[a-z]+)*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    [GeneratedRegex("^s[0-9]{3}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Status();
}
