using Microsoft.Playwright;

namespace EnviAgriNet.Pages.Tests.Orders;

/// <summary>
/// Orders that open in the place of their button, by keyboard: focus goes in, Escape brings it back; what was refused says why, and what
/// was done is said in a region that a screen reader already watches.
/// </summary>
public sealed class OrderPanelTests(PagesFixture pages) : IClassFixture<PagesFixture>
{
    [Theory]
    [InlineData("/agency/rules?rule=river-flood:0", "off")]
    [InlineData("/agency/rules?rule=river-flood:0", "add")]
    public async Task Panel_TakesTheFocus_AndEscapeGivesItBack(string path, string order)
    {
        IPage page = await OpenAsync(PagesCloud.FirstReleaser, path);
        ILocator opener = page.Locator($"[data-order={order}]");
        await opener.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(opener).ToHaveCountAsync(0);
        Assert.Equal("group", await page.EvaluateAsync<string>("() => document.activeElement.getAttribute('role')"));
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(opener).ToBeFocusedAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Rule_ThatIsRefused_SaysWhichFieldAndWhy()
    {
        IPage page = await OpenAsync(PagesCloud.FirstReleaser, "/agency/rules?rule=river-flood:0");
        await page.Locator("[data-order=add]").ClickAsync();
        string rule = await page.Locator("#document").InputValueAsync();
        await page.Locator("#document").FillAsync(rule.Replace("\"river-flood\"", "\"River Flood!\"", StringComparison.Ordinal));
        await page.Locator("#add-reason").FillAsync("tried out");
        await page.Locator("[data-confirm=add]").ClickAsync();
        await Assertions.Expect(page.Locator(".switch [role=alert]")).ToContainTextAsync("id");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Key_ThatIsRevoked_IsSaid_AndARefusalStaysBesideTheKeys()
    {
        IPage page = await OpenAsync(PagesCloud.Admin, "/agency/keys");
        await page.Locator("#key-name").FillAsync("loading ramp");
        await page.Locator("fieldset input[type=checkbox]").First.CheckAsync();
        await page.Locator("form button.main").Last.ClickAsync();
        await Assertions.Expect(page.Locator(".keys li")).ToHaveCountAsync(1);

        // A screen reader misses a region that comes together with its text.
        ILocator region = page.Locator("main div[role=status]").First;
        await Assertions.Expect(region).ToHaveTextAsync(string.Empty);
        ILocator opener = page.GetByRole(AriaRole.Button, new() { Name = "Revoke key loading ramp" });
        await opener.ClickAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(opener).ToBeFocusedAsync();

        await page.RouteAsync("**/revoke", route => route.FulfillAsync(new() { Status = 409, Body = "it was revoked already" }));
        await RevokeAsync(page, opener);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("it was revoked already");
        await Assertions.Expect(page.Locator(".keys li")).ToHaveCountAsync(1);
        await page.UnrouteAllAsync();
        await page.Locator(".keys button.grave").ClickAsync();
        await Assertions.Expect(region).ToContainTextAsync("loading ramp");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    private static async Task RevokeAsync(IPage page, ILocator opener)
    {
        await opener.ClickAsync();
        await page.Locator("[id^=reason-]").FillAsync("lost");
        await page.Locator(".keys button.grave").ClickAsync();
    }

    private async Task<IPage> OpenAsync(string officer, string path)
    {
        IPage page = await pages.OpenAsync(officer, 1280, 900, "en");
        await page.GotoAsync(path);
        return page;
    }
}
