using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Cloud.Tests.Registration;
using EnviAgriNet.Testing;
using Microsoft.Playwright;

namespace EnviAgriNet.Cloud.Tests.Api;

/// <summary>The registration in a real browser on a phone's width, with scripts and without. Screenshots go to artifacts/screenshots.</summary>
public sealed class RegistrationBrowserTests : IAsyncLifetime
{
    private readonly CloudRoom _cloud = new();
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async Task InitializeAsync()
    {
        await _cloud.StartAsync();
        _cloud.Get<StationBook>().Store([RegistryRoom.Station("cm-001", "500101") with { NameTh = "ศูนย์ดิจิทัลชุมชนช้างเผือก" }]);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = HeadlessChromium.Path, Headless = true, Args = HeadlessChromium.Flags });
    }

    public async Task DisposeAsync()
    {
        await _browser.CloseAsync();
        _playwright.Dispose();
        await _cloud.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Register_OnAPhone_WithAndWithoutAScript(bool hasScript)
    {
        IBrowserContext context = await _browser.NewContextAsync(new() { ViewportSize = new() { Width = 360, Height = 740 }, JavaScriptEnabled = hasScript });
        IPage page = await context.NewPageAsync();
        List<string> complaints = [];
        page.Console += (_, message) => complaints.Add(message.Text);
        await page.GotoAsync(new Uri(_cloud.Address, "/register").ToString());
        await page.Locator("#province").SelectOptionAsync("50");
        await page.GetByRole(AriaRole.Button, new() { Name = "ต่อไป" }).ClickAsync();
        await page.Locator("#address").FillAsync("0812345678");
        await page.GetByLabel("ศูนย์ดิจิทัลชุมชนช้างเผือก").CheckAsync();
        await page.GetByLabel("ฉันอ่านและยินยอม").CheckAsync();
        await ScreenshotAsync(page, $"register-{hasScript}.png");

        // The keyboard alone sends it.
        await page.Locator("#register button[type=submit]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#code").WaitForAsync();
        Assert.Contains("+66 8x xxx x678", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        string name = await page.Locator("input[name=registration]").GetAttributeAsync("value") ?? string.Empty;
        await page.Locator("#code").PressSequentiallyAsync(RegistrationRoom.CodeOf(_cloud.Get<RegistryDatabase>(), name));
        if (!hasScript)
        {
            await page.Keyboard.PressAsync("Enter");
        }

        await page.GetByText("เรียบร้อยแล้ว").WaitForAsync();
        await ScreenshotAsync(page, $"register-mine-{hasScript}.png");
        Subscriber person = Assert.Single(_cloud.Get<SubscriberBook>().All());
        Assert.Equal("500101", Assert.Single(person.Regions).Code);
        await page.GetByRole(AriaRole.Button, new() { Name = "เลิกรับทางนี้" }).ClickAsync();
        await page.GetByText("เลิกส่งแล้ว").WaitForAsync();
        Assert.Equal(ContactState.Stopped, Assert.Single(Assert.Single(_cloud.Get<SubscriberBook>().All()).Contacts).State);
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Register_WithFaults_MarksTheFieldsAndFitsTheWidth()
    {
        IBrowserContext context = await _browser.NewContextAsync(new() { ViewportSize = new() { Width = 360, Height = 740 } });
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(_cloud.Address, "/register?province=50&lang=en").ToString());
        await page.Locator("#address").FillAsync("021234567");
        await page.GetByLabel("I have read").CheckAsync();
        await page.Locator("#register button[type=submit]").ClickAsync();

        await page.Locator("#address[aria-invalid=true]").WaitForAsync();
        Assert.Equal("en", await page.GetAttributeAsync("html", "lang"));
        Assert.Equal(string.Empty, await page.InputValueAsync("#address"));
        Assert.Equal("address", await page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "the page scrolls sideways");
        Assert.True(
            await page.EvaluateAsync<bool>("[...document.querySelectorAll('input:not([type=hidden]),select,button')].every(e => e.labels?.length || e.textContent.trim())"),
            "a field has no label");
        await ScreenshotAsync(page, "register-faults.png");
    }

    private static Task ScreenshotAsync(IPage page, string name) => page.ScreenshotAsync(new()
    {
        Path = Path.Combine(Repository.Root, "artifacts", "screenshots", name),
        FullPage = true,
    });
}
