using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Channels.WebPush;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Cloud.Tests.Channels.WebPush;

/// <summary>A whole cloud and a strict push service of another make: from the page's subscription to what the browser decrypts.</summary>
public sealed class WebPushChannelTests : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly string _folder = Directory.CreateTempSubdirectory("eag-push-").FullName;
    private PushServiceProcess _service = null!;
    private CloudRoom _cloud = null!;
    private HttpClient _browser = null!;

    public async Task InitializeAsync()
    {
        _service = await PushServiceProcess.StartAsync(_folder);
        string key = Path.Combine(_folder, "vapid.pem");
        VapidKey.Create(key).Dispose();
        _cloud = new CloudRoom(
            ("Channels:WebPush:Enabled", "true"),
            ("Channels:WebPush:KeyFile", key),
            ("Channels:WebPush:Contact", "mailto:duty@example.org"),
            ("Channels:WebPush:Hosts", "localhost"),
            ("Channels:WebPush:AllowPrivateAddresses", "true"),
            ("Channels:WebPush:CaFile", _service.CaFile));
        await _cloud.StartAsync();
        _browser = new HttpClient { BaseAddress = _cloud.Address };
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _cloud.DisposeAsync();
        await _service.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Alert_TwoBrowsers_EachDecryptsItInItsLanguage_AndTheReceiptSettlesIt()
    {
        Assert.Equal(HttpStatusCode.NoContent, await SubscribeAsync("one", "th"));
        Assert.Equal(HttpStatusCode.NoContent, await SubscribeAsync("one", "th"));
        Assert.Equal(HttpStatusCode.NoContent, await SubscribeAsync("two", "en"));

        _cloud.Alerts.Release(FakeAlertBook.Alert());
        await Eventually.HoldsAsync("both browsers have it", Limit, () => _service.Got.Count == 2);

        Dictionary<string, JsonNode> got = _service.Got.ToDictionary(told => (string)told["name"]!);
        Assert.All(got.Values, told => Assert.Null(told["fault"]));
        Assert.Equal("หมอกควันรุนแรง", (string)got["one"]["payload"]!["title"]!);
        Assert.Equal("Severe haze", (string)got["two"]["payload"]!["title"]!);
        Assert.Equal(("high", "mailto:duty@example.org"), ((string)got["one"]["urgency"]!, (string)got["one"]["sub"]!));
        Assert.InRange((int)got["one"]["ttl"]!, 6 * 3600 - 60, 6 * 3600);
        string ourKey = (string)(await _browser.GetFromJsonAsync<JsonNode>("/api/push/key"))!["key"]!;
        Assert.Equal(ourKey, (string)got["one"]["key"]!);

        string shown = (string)got["one"]["payload"]!["shown"]!;
        Assert.Equal(HttpStatusCode.Forbidden, (await _browser.PostAsync(shown[..^1] + (shown[^1] == '0' ? '1' : '0'), null)).StatusCode);
        await Eventually.HoldsAsync("both are sent", Limit, () => _cloud.Deliveries.Counts()["sent"] == 2);
        Assert.Equal(HttpStatusCode.NoContent, (await _browser.PostAsync(shown, null)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await _browser.PostAsync(shown, null)).StatusCode);
        await Eventually.HoldsAsync("one is delivered", Limit, () => _cloud.Deliveries.Counts() is { } c && c["delivered"] == 1 && c["sent"] == 1);
    }

    [Fact]
    public async Task Alert_BrowserGoneBusyOrUnsubscribed_EachMeetsItsFate()
    {
        foreach (string name in (string[])["one", "gone", "busy", "huge"])
        {
            Assert.Equal(HttpStatusCode.NoContent, await SubscribeAsync(name, "th"));
        }

        Assert.Equal(HttpStatusCode.NoContent, await PostAsync("/api/push/unsubscribe", Form("one", "th")));
        _cloud.Alerts.Release(FakeAlertBook.Alert());
        await Eventually.HoldsAsync("gone and huge have failed", Limit, () => _cloud.Deliveries.Counts()["failed"] == 2);
        await Eventually.HoldsAsync(
            "busy waits", Limit, () => _cloud.Deliveries.Newest(9).Any(line => line.State == "queued" && line.Reason.Contains("429", StringComparison.Ordinal)));

        Assert.Equal(
            ["the browser has unsubscribed", "too long for the push service"],
            _cloud.Deliveries.Newest(9).Where(line => line.State == "failed").Select(line => line.Reason).Order());

        // The next alert goes to nobody who is gone.
        _cloud.Alerts.Release(FakeAlertBook.Alert("E2"));
        await Eventually.HoldsAsync("it is targeted", Limit, () => _cloud.Deliveries.Newest(9).Count(line => line.Event == "E2") == 2);
        Assert.Empty(_service.Got);
    }

    [Fact]
    public async Task Subscribe_HostileForms_AreRefusedAndChangeNothing()
    {
        JsonNode good = Form("one", "th");
        foreach ((string what, Action<JsonNode> change) in ((string, Action<JsonNode>)[])
        [
            ("own network", form => form["subscription"]!["endpoint"] = "https://169.254.169.254/latest"),
            ("other host", form => form["subscription"]!["endpoint"] = "https://evil.example/x"),
            ("host trick", form => form["subscription"]!["endpoint"] = "https://localhost@evil.example/x"),
            ("no tls", form => form["subscription"]!["endpoint"] = "http://localhost/x"),
            ("language", form => form["language"] = "xx"),
            ("no place", form => form["regions"] = new JsonArray()),
            ("no place at all", form => form["regions"] = null),
            ("null place", form => form["regions"] = new JsonArray((JsonNode?)null)),
            ("many places", form => form["regions"] = new JsonArray([.. Enumerable.Range(10, 80).Select(n => (JsonNode)$"{n}")])),
            ("no consent", form => form["consent"] = ""),
            ("script consent", form => form["consent"] = "<b>"),
        ])
        {
            JsonNode form = good.DeepClone();
            change(form);
            HttpStatusCode status = await PostAsync("/api/push/subscribe", form);
            Assert.True(status == HttpStatusCode.BadRequest, $"{what}: {status}");
        }

        using StringContent plain = new(good.ToJsonString(), Encoding.UTF8, "text/plain");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await _browser.PostAsync("/api/push/subscribe", plain)).StatusCode);
        using StringContent huge = new(new string(' ', PushLimits.RequestBytesMax + 1), Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await _browser.PostAsync("/api/push/subscribe", huge)).StatusCode);
        Assert.Empty(_cloud.Get<Cloud.Registry.Subscribers.SubscriberBook>().All());
    }

    private JsonNode Form(string name, string language) => new JsonObject
    {
        ["subscription"] = JsonNode.Parse(_service.Subscription(name)),
        ["language"] = language,
        ["regions"] = new JsonArray("50"),
        ["consent"] = "push-2026-11",
    };

    private Task<HttpStatusCode> SubscribeAsync(string name, string language) => PostAsync("/api/push/subscribe", Form(name, language));

    private async Task<HttpStatusCode> PostAsync(string path, JsonNode body)
    {
        using StringContent content = new(body.ToJsonString(), Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await _browser.PostAsync(path, content);
        return answer.StatusCode;
    }
}
