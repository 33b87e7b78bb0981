using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Channels.Line;

/// <summary>Where LINE calls.</summary>
internal static class LineEndpoint
{
    /// <summary>Adds the endpoint; while LINE is off it is not there.</summary>
    public static void MapLine(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetRequiredService<IOptions<LineOptions>>().Value.Enabled)
        {
            routes.MapPost(LineWebhook.Path, static (HttpContext context, LineWebhook webhook, ChannelMetrics metrics) =>
                AnswerAsync(context, webhook, metrics));
        }
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, LineWebhook webhook, ChannelMetrics metrics)
    {
        if (context.Request.ContentLength > LineLimits.WebhookBytesMax)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        using MemoryStream body = new();
        byte[] part = new byte[8_192];
        int read;
        while ((read = await context.Request.Body.ReadAsync(part, context.RequestAborted)) > 0)
        {
            if (body.Length + read > LineLimits.WebhookBytesMax)
            {
                return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
            }

            body.Write(part, 0, read);
        }

        byte[] whole = body.ToArray();
        if (!webhook.IsSigned(whole, context.Request.Headers["X-Line-Signature"]))
        {
            metrics.OnReceiptRefused("forged");
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        return await webhook.TakeAsync(whole, context.RequestAborted) ? Results.Ok() : Results.StatusCode(StatusCodes.Status400BadRequest);
    }
}
