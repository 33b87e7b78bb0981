using System.Globalization;
using System.Net;

namespace EnviAgriNet.Cloud.Channels.Sms;

/// <summary>
/// Kannel's <c>sendsms</c>. A call is a POST with everything personal in the body and headers: the URL holds nothing that a log may
/// not hold.
/// </summary>
internal sealed class KannelGateway : ISmsGateway, IDisposable
{
    // 1 delivered + 2 undeliverable + 8 taken by the operator + 16 refused by the operator.
    private const string ReceiptMask = "27";

    private readonly CallbackTokens _tokens;
    private readonly ICallbackBase _callbackBase;
    private readonly GatewayCall _call;
    private readonly Lazy<string> _password;

    public KannelGateway(SmsGatewayOptions options, CallbackTokens tokens, ICallbackBase callbackBase)
    {
        Options = options;
        _tokens = tokens;
        _callbackBase = callbackBase;
        _call = new GatewayCall(options);
        _password = new Lazy<string>(() => File.ReadAllText(options.PasswordFile!).Trim());
    }

    /// <inheritdoc/>
    public SmsGatewayOptions Options { get; }

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(SmsMessage message, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, Options.Url);
        using GatewayContent content = new(message.Text, "text/plain");
        Add(request, "X-Kannel-Username", Options.Username);
        Add(request, "X-Kannel-Password", _password.Value);
        Add(request, "X-Kannel-From", Options.Sender);
        Add(request, "X-Kannel-To", message.Number.E164);
        Add(request, "X-Kannel-Coding", "2");
        Add(request, "X-Kannel-Priority", message.Priority.ToString(CultureInfo.InvariantCulture));

        // Whole minutes; 0 would be no limit at all.
        Add(request, "X-Kannel-Validity", Math.Max(1, (int)message.Validity.TotalMinutes).ToString(CultureInfo.InvariantCulture));
        Add(request, "X-Kannel-DLR-Mask", ReceiptMask);
        Add(request, "X-Kannel-DLR-Url", ReceiptsTo(message.Delivery));
        return await _call.SendAsync(request, content, static (reply, body) => Judge(reply.StatusCode, body), cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _call.Dispose();

    /// <summary>What a reply means. 202 is taken; 403 and 503 are about the gateway, 400 about this message.</summary>
    internal static SendOutcome Judge(HttpStatusCode status, string body) => (int)status switch
    {
        202 => SendOutcome.Sent,
        400 => SendOutcome.Refused($"gateway refused: {ReceiptReason.Clean(body)}"),
        403 => SendOutcome.Away($"gateway lets us not in: {ReceiptReason.Clean(body)}"),
        >= 500 => SendOutcome.Away($"gateway says {(int)status}"),
        _ => SendOutcome.Refused($"gateway says {(int)status}: {ReceiptReason.Clean(body)}"),
    };

    private static void Add(HttpRequestMessage request, string name, string value) =>
        request.Headers.TryAddWithoutValidation(name, value);

    // The gateway fills in what stands behind the per cent signs.
    private string ReceiptsTo(long delivery)
    {
        string name = CallbackTokens.NameOf(delivery);
        string root = _callbackBase.Address.GetLeftPart(UriPartial.Authority);
        return $"{root}{SmsReceiptEndpoint.Path}?gateway={Options.Name}&our={name}&token={_tokens.TokenOf(Options.Name, name)}&type=%d&fid=%F&ans=%A";
    }
}
