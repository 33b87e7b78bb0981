using System.Net.Http.Headers;

namespace EnviAgriNet.Cloud.Channels.Sms;

/// <summary>A gateway that is called as its template says. Taken is not delivered: the receipt comes by a signed callback.</summary>
internal sealed class HttpGateway : ISmsGateway, IDisposable
{
    private static readonly TimeSpan RetryAfterUnsaid = TimeSpan.FromSeconds(1);

    private readonly CallbackTokens _tokens;
    private readonly ICallbackBase _callbackBase;
    private readonly TimeProvider _time;
    private readonly GatewayCall _call;
    private readonly Lazy<string> _password;

    public HttpGateway(SmsGatewayOptions options, CallbackTokens tokens, ICallbackBase callbackBase, TimeProvider time)
    {
        Options = options;
        _tokens = tokens;
        _callbackBase = callbackBase;
        _time = time;
        _call = new GatewayCall(options);
        _password = new Lazy<string>(() => File.ReadAllText(options.PasswordFile!).Trim());
    }

    /// <inheritdoc/>
    public SmsGatewayOptions Options { get; }

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(SmsMessage message, CancellationToken cancellationToken)
    {
        Dictionary<string, string> values = Values(message);
        using HttpRequestMessage request = new(new HttpMethod(Options.Http.Method), Options.Url);
        using GatewayContent content = new(HttpTemplate.Body(Options.Http, values), Options.Http.ContentType);
        foreach ((string name, string template) in Options.Http.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, HttpTemplate.Header(template, values));
        }

        if (Options.Http.IdempotencyHeader.Length > 0)
        {
            request.Headers.TryAddWithoutValidation(Options.Http.IdempotencyHeader, values["id"]);
        }

        return await _call.SendAsync(request, content, Judge, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _call.Dispose();

    private SendOutcome Judge(HttpResponseMessage reply, string body)
    {
        string words = ReceiptReason.Clean(body);
        return (int)reply.StatusCode switch
        {
            >= 200 and < 300 => Taken(body, words),
            429 => SendOutcome.Later("gateway has no room", RetryAfter(reply.Headers.RetryAfter) ?? RetryAfterUnsaid),
            503 when RetryAfter(reply.Headers.RetryAfter) is { } wait => SendOutcome.Later("gateway says 503", wait),
            503 => SendOutcome.Away("gateway says 503"),
            401 or 403 => SendOutcome.Away($"gateway lets us not in: {words}"),
            < 400 => SendOutcome.Away($"gateway says {(int)reply.StatusCode}"),

            // Behind these the message may have been taken all the same.
            408 or 409 or >= 500 => SendOutcome.FateUnknown($"gateway says {(int)reply.StatusCode}"),
            _ => SendOutcome.Refused($"gateway refused: {(int)reply.StatusCode} {words}"),
        };
    }

    private SendOutcome Taken(string body, string words)
    {
        if (Options.Http.IdPath.Length == 0)
        {
            return SendOutcome.Sent;
        }

        string id = SmsReceiptEndpoint.Ref(FieldPath.Find(body, Options.Http.IdPath));
        return id.Length > 0 ? SendOutcome.Sent with { GatewayRef = id } : SendOutcome.FateUnknown($"gateway gave no message id: {words}");
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        TimeSpan? wish = header?.Delta ?? (header?.Date is { } date ? date - _time.GetUtcNow() : null);
        return wish > Limits.RetryAfterMax ? Limits.RetryAfterMax : wish;
    }

    private Dictionary<string, string> Values(SmsMessage message) => new()
    {
        ["to"] = message.Number.E164,
        ["text"] = message.Text,
        ["id"] = _tokens.ReferenceOf(Options.Name, message.Delivery),
        ["sender"] = Options.Sender,
        ["callback"] = $"{_callbackBase.Address.GetLeftPart(UriPartial.Authority)}{SmsCallbackEndpoint.Path}/{Options.Name}",
        ["username"] = Options.Username,
        ["password"] = _password.Value,
    };
}
