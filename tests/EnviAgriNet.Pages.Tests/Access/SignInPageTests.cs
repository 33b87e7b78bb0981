using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Access.Sessions;
using EnviAgriNet.Cloud.Access.SignIn;
using Microsoft.Playwright;

namespace EnviAgriNet.Pages.Tests.Access;

public sealed class SignInPageTests(PagesFixture pages) : IClassFixture<PagesFixture>
{
    private const string Password = "rice grows slowly here";

    [Fact]
    public async Task Newcomer_InvitedByAnAdmin_SetsPasswordAndCodesAndComesBackIn()
    {
        IPage admin = await pages.OpenAsync(PagesCloud.Admin, width: 1280, height: 800, language: "en");
        await admin.GotoAsync("/agency/officers");
        await admin.GetByRole(AriaRole.Button, new() { Name = "Add an officer" }).ClickAsync();
        await admin.GetByLabel("Name", new() { Exact = true }).FillAsync("newcomer");
        await admin.GetByRole(AriaRole.Checkbox, new() { Name = "Officer Works" }).CheckAsync();
        await admin.GetByLabel("Region codes").FillAsync("50 5701");
        await admin.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        string link = await admin.Locator("#invitation").InnerTextAsync();

        IPage page = await pages.OpenAsync();
        await page.GotoAsync(link);
        byte[] secret = pages.Cloud.Get<InvitationDesk>().Find(link.Split('=')[1])!.Secret;
        await Assertions.Expect(page.GetByText(Totp.Base32(secret)[^4..])).ToBeVisibleAsync();
        await page.Locator("#new-password").FillAsync(Password);
        await page.Locator("#first-code").FillAsync(Totp.CodeAt(secret, Totp.StepAt(DateTimeOffset.UtcNow)));
        await page.Locator("form button.main").ClickAsync();
        await Assertions.Expect(page.Locator("ol code")).ToHaveCountAsync(AccountBook.RecoveryCodes);
        string recovery = await page.Locator("ol code").First.InnerTextAsync();
        await PagesFixture.PictureAsync(page, "access-recovery-phone-th");
        await page.Locator("button.main").ClickAsync();
        await pages.ArriveAsync(page, "**/agency");

        await page.GotoAsync("/agency/account");
        await Assertions.Expect(page.GetByText("50, 5701")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "ออกจากระบบ", Exact = true }).ClickAsync();
        await pages.ArriveAsync(page, "**/agency/sign-in");
        await page.GotoAsync("/agency/account");
        await pages.ArriveAsync(page, "**/agency/sign-in?next=*");
        await FillAsync(page, "000000");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("ไม่ถูกต้อง");
        await FillAsync(page, recovery);
        await pages.ArriveAsync(page, "**/agency/account");
        await admin.Context.CloseAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Session_EndedWhileSomebodyWrites_KeepsThePageAndGoesOn()
    {
        IPage page = await pages.OpenAsync(PagesCloud.Admin, language: "en");
        await page.GotoAsync("/agency/officers");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add an officer" }).ClickAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("half-written");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Viewer" }).CheckAsync();
        pages.Cloud.Get<SessionBook>().EndOthers(PagesCloud.Admin, null, PagesCloud.Admin, "test");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Your session has ended")).ToBeVisibleAsync();
        Assert.Equal("half-written", await page.GetByLabel("Name", new() { Exact = true }).InputValueAsync());

        // Signed in again in another tab: the same browser has a cookie again.
        await page.Context.AddCookiesAsync([SignIn.CookieOf(pages.Cloud, PagesCloud.Admin)]);
        await page.EvaluateAsync("dispatchEvent(new Event('focus'))");
        await Assertions.Expect(page.GetByText("Your session has ended")).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.Locator("#invitation")).ToBeVisibleAsync();
        Assert.NotNull(pages.Cloud.Get<OfficerBook>().Find("half-written", Role.Viewer).Officer);
        await page.Context.CloseAsync();
    }

    private static async Task FillAsync(IPage page, string code)
    {
        await page.Locator("#name").FillAsync("newcomer");
        await page.Locator("#password").FillAsync(Password);
        await page.Locator("#code").FillAsync(code);
        await page.Locator("form button.main").ClickAsync();
    }
}
