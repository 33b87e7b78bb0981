using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Channels.Line;

/// <summary>The calls of the Messaging API that we make. Each throws what the HTTP client throws.</summary>
internal sealed class LineClient : IDisposable
{
    private const string RetryKey = "X-Line-Retry-Key";

    private readonly HttpClient _http;
    private readonly Lazy<AuthenticationHeaderValue> _authorization;

    public LineClient(IOptions<LineOptions> options)
    {
        _authorization = new(() => new AuthenticationHeaderValue("Bearer", File.ReadAllText(options.Value.TokenFile!).Trim()));
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false })
        {
            BaseAddress = options.Value.Url,
            Timeout = options.Value.CallTimeout,
            MaxResponseContentBufferSize = LineLimits.ReplyBytesMax,
        };
    }

    /// <summary>One text to many; a repeat with the same key sends nothing again and is answered 409.</summary>
    public Task<LineReply> MulticastAsync(IReadOnlyList<string> users, string text, Guid key, CancellationToken cancellationToken) =>
        PostAsync(
            "v2/bot/message/multicast",
            new LineMulticast(users, [new LineText(text)]),
            LineContext.Default.LineMulticast,
            key,
            cancellationToken);

    /// <summary>Answers a message that just came; costs no quota.</summary>
    public Task<LineReply> ReplyAsync(string token, string text, CancellationToken cancellationToken) => PostAsync(
        "v2/bot/message/reply", new LineAnswer(token, [new LineText(text)]), LineContext.Default.LineAnswer, null, cancellationToken);

    /// <summary>How many messages may still be sent this month, and the month's limit; null when there is none.</summary>
    public async Task<(long Left, long Limit)?> LeftAsync(CancellationToken cancellationToken)
    {
        LineQuota quota = await GetAsync("v2/bot/message/quota", LineContext.Default.LineQuota, cancellationToken);
        if (quota is not { Type: "limited", Value: { } limit })
        {
            return null;
        }

        LineConsumption used = await GetAsync("v2/bot/message/quota/consumption", LineContext.Default.LineConsumption, cancellationToken);
        return (Math.Max(0, limit - used.TotalUsage), limit);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<T> GetAsync<T>(
        string path, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        request.Headers.Authorization = _authorization.Value;
        using HttpResponseMessage reply = await _http.SendAsync(request, cancellationToken);
        reply.EnsureSuccessStatusCode();
        return await reply.Content.ReadFromJsonAsync(type, cancellationToken) ?? throw new JsonException("the answer is null");
    }

    private async Task<LineReply> PostAsync<T>(
        string path, T body, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type, Guid? key, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, path);
        request.Headers.Authorization = _authorization.Value;
        request.Content = JsonContent.Create(body, type);
        if (key is { } retry)
        {
            request.Headers.Add(RetryKey, retry.ToString("D"));
        }

        using HttpResponseMessage reply = await _http.SendAsync(request, cancellationToken);
        string text = await reply.Content.ReadAsStringAsync(cancellationToken);
        TimeSpan? after = reply.Headers.RetryAfter?.Delta;
        return new LineReply(reply.StatusCode, MessageOf(text), after);
    }

    private static string MessageOf(string body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, LineContext.Default.LineFault)?.Message ?? string.Empty;
        }
        catch (JsonException)
        {
            return string.Empty;
        }
    }
}

/// <summary>What LINE said.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Message">Its message about a fault; empty when there is none.</param>
/// <param name="RetryAfter">How long it wants to be left alone, or null.</param>
internal sealed record LineReply(HttpStatusCode Status, string Message, TimeSpan? RetryAfter);

/// <summary>A multicast.</summary>
internal sealed record LineMulticast(
    [property: JsonPropertyName("to")] IReadOnlyList<string> To,
    [property: JsonPropertyName("messages")] IReadOnlyList<LineText> Messages);

/// <summary>An answer.</summary>
internal sealed record LineAnswer(
    [property: JsonPropertyName("replyToken")] string Token,
    [property: JsonPropertyName("messages")] IReadOnlyList<LineText> Messages);

/// <summary>A text message.</summary>
internal sealed record LineText([property: JsonPropertyName("text")] string Text)
{
    /// <summary>The kind of message.</summary>
    [JsonPropertyName("type")]
    public string Type => "text";
}

/// <summary>The month's limit.</summary>
internal sealed record LineQuota(
    [property: JsonPropertyName("type")] string Type, [property: JsonPropertyName("value")] long? Value);

/// <summary>What the month has used.</summary>
internal sealed record LineConsumption([property: JsonPropertyName("totalUsage")] long TotalUsage);

/// <summary>A fault.</summary>
internal sealed record LineFault([property: JsonPropertyName("message")] string? Message);

/// <summary>The generated contracts.</summary>
[JsonSerializable(typeof(LineMulticast))]
[JsonSerializable(typeof(LineAnswer))]
[JsonSerializable(typeof(LineQuota))]
[JsonSerializable(typeof(LineConsumption))]
[JsonSerializable(typeof(LineFault))]
internal sealed partial class LineContext : JsonSerializerContext;
