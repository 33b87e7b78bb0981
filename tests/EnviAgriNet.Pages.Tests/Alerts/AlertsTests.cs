using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using Microsoft.Playwright;

namespace EnviAgriNet.Pages.Tests.Alerts;

/// <summary>The officers' desk: an evacuation by two persons, a drill of a past flood, a rule tried on it.</summary>
public sealed class AlertsTests(PagesFixture pages) : IClassFixture<PagesFixture>, IAsyncLifetime
{
    private const string Station = "nan-wiang";
    private static readonly TimeSpan Ago = TimeSpan.FromDays(20);
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(10);

    /// <summary>The river rose over its bank three weeks ago, and two people listen.</summary>
    public Task InitializeAsync()
    {
        pages.Cloud.Get<SubscriberBook>().Store([Person("+66812345678", "th"), Person("+66812345679", "en")]);
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Evacuation_WrittenByOneOfficer_LeavesWhenAnotherReleasesIt()
    {
        IPage first = await pages.OpenAsync(PagesCloud.FirstReleaser);
        await first.GotoAsync("/agency/compose");
        await first.Locator("#hazard").SelectOptionAsync("flash-flood");
        await first.Locator("#code").FillAsync("550101");
        await first.Locator("#suggest").ClickAsync();
        await first.Locator(".phone[data-language=th] li").First.WaitForAsync();
        await first.Locator("#text_th").FillAsync("น้ำป่ากำลังมา ต.ในเวียง หนีขึ้นที่สูงทันที");
        await first.Locator(".phone[data-language=th] li", new() { HasText = "ต.ในเวียง" }).First.WaitForAsync();
        Assert.Contains("1 ข้อความ", await first.Locator(".phone[data-language=th] .what").First.InnerTextAsync(), StringComparison.Ordinal);
        await first.Locator("[data-order=compose]").ClickAsync();
        ILocator send = first.Locator("[data-confirm=compose]");
        await first.Locator("[data-panel=compose] .outcome", new() { HasText = "อีก 1 คน" }).WaitForAsync();
        Assert.True(await send.IsDisabledAsync(), "an order without a reason could be given");
        await PagesFixture.PictureAsync(first, "alerts-compose-phone-th");
        await first.Locator("#compose-reason").FillAsync("ผู้ใหญ่บ้านโทรแจ้ง");
        await send.ClickAsync();
        await first.Locator("[data-state=Draft] .left").WaitForAsync();
        string number = first.Url[(first.Url.LastIndexOf('/') + 1)..];
        Assert.Contains("ไม่มีใครได้รับ", await first.Locator(".then").InnerTextAsync(), StringComparison.Ordinal);
        await PagesFixture.PictureAsync(first, "alerts-draft-phone-th");

        // The other officer, at another desk: the clock runs, and a double click releases nothing.
        IPage second = await pages.OpenAsync(PagesCloud.SecondReleaser, 1280, 900, "en");
        await second.GotoAsync("/agency/alerts");
        ILocator card = second.Locator($"[data-waiting='{number}']");
        await card.WaitForAsync();
        string clock = await card.Locator(".left").InnerTextAsync();
        await Assertions.Expect(card.Locator(".left")).Not.ToHaveTextAsync(clock);
        Assert.Contains("1 of 2", await card.Locator(".persons").InnerTextAsync(), StringComparison.Ordinal);
        await card.Locator($"[data-order=release-{number}]").DblClickAsync();
        ILocator release = second.Locator($"[data-confirm=release-{number}]");
        await second.Locator($"[data-panel=release-{number}] .phone[data-language=en]").WaitForAsync();
        Assert.True(await release.IsDisabledAsync());
        Assert.Empty(await Axe.FaultsAsync(second));
        await second.Locator($"#release-{number}-reason").FillAsync("Seen on the camera");
        await PagesFixture.PictureAsync(second, "alerts-release-desk-en");
        await release.ClickAsync();
        await second.Locator($"[data-open='{number}'] progress").WaitForAsync();
        await Assertions.Expect(second.Locator($"[data-open='{number}'] .reach")).ToContainTextAsync("2 of 2");
        await PagesFixture.PictureAsync(second, "alerts-desk-en");
        await first.Locator("#reach").WaitForAsync();
        await Assertions.Expect(first.Locator("#reach")).ToContainTextAsync("2 จาก 2");
        await PagesFixture.PictureAsync(first, "alerts-released-phone-th");

        // And it ends as it began: with a reason.
        await first.Locator("[data-order=all-clear]").ClickAsync();
        await first.Locator("#all-clear-reason").FillAsync("น้ำลดแล้ว");
        await first.Locator("[data-confirm=all-clear]").ClickAsync();
        await first.Locator(".head", new() { HasText = "แจ้งพ้นภัย" }).WaitForAsync();
        await Assertions.Expect(second.Locator($"[data-open='{number}']")).ToHaveCountAsync(0);
        await first.Context.CloseAsync();
        await second.Context.CloseAsync();
        Assert.Empty(pages.Faults);
    }

    [Fact]
    public async Task Drill_OfAPastFlood_IsShownAsAnExercise_AndTheRuleIsTriedOnIt()
    {
        DateTimeOffset from = SendFlood();
        IPage page = await pages.OpenAsync(PagesCloud.FirstReleaser, 1280, 900);
        await page.GotoAsync("/agency/drills");
        await page.Locator("#from").FillAsync(Local(from));
        await page.Locator("#to").FillAsync(Local(from.AddHours(20)));
        await page.Locator("#hazard").SelectOptionAsync("river-flood");
        await page.Locator("#station").FillAsync(Station);
        await page.Locator("[data-order=drill]").ClickAsync();
        await page.Locator("#drill-reason").FillAsync("ซ้อมประจำเดือน");
        await page.Locator("[data-confirm=drill]").ClickAsync();
        await page.Locator("#result").WaitForAsync(new() { Timeout = 60_000 });
        await page.Locator("ol .sms", new() { HasText = "[ซ้อม]" }).First.WaitForAsync();
        Assert.Contains("500 จาก 500", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await Axe.FaultsAsync(page));
        await PagesFixture.PictureAsync(page, "alerts-drill-desk-th");

        await page.GotoAsync("/agency/rules?rule=river-flood:0");
        await page.Locator("#from").FillAsync(Local(from));
        await page.Locator("#to").FillAsync(Local(from.AddHours(20)));
        await page.Locator("[data-order=backtest]").ClickAsync();
        await page.Locator("#backtest-reason").FillAsync("ตรวจเกณฑ์");
        await page.Locator("[data-confirm=backtest]").ClickAsync();
        await page.Locator("[data-totals]").WaitForAsync(new() { Timeout = 60_000 });
        Assert.Equal(["1", "1", "0", "0", "0"], (await page.Locator("[data-totals] dd").AllInnerTextsAsync()).Take(5));
        Assert.Empty(await Axe.FaultsAsync(page));
        await PagesFixture.PictureAsync(page, "alerts-rule-desk-th");
        await page.Context.CloseAsync();
        Assert.Empty(pages.Faults);
    }

    // Late readings of the past: they are kept, and page nobody.
    private DateTimeOffset SendFlood()
    {
        DateTimeOffset begin = new DateTimeOffset(DateTime.SpecifyKind(DateTime.UtcNow.Date, DateTimeKind.Unspecified), TimeSpan.Zero) - Ago;
        List<Reading> readings = [];
        for (int i = 0; i < 100; i++)
        {
            double hour = i / 6.0;
            double level = hour < 2 ? 3 : hour < 8 ? 3 + ((hour - 2) * 0.45) : hour < 11 ? 5.7 : Math.Max(2.5, 5.7 - ((hour - 11) * 0.6));
            readings.Add(PagesCloud.Reading("water_level", begin + (i * Step), Math.Round(level, 2)));
        }

        pages.Cloud.Send(Station, [.. readings]);
        return begin;
    }

    private static string Local(DateTimeOffset time) => $"{time.ToOffset(TimeSpan.FromHours(7)):yyyy-MM-dd'T'HH:mm}";

    private static Subscriber Person(string number, string language) => new(
        language, [RegionId.Parse("550101")], [], [new Contact(ContactChannels.Phone, number)], new Consent("list", DateTimeOffset.UnixEpoch, "import"));
}
