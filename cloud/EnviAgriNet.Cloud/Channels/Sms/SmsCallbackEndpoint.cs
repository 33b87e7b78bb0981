using Microsoft.AspNetCore.Http.Features;

namespace EnviAgriNet.Cloud.Channels.Sms;

/// <summary>
/// Where gateways of kind Http report what became of a message. Only a signed, timely, unrepeated report of a message that this
/// gateway was given changes anything.
/// </summary>
internal sealed class SmsCallbackEndpoint(
    SmsGateways gateways, CallbackTokens tokens, CallbackReplays replays, ReceiptBook book, ReceiptDesk desk, ChannelMetrics metrics, TimeProvider time)
{
    /// <summary>Its path; the gateway's name follows.</summary>
    public const string Path = "/sms/callback";

    /// <summary>Answers a callback.</summary>
    public async Task<IResult> AnswerAsync(string name, HttpContext context)
    {
        if (gateways.Find(name)?.Options is not { Kind: SmsGatewayKind.Http, Http: { CallbackSecretFile: { } secretFile } options })
        {
            return Refused("stranger", StatusCodes.Status404NotFound);
        }

        if (await BodyAsync(context) is not { } body)
        {
            return Refused("too long", StatusCodes.Status413PayloadTooLarge);
        }

        string timestamp = context.Request.Headers[options.TimestampHeader].ToString();
        byte[] secret = System.Text.Encoding.UTF8.GetBytes((await File.ReadAllTextAsync(secretFile, context.RequestAborted)).Trim());
        string? refusal = CallbackSignature.Refusal(
            secret, context.Request.Headers[options.SignatureHeader], timestamp, body, time.GetUtcNow(), options.Window);
        return refusal is null
            ? await EnterAsync(name, options, CallbackSignature.MarkOf(name, timestamp, body), body, context.RequestAborted)
            : Refused(refusal, StatusCodes.Status403Forbidden);
    }

    private static async Task<byte[]?> BodyAsync(HttpContext context)
    {
        if (context.Request.ContentLength > SmsLimits.CallbackBytesMax)
        {
            return null;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = SmsLimits.CallbackBytesMax;
        }

        try
        {
            using MemoryStream body = new();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            return body.ToArray();
        }
        catch (BadHttpRequestException)
        {
            return null;
        }
    }

    private async Task<IResult> EnterAsync(
        string name, HttpGatewayOptions options, UInt128 mark, byte[] body, CancellationToken cancellationToken)
    {
        if (CallbackFields.Read(options, body) is not { } fields)
        {
            return Refused("unreadable", StatusCodes.Status400BadRequest);
        }

        if (DeliveryOf(name, options, fields) is not { } delivery)
        {
            return Refused("foreign", StatusCodes.Status403Forbidden);
        }

        if (fields.Code(options) is not { } code)
        {
            metrics.OnReceiptRefused("unknown state");
            return Results.NoContent();
        }

        switch (replays.TryEnter(mark, options.Window))
        {
            case CallbackFreshness.Repeated:
                return Refused("repeated", StatusCodes.Status409Conflict);
            case CallbackFreshness.Full:
                return Refused("full", StatusCodes.Status503ServiceUnavailable);
        }

        string reason = code.State() is DeliveryState.Failed or DeliveryState.Expired ? ReceiptReason.Of(fields.Reason) : string.Empty;
        SmsReceipt receipt = new(delivery, name, code, SmsReceiptEndpoint.Ref(fields.Id), reason);
        if (await desk.EnterAsync(receipt, cancellationToken))
        {
            return Results.NoContent();
        }

        replays.Forget(mark);
        return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }

    private long? DeliveryOf(string name, HttpGatewayOptions options, CallbackFields fields)
    {
        if (options.ReferenceField.Length > 0)
        {
            return tokens.TryReadReference(name, fields.Reference, out long delivery) ? delivery : null;
        }

        string id = SmsReceiptEndpoint.Ref(fields.Id);
        return id.Length == 0 ? null : book.Find(name, id);
    }

    private IResult Refused(string reason, int status)
    {
        metrics.OnReceiptRefused(reason);
        return Results.StatusCode(status);
    }
}
