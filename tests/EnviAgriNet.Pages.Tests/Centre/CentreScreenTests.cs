using EnviAgriNet.Protocol.Messages;
using Microsoft.Playwright;

namespace EnviAgriNet.Pages.Tests.Centre;

/// <summary>
/// The screen at a centre, from the real edge, as a browser shows it: on a phone and on a wall, quiet and alarmed. Pictures go to
/// artifacts/pages.
/// </summary>
public sealed class CentreScreenTests : IAsyncLifetime
{
    private const int Every = 10_000;

    // One for each test: what one is warned of is not the other's.
    private readonly ScreenFixture _screen = new();

    public Task InitializeAsync() => _screen.InitializeAsync();

    public Task DisposeAsync() => _screen.DisposeAsync();

    [Fact]
    public async Task Screen_QuietAndAlarmed_PhoneAndWall_IsSound()
    {
        await _screen.MeasureAsync(40, 20);
        await LookAtAsync("quiet", async page =>
        {
            await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("ทุกอย่างเรียบร้อย");
            await Assertions.Expect(page.GetByRole(AriaRole.Rowheader)).ToHaveCountAsync(40);
        });
        await _screen.AlertAsync(Notice("sound"));
        await LookAtAsync("alarm", async page =>
        {
            await Assertions.Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("ขนของขึ้นที่สูง");
            await Assertions.Expect(page.GetByRole(AriaRole.Button).First).ToBeInViewportAsync();
        });
        await _screen.AlertAsync(Notice("sound") with { Version = 2, Identifier = "sound-2", Type = "Cancel" });
        await LookAtAsync("over", page => Assertions.Expect(page.Locator("#over")).ToContainTextAsync("ยกเลิกแล้ว"));
    }

    [Fact]
    public async Task Screen_StaysNew_TakesNoFocusAndNoPressAway_AndSaysWhenItIsOld()
    {
        IPage page = await _screen.OpenAsync(1280, 800);
        await page.Clock.InstallAsync();
        await _screen.MeasureAsync(2, 20);
        await page.GotoAsync("/");
        await _screen.AlertAsync(Notice("first"));
        await page.Clock.RunForAsync(Every);
        ILocator first = page.Locator("article", new() { HasText = "first" }).GetByRole(AriaRole.Button).First;
        await first.FocusAsync();
        await first.EvaluateAsync("button => { button.isTheSame = true; }");

        await _screen.MeasureAsync(2, 33);
        await page.Clock.RunForAsync(Every);
        await Assertions.Expect(page.GetByRole(AriaRole.Table)).ToContainTextAsync("33.0");
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.isTheSame"));

        // Another warning comes under the finger: the press that was meant for the first one is not taken for it.
        await _screen.AlertAsync(Notice("second"));
        await page.Clock.RunForAsync(Every);
        await Assertions.Expect(page.Locator("article")).ToHaveCountAsync(2);
        await Assertions.Expect(first).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Clock.RunForAsync(1_500);
        await Assertions.Expect(page.GetByRole(AriaRole.Button)).ToHaveCountAsync(4);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("article", new() { HasText = "first" })).ToContainTextAsync("รับทราบแล้วโดย head");
        await Assertions.Expect(page.GetByRole(AriaRole.Button)).ToHaveCountAsync(2);

        ILocator old = page.Locator("#old");
        await _screen.Edge.KillAsync();
        await RunUntilAsync(page, () => old.IsVisibleAsync());
        _screen.Edge.Dispose();
        await _screen.StartEdgeAsync();
        await RunUntilAsync(page, async () => !await old.IsVisibleAsync());
        await page.Context.CloseAsync();
        Assert.Empty(_screen.Faults);

        // Without script the page refreshes itself, and the button works.
        IPage plain = await _screen.OpenAsync(360, 740, hasScript: false);
        await plain.GotoAsync("/");
        await plain.Locator("article", new() { HasText = "second" }).GetByRole(AriaRole.Button).Last.ClickAsync();
        await Assertions.Expect(plain.Locator("article", new() { HasText = "second" })).ToContainTextAsync("รับทราบแล้วโดย deputy");
        await Assertions.Expect(plain.Locator("meta[http-equiv=refresh]")).ToHaveCountAsync(1);
        await plain.Context.CloseAsync();
    }

    private static AlertNotice Notice(string name) => new()
    {
        EventId = name,
        Identifier = name,
        Version = 1,
        Severity = "Severe",
        Siren = true,
        Text = new Dictionary<string, string> { ["th"] = $"ต.ทดสอบ: น้ำล้นตลิ่ง ขนของขึ้นที่สูง ({name})", ["en"] = $"Test subdistrict: the river overflows ({name})" },
        Instruction = new Dictionary<string, string> { ["th"] = "ขนของขึ้นที่สูง ตัดไฟ ไปที่วัดบ้านเหนือ", ["en"] = "Move your things up, switch the power off, go to the temple in the north" },
        Expires = DateTimeOffset.UtcNow.AddHours(3).ToUnixTimeSeconds(),
    };

    // The page's own clock is moved; what it fetches takes the time it takes.
    private static async Task RunUntilAsync(IPage page, Func<Task<bool>> holds)
    {
        for (int turn = 0; turn < 200; turn++)
        {
            await page.Clock.RunForAsync(Every);
            if (await holds())
            {
                return;
            }
        }

        Assert.Fail("the screen did not follow");
    }

    private async Task LookAtAsync(string name, Func<IPage, Task> expectAsync)
    {
        foreach ((string device, int width, int height) in ((string, int, int)[])[("phone", 320, 640), ("wall", 1920, 1080)])
        {
            IPage page = await _screen.OpenAsync(width, height);
            await page.GotoAsync("/");
            await expectAsync(page);
            await PagesFixture.PictureAsync(page, $"centre-{name}-{device}");
            IReadOnlyList<string> faults = await Axe.FaultsAsync(page);
            Assert.True(faults is [], $"{name}, {device}:\n{string.Join('\n', faults)}");
            Assert.Equal(0, await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
            if (device == "wall")
            {
                Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollHeight"), 1, name == "quiet" ? height : height * 2);
            }

            await page.Context.CloseAsync();
        }

        Assert.Empty(_screen.Faults);
    }
}
