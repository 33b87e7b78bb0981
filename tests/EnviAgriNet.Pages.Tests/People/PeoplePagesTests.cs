using System.Text.RegularExpressions;
using EnviAgriNet.Cloud.Cases;
using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Forecasts;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Farms;
using EnviAgriNet.Cloud.Registry.Markets;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Core.Markets;
using Microsoft.Playwright;

namespace EnviAgriNet.Pages.Tests.People;

/// <summary>A call for help until it is answered, a farmer from the first visit to advice, and prices ahead, as people see them.</summary>
public sealed class PeoplePagesTests(PagesFixture pages) : IClassFixture<PagesFixture>
{
    private const string Phone = "0898765432";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Help_EnteredByAResident_IsSeenLive_Answered_AndItsStateIsFoundByItsNumber()
    {
        IPage officer = await pages.OpenAsync(PagesCloud.FirstReleaser, 1280, 900);
        await officer.GotoAsync("/agency/cases");
        await officer.Locator(".up").WaitForAsync();
        await Assertions.Expect(officer.Locator(".row")).ToHaveCountAsync(0);

        IPage resident = await pages.OpenAsync();
        await resident.GotoAsync("/help");
        await resident.Locator("#text").FillAsync("น้ำเข้าบ้าน <b>ด่วน</b> มี 3 คน");
        await resident.Locator("#where").FillAsync("เชียงใหม่");
        await resident.Locator("#phone").FillAsync("0812345678");
        await resident.Locator("#call button[type=submit]").ClickAsync();
        await resident.Locator(".calm").WaitForAsync();
        CaseLine file = Assert.Single(pages.Cloud.Get<CaseBook>().List(isOpen: true, null, 10));

        // Nobody loads the officer's page again: the case comes to it.
        ILocator row = officer.Locator(".row", new() { HasText = file.Number });
        await row.WaitForAsync();
        await row.ClickAsync();
        await officer.Locator(".words", new() { HasText = "<b>ด่วน</b>" }).WaitForAsync();
        await officer.GetByRole(AriaRole.Button, new() { Name = "ฉันรับเรื่องนี้" }).ClickAsync();
        await officer.Locator("#case-title", new() { HasText = "มีผู้รับแล้ว" }).WaitForAsync();
        await officer.Locator("#answer").FillAsync("เรือจะถึงใน 20 นาที");
        await officer.GetByRole(AriaRole.Button, new() { Name = "ส่งคำตอบ" }).ClickAsync();
        await officer.Locator(".words", new() { HasText = "เรือจะถึงใน 20 นาที" }).WaitForAsync();
        Assert.Equal([], await Axe.FaultsAsync(officer));
        await PagesFixture.PictureAsync(officer, "cases-answered-desk-th");

        await resident.Locator("main a[href^='/help/']").ClickAsync();
        await resident.GetByText($"{file.Number} มีเจ้าหน้าที่รับเรื่องแล้ว").WaitForAsync();
        await officer.GetByText("ปิดเรื่อง", new() { Exact = true }).ClickAsync();
        await officer.GetByRole(AriaRole.Button, new() { Name = "ปิดเรื่องนี้" }).ClickAsync();
        await officer.GetByRole(AriaRole.Button, new() { Name = "กดอีกครั้งเพื่อปิด" }).ClickAsync();
        await officer.Locator("#case-title", new() { HasText = "เสร็จแล้ว" }).WaitForAsync();
        await resident.ReloadAsync();
        await resident.GetByText($"{file.Number} ดำเนินการเสร็จแล้ว").WaitForAsync();
        AssertQuiet("/agency/cases");
    }

    [Fact]
    public async Task Farmer_RegistersByACode_SeesAdvice_SaysItWasUseful_AndShares()
    {
        IPage page = await pages.OpenAsync();
        await page.GotoAsync("/farm");
        await page.GetByRole(AriaRole.Button, new() { Name = "ยังไม่เคยลงทะเบียน" }).ClickAsync();
        await page.Locator("#address").FillAsync(Phone);
        await page.GetByLabel("จังหวัด").SelectOptionAsync("55");
        await page.Locator("#agree").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "ลงทะเบียนและขอรหัส" }).ClickAsync();
        await page.Locator("#code").WaitForAsync();
        Assert.Equal([], await Axe.FaultsAsync(page));
        string code = await CodeAsync();
        await page.Locator("#code").FillAsync(code == "000000" ? "111111" : "000000");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Alert).WaitForAsync();
        await page.Locator("#code").FillAsync(code);
        await page.Keyboard.PressAsync("Enter");

        // Who has no plot is asked for one at once.
        await page.Locator("#plot-crop").SelectOptionAsync("rice");
        await page.GetByRole(AriaRole.Button, new() { Name = "บันทึก", Exact = true }).ClickAsync();
        await page.Locator(".plots h3", new() { HasText = "ข้าว" }).WaitForAsync();
        long farmer = pages.Cloud.Get<SubscriberBook>().FindByAddress("phone", "+66898765432") ?? pages.Cloud.Get<SubscriberBook>().FindByAddress("sms", "+66898765432")!.Value;
        pages.Cloud.Get<RegistryDatabase>().Write(t => AdviceBook.Enter(t, new AdviceLine(
            0, farmer, null, "water", "water:1", "water=irrigate", "ให้น้ำ <b>5 ซม.</b> ใน 2 วันนี้", AsksToAct: true, DateTimeOffset.UtcNow, null)));

        // The ticket outlives a page that an old phone has dropped.
        await page.ReloadAsync();
        await page.Locator(".todo", new() { HasText = "<b>5 ซม.</b>" }).WaitForAsync();
        Assert.Equal([], await Axe.FaultsAsync(page));
        await PagesFixture.PictureAsync(page, "farm-open-phone-th");
        await page.GetByRole(AriaRole.Button, new() { Name = "ทำแล้ว", Exact = true }).ClickAsync();
        await page.GetByText("ตอนนี้ไม่มีอะไรที่ต้องทำ").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "4 มาก", Exact = true }).ClickAsync();
        await page.GetByText("ขอบคุณ คุณตอบ 4").WaitForAsync();
        await page.Locator("#share").ClickAsync();
        await page.GetByText("ยอมให้ดูตั้งแต่").WaitForAsync();

        IPage officer = await pages.OpenAsync(PagesCloud.FirstReleaser, 1280, 900, "en");
        await officer.GotoAsync("/agency/forecasts?tab=farms");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Open", Exact = true }).ClickAsync();
        await officer.GetByText("This look was written down").WaitForAsync();
        Assert.DoesNotContain("898765432", await officer.ContentAsync(), StringComparison.Ordinal);
        await page.ReloadAsync();
        await page.GetByText("เจ้าหน้าที่เปิดดูเมื่อ").WaitForAsync();
        AssertQuiet("/farm");
    }

    [Fact]
    public async Task Prices_ShowTheFanWithItsDoubt_InBothLanguages_AndOfficersSeeHowGoodTheyAre()
    {
        DateOnly month = new(DateTime.UtcNow.Year, DateTime.UtcNow.Month, 1);
        PriceSeries jasmine = new("paddy-jasmine", PriceSeries.WholeCountry, null, PriceKind.FarmGate, Frequency.Monthly, "oae");
        PriceSeries foreign = jasmine with { Commodity = "maize", Market = "<img src=x onerror=alert(1)>" };
        PriceBook prices = pages.Cloud.Get<PriceBook>();
        foreach (PriceSeries series in new[] { jasmine, foreign })
        {
            prices.Put(series, [.. Enumerable.Range(1, 60).Reverse().Select(back => month.AddMonths(-back)).Select(day => new PricePoint(
                day, 12 + Math.Sin(day.Month / 12.0 * 2 * Math.PI) + (0.3 * Math.Sin(day.DayNumber * 12.9898))))], "test");
            pages.Cloud.Get<ForecastMaker>().Make(prices.Find(series)!.Value, series);
        }

        IPage page = await pages.OpenAsync(width: 320, height: 640);
        List<string> dialogs = [];
        page.Dialog += (_, dialog) => dialogs.Add(dialog.Message);
        await page.GotoAsync("/forecasts?commodity=paddy-jasmine");
        await page.Locator("svg .median").WaitForAsync();
        Assert.Contains("มีโอกาส 8 ใน 10", await page.Locator(".doubt").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("บาท/ตัน", await page.Locator(".headline").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains($"{month.Year + 543}", await page.Locator("article").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("กราฟราคา", await page.Locator("svg[role=img]").GetAttributeAsync("aria-label"), StringComparison.Ordinal);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "the page scrolls sideways");
        Assert.Equal([], await Axe.FaultsAsync(page));
        await page.Locator("#language").ClickAsync();
        Assert.Contains("8 chances in 10", await page.Locator(".doubt").InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator("#commodity").SelectOptionAsync("maize");
        await page.Locator("#forecast-title", new() { HasText = "<img" }).WaitForAsync();
        Assert.Empty(dialogs);

        IPage officer = await pages.OpenAsync(PagesCloud.FirstReleaser, 1280, 900, "en");
        await officer.GotoAsync("/agency/forecasts");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Jasmine paddy" }).ClickAsync();
        await officer.Locator("svg .median").WaitForAsync();
        Assert.Equal([], await Axe.FaultsAsync(officer));
        await PagesFixture.PictureAsync(officer, "agency-forecasts-one-desk-en");
        AssertQuiet("/forecasts");
    }

    // The code comes by the channel that stands in for phones here.
    private async Task<string> CodeAsync()
    {
        PhoneScreen phone = pages.Cloud.Get<PhoneScreen>();
        using CancellationTokenSource limit = new(Patience);
        while (true)
        {
            Task next = phone.Next;
            if (phone.Since(0).Select(sent => Regex.Match(sent.Message.Text, @"\b\d{6}\b", RegexOptions.None, TimeSpan.FromSeconds(1))).LastOrDefault(match => match.Success) is { } code)
            {
                return code.Value;
            }

            await next.WaitAsync(limit.Token);
        }
    }

    private void AssertQuiet(string path) =>
        Assert.DoesNotContain(pages.Faults, fault => fault.Contains(path, StringComparison.Ordinal) && !fault.Contains("status of 4", StringComparison.Ordinal));
}
