using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using EnviAgriNet.Cloud.Channels.Sms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EnviAgriNet.Cloud.Tests.Channels.Sms;

/// <summary>A strict gateway of another make: what is not exactly as its documents say is refused, and a key that comes again is one message.</summary>
internal sealed class StandInHttpGateway : IAsyncDisposable
{
    public const string Token = "gateway-token";
    public const string Secret = "callback-secret";

    private readonly WebApplication _app;
    private readonly HttpClient _http = new();

    private StandInHttpGateway(WebApplication app) => _app = app;

    /// <summary>Messages by idempotency key, each once.</summary>
    public ConcurrentDictionary<string, JsonElement> Messages { get; } = new();

    public ConcurrentQueue<string> Faults { get; } = new();

    public int Calls;

    /// <summary>What the next calls are answered with instead of being taken: status and Retry-After in seconds.</summary>
    public ConcurrentQueue<(int Status, int? RetryAfter, bool Takes)> Script { get; } = new();

    public Uri Url => new($"{_app.Urls.First()}/v2/messages");

    public static async Task<StandInHttpGateway> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        WebApplication app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        StandInHttpGateway gateway = new(app);
        app.MapPost("/v2/messages", (Delegate)gateway.TakeAsync);
        await app.StartAsync();
        return gateway;
    }

    /// <summary>The settings that fit it.</summary>
    public (string Key, string Value)[] Settings(int at, string name, string folder)
    {
        string tokenFile = Path.Combine(folder, $"{name}.token");
        string secretFile = Path.Combine(folder, $"{name}.secret");
        File.WriteAllText(tokenFile, Token + "\n");
        File.WriteAllText(secretFile, Secret + name + "\n");
        string root = $"Channels:Sms:Gateways:{at}";
        return
        [
            ($"{root}:Name", name),
            ($"{root}:Kind", "Http"),
            ($"{root}:Url", Url.OriginalString),
            ($"{root}:PasswordFile", tokenFile),
            ($"{root}:Sender", "WARN"),
            ($"{root}:Http:IdPath", "message.id"),
            ($"{root}:Http:CallbackSecretFile", secretFile),
        ];
    }

    /// <summary>Calls back as it would: signed, at a time.</summary>
    public static HttpRequestMessage Callback(Uri cloud, string gateway, string body, DateTimeOffset at, string? secret = null)
    {
        string timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        HttpRequestMessage request = new(HttpMethod.Post, new Uri(cloud, $"/sms/callback/{gateway}")) { Content = new ByteArrayContent(bytes) };
        request.Headers.Add("X-Timestamp", timestamp);
        request.Headers.Add("X-Signature", CallbackSignature.Sign(Encoding.UTF8.GetBytes(secret ?? (Secret + gateway)), timestamp, bytes));
        return request;
    }

    /// <summary>The status code of a callback.</summary>
    public async Task<HttpStatusCode> CallAsync(HttpRequestMessage request)
    {
        using HttpResponseMessage reply = await _http.SendAsync(request);
        request.Dispose();
        return reply.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    private async Task<IResult> TakeAsync(HttpContext context)
    {
        Interlocked.Increment(ref Calls);
        string key = context.Request.Headers["Idempotency-Key"].ToString();
        using StreamReader reader = new(context.Request.Body, new UTF8Encoding(false, throwOnInvalidBytes: true));
        using JsonDocument body = JsonDocument.Parse(await reader.ReadToEndAsync());
        bool isRight = context.Request.Headers.Authorization == $"Bearer {Token}"
            && context.Request.ContentType == "application/json; charset=utf-8"
            && context.Request.QueryString.Value!.Length == 0
            && key.Length is > 30 and < 64
            && body.RootElement.EnumerateObject().Select(p => p.Name).SequenceEqual(["to", "from", "text", "reference", "callback"])
            && body.RootElement.GetProperty("reference").GetString() == key
            && body.RootElement.GetProperty("to").GetString() is ['+', '6', '6', ..] and { Length: 12 }
            && body.RootElement.GetProperty("from").GetString() == "WARN"
            && body.RootElement.GetProperty("callback").GetString()!.Contains("/sms/callback/", StringComparison.Ordinal);
        if (!isRight)
        {
            Faults.Enqueue(body.RootElement.GetRawText());
            return Results.StatusCode(422);
        }

        bool isScripted = Script.TryDequeue(out (int Status, int? RetryAfter, bool Takes) order);
        if (!isScripted || order.Takes)
        {
            Messages.TryAdd(key, body.RootElement.Clone());
        }

        if (isScripted)
        {
            if (order.RetryAfter is { } seconds)
            {
                context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            }

            return Results.StatusCode(order.Status);
        }

        return Results.Json(new { message = new { id = $"m-{Messages.Count}" } }, statusCode: 202);
    }
}
