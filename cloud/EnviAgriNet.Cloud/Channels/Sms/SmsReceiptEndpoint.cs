namespace EnviAgriNet.Cloud.Channels.Sms;

/// <summary>
/// Where Kannel reports what became of a message. Repeats change nothing. The answer is 200: Kannel takes 204 for a failure and would
/// report the same a hundred times.
/// </summary>
internal static class SmsReceiptEndpoint
{
    /// <summary>Its path.</summary>
    public const string Path = "/sms/dlr";

    /// <summary>Adds the endpoints of the gateways.</summary>
    public static void MapSmsReceipts(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, static (HttpContext context, CallbackTokens tokens, ReceiptDesk desk, ChannelMetrics metrics) =>
            AnswerAsync(context, tokens, desk, metrics));
        routes.MapPost(
            SmsCallbackEndpoint.Path + "/{gateway}",
            static (string gateway, HttpContext context, SmsCallbackEndpoint endpoint) => endpoint.AnswerAsync(gateway, context));
    }

    /// <summary>What a report says; null when it says nothing that changes a delivery.</summary>
    internal static SmsReceipt? Read(long delivery, string gateway, string? type, string? gatewayRef, string? answer) =>
        ReceiptCodes.OfKannel(type, answer ?? string.Empty) is not { } code
            ? null
            : new SmsReceipt(
                delivery, gateway, code, Ref(gatewayRef),
                code.State() is DeliveryState.Failed or DeliveryState.Expired ? ReceiptReason.Of(answer ?? string.Empty) : string.Empty);

    /// <summary>A foreign id as far as it may be stored; empty when it may not.</summary>
    internal static string Ref(string? text) =>
        text is { Length: > 0 and <= Limits.GatewayRefLengthMax } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
            ? text
            : string.Empty;

    private static async Task<IResult> AnswerAsync(
        HttpContext context, CallbackTokens tokens, ReceiptDesk desk, ChannelMetrics metrics)
    {
        IQueryCollection query = context.Request.Query;
        string gateway = query["gateway"].ToString();
        if (!tokens.TryRead(gateway, query["our"], query["token"], out long delivery))
        {
            metrics.OnReceiptRefused("forged");
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (Read(delivery, gateway, query["type"], query["fid"], query["ans"]) is not { } receipt)
        {
            return Results.Ok();
        }

        return await desk.EnterAsync(receipt, context.RequestAborted)
            ? Results.Ok()
            : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }
}
