using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using EnviAgriNet.Cloud.Registry.Subscribers;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Channels.Line;

/// <summary>
/// What LINE tells us: somebody added or left our account, or wrote to it. Only what is signed with the channel's secret is believed,
/// and what comes twice or late changes nothing.
/// </summary>
internal sealed partial class LineWebhook(
    LineLinkBook links,
    GoneContacts gone,
    LineClient client,
    IOptions<LineOptions> options,
    TimeProvider time,
    ILogger<LineWebhook> logger)
{
    /// <summary>Its path.</summary>
    public const string Path = "/line/webhook";

    private readonly Lazy<byte[]> _secret = new(() => Encoding.UTF8.GetBytes(File.ReadAllText(options.Value.SecretFile!).Trim()));

    /// <summary>Whether a body is signed as LINE signs it; in the same time for any wrong signature.</summary>
    public bool IsSigned(ReadOnlySpan<byte> body, string? signature)
    {
        byte[] right = HMACSHA256.HashData(_secret.Value, body);
        Span<byte> given = stackalloc byte[right.Length];
        return signature is { Length: > 0 and <= 100 }
            && Convert.TryFromBase64String(signature, given, out int length)
            && CryptographicOperations.FixedTimeEquals(given[..length], right);
    }

    /// <summary>Acts on a signed body; false when it cannot be read.</summary>
    public async Task<bool> TakeAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        LineCall? call;
        try
        {
            call = JsonSerializer.Deserialize(body.Span, LineCallContext.Default.LineCall);
        }
        catch (JsonException)
        {
            return false;
        }

        foreach (LineEvent told in (call?.Events ?? []).OfType<LineEvent>().Take(LineLimits.WebhookEventsMax))
        {
            if (told.Source is { Type: "user", UserId: { } user } && LineUserId.Is(user) && Act(told, user) is { } answer
                && told.ReplyToken is { Length: > 0 and <= 200 } token)
            {
                await AnswerAsync(token, answer, cancellationToken);
            }
        }

        return call is not null;
    }

    private string? Act(LineEvent told, string user)
    {
        DateTimeOffset at = DateTimeOffset.FromUnixTimeMilliseconds(
            Math.Clamp(told.Timestamp, 0, DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()));
        switch (told.Type)
        {
            case "follow":
                return LineTexts.Welcome;
            case "unfollow":
                Stop(user, at);
                return null;
            case "message" when told.Message is { Type: "text", Text: { } text } && StopWords.LanguageOf(text) is not null:
                Stop(user, at);
                return LineTexts.Stopped;
            case "message" when told.Message is { Type: "text", Text: { } text } && LineLinkBook.IsCode(text):
                return links.Link(user, text) switch
                {
                    LineLinkFate.Linked => LineTexts.Linked,
                    LineLinkFate.Wrong => LineTexts.Wrong,
                    _ => null,
                };
            default:
                return null;
        }
    }

    private void Stop(string user, DateTimeOffset saidAt)
    {
        if (links.RecipientOf(user) is { } recipient)
        {
            gone.Stop(recipient, ContactChannels.Line, saidAt, time.GetUtcNow());
        }
    }

    private async Task AnswerAsync(string token, string text, CancellationToken cancellationToken)
    {
        try
        {
            await client.ReplyAsync(token, text, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            LogNotAnswered(e);
        }
    }

    [LoggerMessage(4465, LogLevel.Warning, "An answer could not be given on LINE")]
    private partial void LogNotAnswered(Exception exception);
}

/// <summary>One call of LINE.</summary>
internal sealed record LineCall([property: JsonPropertyName("events")] IReadOnlyList<LineEvent?>? Events);

/// <summary>What happened.</summary>
internal sealed record LineEvent
{
    /// <summary>What it is.</summary>
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    /// <summary>When, in milliseconds since 1970.</summary>
    [JsonPropertyName("timestamp")]
    public long Timestamp { get; init; }

    /// <summary>Who.</summary>
    [JsonPropertyName("source")]
    public LineSource? Source { get; init; }

    /// <summary>What they wrote.</summary>
    [JsonPropertyName("message")]
    public LineMessage? Message { get; init; }

    /// <summary>With what it can be answered, once and soon.</summary>
    [JsonPropertyName("replyToken")]
    public string? ReplyToken { get; init; }
}

/// <summary>Who did it.</summary>
internal sealed record LineSource(
    [property: JsonPropertyName("type")] string? Type, [property: JsonPropertyName("userId")] string? UserId);

/// <summary>What was written.</summary>
internal sealed record LineMessage(
    [property: JsonPropertyName("type")] string? Type, [property: JsonPropertyName("text")] string? Text);

/// <summary>The generated contract.</summary>
[JsonSerializable(typeof(LineCall))]
internal sealed partial class LineCallContext : JsonSerializerContext;
