namespace EnviAgriNet.Cloud.Channels;

/// <summary>Where the gateway reports what became of a message. Repeats change nothing.</summary>
internal static class SmsReceiptEndpoint
{
    /// <summary>Its path.</summary>
    public const string Path = "/sms/dlr";

    /// <summary>Adds the endpoint.</summary>
    public static void MapSmsReceipts(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Path, static (HttpContext context, CallbackTokens tokens, ReceiptDesk desk, ChannelMetrics metrics) =>
            AnswerAsync(context, tokens, desk, metrics));

    /// <summary>What a report says; null when it says nothing that changes a delivery.</summary>
    internal static SmsReceipt? Read(long delivery, string? type, string? gatewayRef, string? answer) => type switch
    {
        "1" => new SmsReceipt(delivery, DeliveryState.Delivered, Ref(gatewayRef), string.Empty),
        "8" => new SmsReceipt(delivery, DeliveryState.Sent, Ref(gatewayRef), string.Empty),
        "2" or "16" => new SmsReceipt(delivery, DeliveryState.Failed, Ref(gatewayRef), ReceiptReason.Of(answer ?? string.Empty)),
        _ => null,
    };

    private static async Task<IResult> AnswerAsync(
        HttpContext context, CallbackTokens tokens, ReceiptDesk desk, ChannelMetrics metrics)
    {
        IQueryCollection query = context.Request.Query;
        if (!tokens.TryRead(query["our"], query["token"], out long delivery))
        {
            metrics.OnReceiptRefused("forged");
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (Read(delivery, query["type"], query["fid"], query["ans"]) is not { } receipt)
        {
            return Results.NoContent();
        }

        return await desk.EnterAsync(receipt, context.RequestAborted)
            ? Results.NoContent()
            : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }

    private static string Ref(string? text) =>
        text is { Length: > 0 and <= Limits.GatewayRefLengthMax } && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? text : string.Empty;
}
