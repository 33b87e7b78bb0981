namespace EnviAgriNet.Cloud.Channels.Sms;

/// <summary>
/// How a gateway of kind Http is called. In braces may stand <c>to</c>, <c>text</c>, <c>id</c>, <c>sender</c>, <c>callback</c>,
/// <c>username</c> and <c>password</c>; each is escaped for where it stands.
/// </summary>
internal sealed class HttpGatewayOptions
{
    /// <summary>Default POST; POST or PUT, since what is personal belongs into the body.</summary>
    public string Method { get; set; } = "POST";

    /// <summary>Default <c>application/json</c>; that or <c>application/x-www-form-urlencoded</c>, for calls and for callbacks.</summary>
    public string ContentType { get; set; } = HttpTemplate.Json;

    /// <summary>Default a JSON object of to, from, text, reference and callback; the body of a call.</summary>
    public string Body { get; set; } =
        """{"to":"{to}","from":"{sender}","text":"{text}","reference":"{id}","callback":"{callback}"}""";

    /// <summary>Default <c>Authorization: Bearer {password}</c>; the headers of a call. Neither text nor number may stand in them.</summary>
    public Dictionary<string, string> Headers { get; set; } = new() { ["Authorization"] = "Bearer {password}" };

    /// <summary>Default <c>Idempotency-Key</c>; the header that carries our id of the message, the same at a repeat. Empty sends none.</summary>
    public string IdempotencyHeader { get; set; } = "Idempotency-Key";

    /// <summary>Default empty; where in a JSON answer the gateway's message id stands, as <c>messages.0.id</c>. Without it there it is not taken.</summary>
    public string IdPath { get; set; } = string.Empty;

    /// <summary>Default none: callbacks are refused. A file that holds the secret that callbacks are signed with.</summary>
    public string? CallbackSecretFile { get; set; }

    /// <summary>Default <c>X-Signature</c>; the header with the HMAC-SHA256 of time, full stop and body, in hexadecimal.</summary>
    public string SignatureHeader { get; set; } = "X-Signature";

    /// <summary>Default <c>X-Timestamp</c>; the header with the time of the callback in seconds since 1970.</summary>
    public string TimestampHeader { get; set; } = "X-Timestamp";

    /// <summary>Default 5 minutes; 1 second to 1 hour. How far a callback's time may be from ours.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Default <c>reference</c>; the field of a callback with our id, as a path in JSON. Empty when the gateway gives its own only.</summary>
    public string ReferenceField { get; set; } = "reference";

    /// <summary>Default <c>id</c>; the field of a callback with the gateway's id.</summary>
    public string IdField { get; set; } = "id";

    /// <summary>Default <c>status</c>; the field of a callback with the state.</summary>
    public string StatusField { get; set; } = "status";

    /// <summary>Default <c>reason</c>; the field of a callback with the reason of a failure.</summary>
    public string ReasonField { get; set; } = "reason";

    /// <summary>Default none: common English words. The gateway's states, each with its letter W, S, D, R, E or F.</summary>
    public Dictionary<string, string> Statuses { get; set; } = [];

    /// <summary>What is wrong with it.</summary>
    public IEnumerable<string> Faults(Uri url)
    {
        if (Method is not ("POST" or "PUT"))
        {
            yield return $"Http:Method is POST or PUT, not '{Method}'";
        }

        if (ContentType is not (HttpTemplate.Json or HttpTemplate.Form))
        {
            yield return $"Http:ContentType is {HttpTemplate.Json} or {HttpTemplate.Form}, not '{ContentType}'";
        }

        if (Window < TimeSpan.FromSeconds(1) || Window > TimeSpan.FromHours(1))
        {
            yield return "Http:Window is from 1 second to 1 hour";
        }

        if (CallbackSecretFile is not null && !File.Exists(CallbackSecretFile))
        {
            yield return $"Http:CallbackSecretFile is no file: '{CallbackSecretFile}'";
        }

        foreach (string fault in HttpTemplate.Faults(url, this))
        {
            yield return fault;
        }

        foreach ((string status, string letter) in Statuses)
        {
            if (!ReceiptCodes.TryParse(letter, out _))
            {
                yield return $"Http:Statuses:{status} is W, S, D, R, E or F, not '{letter}'";
            }
        }
    }
}
