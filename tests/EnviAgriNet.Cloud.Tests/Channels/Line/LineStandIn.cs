using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EnviAgriNet.Cloud.Tests.Channels.Line;

/// <summary>
/// LINE's interface as its reference has it: bearer token, at most 500 well-formed ids, texts of at most 5,000, a retry key that sends
/// once, a month's quota. Test hooks make it slow or broken after it has taken a message.
/// </summary>
internal sealed class LineStandIn : IAsyncDisposable
{
    public const string Token = "test-token";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, bool> _keys = new();

    private LineStandIn()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/v2/bot/message/multicast", (RequestDelegate)MulticastAsync);
        _app.MapPost("/v2/bot/message/reply", (RequestDelegate)ReplyAsync);
        _app.MapGet("/v2/bot/message/quota", () => Results.Content(
            Quota is { } value ? $$"""{"type":"limited","value":{{value}}}""" : """{"type":"none"}""", "application/json"));
        _app.MapGet("/v2/bot/message/quota/consumption", () => Results.Content($$"""{"totalUsage":{{Delivered.Count}}}""", "application/json"));
    }

    /// <summary>Every message that a person got, as user and text.</summary>
    public ConcurrentQueue<(string User, string Text)> Delivered { get; } = new();

    public ConcurrentQueue<int> Sizes { get; } = new();

    public ConcurrentQueue<string> Replies { get; } = new();

    public ConcurrentQueue<string> Faults { get; } = new();

    public long? Quota { get; set; }

    /// <summary>How many more calls are taken and then answered 500.</summary>
    public int BreakAfterTaking { get; set; }

    /// <summary>How many more calls are answered 429 without being taken.</summary>
    public int TooFast { get; set; }

    public Uri Address => new(_app.Urls.First());

    public static async Task<LineStandIn> StartAsync()
    {
        LineStandIn line = new();
        await line._app.StartAsync();
        return line;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task MulticastAsync(HttpContext http)
    {
        JsonNode body = (await JsonNode.ParseAsync(http.Request.Body))!;
        string key = http.Request.Headers["X-Line-Retry-Key"].ToString();
        string[] to = [.. body["to"]!.AsArray().Select(user => (string)user!)];
        string? fault = http.Request.Headers.Authorization != $"Bearer {Token}" ? "token"
            : !Guid.TryParseExact(key, "D", out _) ? "retry key"
            : to.Length is 0 or > 500 || to.Distinct().Count() != to.Length || !to.All(user => Regex.IsMatch(user, "^U[0-9a-f]{32}$")) ? "to"
            : body["messages"]!.AsArray() is not [{ } message] || (string)message["type"]! != "text"
                || ((string)message["text"]!).Length is 0 or > 5_000 ? "messages"
            : null;
        if (fault is not null)
        {
            Faults.Enqueue(fault);
            await AnswerAsync(http, 400, fault);
        }
        else if (TooFast > 0)
        {
            TooFast--;
            await AnswerAsync(http, 429, "The API rate limit has been exceeded. Try again later.");
        }
        else if (!_keys.TryAdd(key, true))
        {
            await AnswerAsync(http, 409, "The retry key is already accepted");
        }
        else if (Delivered.Count + to.Length > Quota)
        {
            _keys.TryRemove(key, out _);
            await AnswerAsync(http, 429, "You have reached your monthly limit.");
        }
        else
        {
            Sizes.Enqueue(to.Length);
            foreach (string user in to)
            {
                Delivered.Enqueue((user, (string)body["messages"]![0]!["text"]!));
            }

            await AnswerAsync(http, BreakAfterTaking-- > 0 ? 500 : 200, "Internal server error");
        }
    }

    private async Task ReplyAsync(HttpContext http)
    {
        JsonNode body = (await JsonNode.ParseAsync(http.Request.Body))!;
        Replies.Enqueue((string)body["messages"]![0]!["text"]!);
        await AnswerAsync(http, 200, string.Empty);
    }

    private static Task AnswerAsync(HttpContext http, int status, string message)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsync(status == 200 ? "{}" : $$"""{"message":"{{message}}"}""");
    }
}
