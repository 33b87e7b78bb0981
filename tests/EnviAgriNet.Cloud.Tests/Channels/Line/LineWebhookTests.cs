using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Channels.Line;
using EnviAgriNet.Cloud.Registry.Subscribers;

namespace EnviAgriNet.Cloud.Tests.Channels.Line;

public sealed class LineWebhookTests : IAsyncLifetime
{
    private const string Secret = "channel-secret";

    private readonly string _folder = Directory.CreateTempSubdirectory("eag-line-").FullName;
    private LineStandIn _line = null!;
    private CloudRoom _cloud = null!;
    private HttpClient _http = null!;

    public async Task InitializeAsync()
    {
        _line = await LineStandIn.StartAsync();
        File.WriteAllText(Path.Combine(_folder, "token"), LineStandIn.Token);
        File.WriteAllText(Path.Combine(_folder, "secret"), Secret + "\n");
        _cloud = new CloudRoom(
            ("Channels:Line:Enabled", "true"),
            ("Channels:Line:Url", _line.Address.ToString()),
            ("Channels:Line:TokenFile", Path.Combine(_folder, "token")),
            ("Channels:Line:SecretFile", Path.Combine(_folder, "secret")));
        await _cloud.StartAsync();
        _http = new HttpClient { BaseAddress = _cloud.Address };
        _cloud.Subscribe(RegistryRoom.Person("0812345678", "phone"));
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _cloud.DisposeAsync();
        await _line.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Webhook_CodeThenStopThenOldStop_LinksAndStops()
    {
        string code = _cloud.Get<LineLinkBook>().CodeFor(1)!;
        DateTimeOffset now = DateTimeOffset.UtcNow;
        Assert.Equal(HttpStatusCode.OK, await TellAsync(Event("follow", now)));
        Assert.Equal(HttpStatusCode.OK, await TellAsync(Event("message", now, $" {code[..4].ToLowerInvariant()}-{code[4..]} ")));
        Assert.Equal(LineChannelTests.UserId(9), _cloud.Get<RecipientBook>().AddressOf("1", "line"));
        Assert.NotNull(_cloud.Get<RecipientBook>().AddressOf("1", "phone"));

        // Word from before the link changes nothing; word from after it does.
        await TellAsync(Event("unfollow", now.AddDays(-1)));
        Assert.NotNull(_cloud.Get<RecipientBook>().AddressOf("1", "line"));
        await TellAsync(Event("message", now.AddMinutes(1), "ขอหยุดส่งข้อความด้วยครับ!"));
        Assert.Null(_cloud.Get<RecipientBook>().AddressOf("1", "line"));
        Assert.NotNull(_cloud.Get<RecipientBook>().AddressOf("1", "phone"));
        Assert.Equal([LineTexts.Welcome, LineTexts.Linked, LineTexts.Stopped], _line.Replies);

        // A code works once.
        await TellAsync(Event("message", now.AddMinutes(2), code));
        Assert.Equal(LineTexts.Wrong, _line.Replies.Last());
        Assert.Null(_cloud.Get<RecipientBook>().AddressOf("1", "line"));
    }

    [Fact]
    public async Task Webhook_ForgedOversizedOrGarbled_IsRefusedAndChangesNothing()
    {
        string code = _cloud.Get<LineLinkBook>().CodeFor(1)!;
        byte[] body = Encoding.UTF8.GetBytes(Event("message", DateTimeOffset.UtcNow, code).ToJsonString());
        foreach (string? signature in (string?[])[null, string.Empty, "AAAA", Sign(body, "other"), Sign([.. body, 32], Secret)])
        {
            Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(body, signature));
        }

        const int Seed = 31;
        Random random = new(Seed);
        for (int round = 0; round < 150; round++)
        {
            byte[] damaged = [.. body];
            damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            HttpStatusCode status = await PostAsync(damaged, Sign(damaged, Secret));
            Assert.True(status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"seed {Seed}, round {round}: {status}");
        }

        // Last, since the connection ends with it: nobody reads the rest of what is too long.
        byte[] huge = new byte[LineLimits.WebhookBytesMax + 1];
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(huge, Sign(huge, Secret)));
    }

    [Fact]
    public async Task Webhook_GuessingCodes_IsHeardFiveTimes()
    {
        string code = _cloud.Get<LineLinkBook>().CodeFor(1)!;
        for (int guess = 0; guess < 8; guess++)
        {
            await TellAsync(Event("message", DateTimeOffset.UtcNow, "ABCDEFG" + "23456789"[guess]));
        }

        await TellAsync(Event("message", DateTimeOffset.UtcNow, code));

        Assert.Equal(5, _line.Replies.Count(reply => reply == LineTexts.Wrong));
        Assert.Null(_cloud.Get<RecipientBook>().AddressOf("1", "line"));
    }

    private static JsonObject Event(string type, DateTimeOffset at, string? text = null) => new()
    {
        ["destination"] = "U0",
        ["events"] = new JsonArray(new JsonObject
        {
            ["type"] = type,
            ["timestamp"] = at.ToUnixTimeMilliseconds(),
            ["source"] = new JsonObject { ["type"] = "user", ["userId"] = LineChannelTests.UserId(9) },
            ["replyToken"] = "reply",
            ["message"] = text is null ? null : new JsonObject { ["type"] = "text", ["text"] = text },
        }),
    };

    private static string Sign(byte[] body, string secret) => Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));

    private Task<HttpStatusCode> TellAsync(JsonObject call)
    {
        byte[] body = Encoding.UTF8.GetBytes(call.ToJsonString());
        return PostAsync(body, Sign(body, Secret));
    }

    private async Task<HttpStatusCode> PostAsync(byte[] body, string? signature)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, LineWebhook.Path) { Content = new ByteArrayContent(body) };
        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Line-Signature", signature);
        }

        using HttpResponseMessage answer = await _http.SendAsync(request);
        return answer.StatusCode;
    }
}
