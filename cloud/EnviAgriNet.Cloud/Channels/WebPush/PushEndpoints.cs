using System.Text.Json;
using System.Text.Json.Serialization;
using EnviAgriNet.Cloud.Channels.Sms;
using EnviAgriNet.Cloud.Registry.Subscribers;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Channels.WebPush;

/// <summary>
/// Where browsers subscribe, unsubscribe, and say that they have shown something. Only JSON is taken, which no foreign page can send
/// without asking us first.
/// </summary>
internal static class PushEndpoints
{
    /// <summary>Adds the endpoints; while web push is off they are not there.</summary>
    public static void MapPush(this IEndpointRouteBuilder routes)
    {
        if (!routes.ServiceProvider.GetRequiredService<IOptions<WebPushOptions>>().Value.Enabled)
        {
            return;
        }

        routes.MapGet(PushPaths.Key, static (HttpContext context, PushClient client) =>
        {
            context.Response.Headers.CacheControl = "no-cache";
            return Results.Json(new PushKeyView(client.PublicKey), PushFormContext.Default.PushKeyView);
        });
        routes.MapPost(PushPaths.Subscribe, static (HttpContext context, PushRegistration registration) =>
            TakeAsync(context, registration, registration.Subscribe));
        routes.MapPost(PushPaths.Unsubscribe, static (HttpContext context, PushRegistration registration) =>
            TakeAsync(context, registration, registration.Unsubscribe));
        routes.MapPost(PushPaths.Shown, static (HttpContext context, CallbackTokens tokens, ReceiptDesk desk, ChannelMetrics metrics) =>
            ShownAsync(context, tokens, desk, metrics));
    }

    private static async Task<IResult> TakeAsync(HttpContext context, PushRegistration registration, Func<PushForm, string?> take)
    {
        if (!context.Request.HasJsonContentType())
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        if (!registration.MayEnter())
        {
            context.Response.Headers.RetryAfter = "5";
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        }

        if (await ReadAsync(context) is not { } body)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        PushForm? form = null;
        try
        {
            form = JsonSerializer.Deserialize(body, PushFormContext.Default.PushForm);
        }
        catch (JsonException)
        {
            // Answered below.
        }

        string? fault = form is null ? "the body is not a subscription as JSON" : take(form);
        return fault is null ? Results.NoContent() : Results.Text(fault, statusCode: StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> ShownAsync(HttpContext context, CallbackTokens tokens, ReceiptDesk desk, ChannelMetrics metrics)
    {
        if (!tokens.TryRead(ContactChannels.Push, context.Request.Query["our"], context.Request.Query["token"], out long delivery))
        {
            metrics.OnReceiptRefused("forged");
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        SmsReceipt receipt = new(delivery, ContactChannels.Push, ReceiptCode.Delivered, string.Empty, string.Empty);
        return await desk.EnterAsync(receipt, context.RequestAborted)
            ? Results.NoContent()
            : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<byte[]?> ReadAsync(HttpContext context)
    {
        byte[] body = new byte[PushLimits.RequestBytesMax + 1];
        int length = await context.Request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, context.RequestAborted);
        return length <= PushLimits.RequestBytesMax ? body[..length] : null;
    }
}

/// <summary>What a browser sends.</summary>
internal sealed record PushForm
{
    /// <summary>What <c>PushSubscription.toJSON()</c> gives.</summary>
    [JsonPropertyName("subscription")]
    public SubscriptionForm? Subscription { get; init; }

    /// <summary>The language of the notifications.</summary>
    [JsonPropertyName("language")]
    public string? Language { get; init; }

    /// <summary>Codes of places.</summary>
    [JsonPropertyName("regions")]
    public IReadOnlyList<string?>? Regions { get; init; }

    /// <summary>The version of the text that was agreed to.</summary>
    [JsonPropertyName("consent")]
    public string? Consent { get; init; }
}

/// <summary>Our key, for a browser.</summary>
internal sealed record PushKeyView([property: JsonPropertyName("key")] string Key);

/// <summary>The generated contracts.</summary>
[JsonSerializable(typeof(PushForm))]
[JsonSerializable(typeof(PushKeyView))]
internal sealed partial class PushFormContext : JsonSerializerContext;
