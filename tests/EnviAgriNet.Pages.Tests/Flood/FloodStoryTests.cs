using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Testing;
using Microsoft.Playwright;

namespace EnviAgriNet.Pages.Tests.Flood;

/// <summary>
/// A flood as people see it, on pages that were open before it began: the resident's place, the officers' warnings, and the phone with
/// its messages; from the first rising reading to the all-clear, without a page loaded anew.
/// </summary>
public sealed class FloodStoryTests : IAsyncLifetime
{
    private const string River = "nan-wiang";
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(10);
    private static readonly LocatorAssertionsToBeVisibleOptions Soon = new() { Timeout = 20_000 };

    private static readonly DateTimeOffset Begin = new(DateTime.UtcNow.Date.AddDays(-5), TimeSpan.Zero);

    // The time of measurement is the time of the network, so that a day of flood passes in seconds.
    private readonly PagesFixture _pages = new(Begin, ("Cloud:NetworkTime", "Replay"));
    private DateTimeOffset _now = Begin;

    public async Task InitializeAsync()
    {
        await _pages.InitializeAsync();
        _pages.Cloud.Get<SubscriberBook>().Store(
        [
            new Subscriber("th", [RegionId.Parse("550101")], [], [new Contact("phone", "+66812345678")], new Consent("list", DateTimeOffset.UnixEpoch, "import")),
        ]);
    }

    public Task DisposeAsync() => _pages.DisposeAsync();

    [Fact]
    public async Task Flood_FromTheFirstRisingReadingToTheAllClear_IsSeenLive()
    {
        IPage resident = await _pages.OpenAsync();
        await resident.GotoAsync("/place/550101");
        await Assertions.Expect(resident.Locator("main")).ToContainTextAsync("ขณะนี้ไม่มีคำเตือนสำหรับที่นี่", new() { Timeout = 20_000 });
        IPage officer = await _pages.OpenAsync(PagesCloud.FirstReleaser, 1280, 800, "en");
        await officer.GotoAsync("/agency/alerts");
        await officer.Locator("h1").WaitForAsync();
        foreach (IPage page in new[] { resident, officer })
        {
            await page.EvaluateAsync("window.opened = true");
        }

        // Slowly at first: more than three hours to the bank, then less.
        await RiseAsync(1.6, 3.9, 0.05);
        await Assertions.Expect(resident.Locator("main .level", new() { HasText = "ปานกลาง" }).First).ToBeVisibleAsync(Soon);
        await RiseAsync(3.9, 5.4, 0.2);
        await Assertions.Expect(resident.Locator("main .level", new() { HasText = "รุนแรง" }).First).ToBeVisibleAsync(Soon);
        await Assertions.Expect(officer.Locator("main .level", new() { HasText = "Severe" }).First).ToBeVisibleAsync(Soon);
        await PagesFixture.PictureAsync(resident, "flood-resident-phone-th");
        await PagesFixture.PictureAsync(officer, "flood-officer-desk-en");

        await RiseAsync(5.4, 1.6, -0.2);
        for (int i = 0; i < 60; i++)
        {
            await StayAsync(1.6);
        }

        await Assertions.Expect(resident.Locator("main .level", new() { HasText = "รุนแรง" })).ToHaveCountAsync(0, new() { Timeout = 20_000 });
        await Assertions.Expect(resident.Locator("main")).ToContainTextAsync("ขณะนี้ไม่มีคำเตือนสำหรับที่นี่", new() { Timeout = 20_000 });
        await Assertions.Expect(officer.Locator("main .level", new() { HasText = "Severe" })).ToHaveCountAsync(0, new() { Timeout = 20_000 });
        foreach (IPage page in new[] { resident, officer })
        {
            Assert.True(await page.EvaluateAsync<bool>("window.opened === true"), "the page was loaded anew");
        }

        Assert.Empty(_pages.Faults);
    }

    // The cloud stores each step before the next one comes, as it would over minutes.
    private async Task RiseAsync(double from, double to, double by)
    {
        for (double level = from; by > 0 ? level <= to : level >= to; level += by)
        {
            await StayAsync(Math.Round(level, 2));
        }
    }

    private async Task StayAsync(double level)
    {
        _now += Step;
        _pages.Cloud.Send(River, PagesCloud.Reading("water_level", _now, level), PagesCloud.Reading("rain", _now, 0));
        await Eventually.HoldsAsync("the reading is stored", TimeSpan.FromSeconds(10), () => _pages.Cloud.NewestOf(River) >= _now);
    }
}
