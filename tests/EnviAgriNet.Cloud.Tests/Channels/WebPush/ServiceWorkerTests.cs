using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Channels.WebPush;
using EnviAgriNet.Testing;
using Microsoft.Playwright;

namespace EnviAgriNet.Cloud.Tests.Channels.WebPush;

/// <summary>The page's service worker in Debian's Chromium: a push that the browser's own tools deliver becomes a notification.</summary>
public sealed class ServiceWorkerTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("eag-worker-").FullName;
    private CloudRoom _cloud = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async Task InitializeAsync()
    {
        string key = Path.Combine(_folder, "vapid.pem");
        VapidKey.Create(key).Dispose();
        _cloud = new CloudRoom(
            ("Channels:WebPush:Enabled", "true"),
            ("Channels:WebPush:KeyFile", key),
            ("Channels:WebPush:Contact", "mailto:duty@example.org"));
        await _cloud.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = HeadlessChromium.Path, Headless = true, Args = ["--no-sandbox", "--disable-gpu", "--no-first-run"] });
    }

    public async Task DisposeAsync()
    {
        await _browser.CloseAsync();
        _playwright.Dispose();
        await _cloud.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Push_ThaiWarningThenGarbage_BothAreShown_AndTheFormSpeaksThai()
    {
        IBrowserContext context = await _browser.NewContextAsync(new() { Permissions = ["notifications"] });
        IPage page = await context.NewPageAsync();
        ICDPSession tools = await context.NewCDPSessionAsync(page);
        TaskCompletionSource<string> registered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        tools.Event("ServiceWorker.workerRegistrationUpdated").OnEvent += (_, told) =>
        {
            if (told?.GetProperty("registrations") is { } all && all.GetArrayLength() > 0)
            {
                registered.TrySetResult(all[0].GetProperty("registrationId").GetString()!);
            }
        };
        await tools.SendAsync("ServiceWorker.enable");
        await page.GotoAsync(new Uri(_cloud.Address, "/place/50").ToString());
        await page.Locator("#push-form").WaitForAsync();
        Assert.Equal("รับการเตือนภัยบนเครื่องนี้", await page.Locator("#push-title").InnerTextAsync());
        await page.Locator("#push-form button").ClickAsync();
        await page.Locator("#push [data-say=needsConsent]").WaitForAsync();
        await page.EvaluateAsync("navigator.serviceWorker.ready");
        string registration = await registered.Task.WaitAsync(TimeSpan.FromSeconds(15));

        PushPayload payload = new() { Title = "น้ำล้นตลิ่ง ต.ช้างเผือก", Body = "ขึ้นที่สูงทันที", Event = "E1", Severity = "Severe", Language = "th", HasMore = true };
        await DeliverAsync(tools, registration, System.Text.Encoding.UTF8.GetString(payload.Encode(PushLimits.PayloadBytesMax)));
        await DeliverAsync(tools, registration, "not json");

        JsonNode shown = JsonNode.Parse("[]")!;
        for (int turn = 0; turn < 400 && shown.AsArray().Count < 2; turn++)
        {
            shown = JsonNode.Parse(await page.EvaluateAsync<string>(
                """
                navigator.serviceWorker.ready.then((r) => r.getNotifications()).then((all) =>
                  JSON.stringify(all.map((n) => ({ title: n.title, body: n.body, lang: n.lang, tag: n.tag, url: n.data.url }))))
                """))!;
            await Task.Delay(50);
        }

        JsonNode warning = Assert.Single(shown.AsArray(), n => (string)n!["tag"]! == "E1")!;
        Assert.Equal(("น้ำล้นตลิ่ง ต.ช้างเผือก", "ขึ้นที่สูงทันที\nแตะเพื่ออ่านต่อ", "th"), ((string)warning["title"]!, (string)warning["body"]!, (string)warning["lang"]!));
        Assert.Equal(_cloud.Address.ToString(), (string)warning["url"]!);
        Assert.Single(shown.AsArray(), n => (string)n!["tag"]! == "unreadable");
    }

    private Task DeliverAsync(ICDPSession tools, string registration, string data) => tools.SendAsync(
        "ServiceWorker.deliverPushMessage",
        new Dictionary<string, object> { ["origin"] = _cloud.Address.GetLeftPart(UriPartial.Authority), ["registrationId"] = registration, ["data"] = data });
}
