using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Channels.WebPush;

/// <summary>One call of a push service (RFC 8030).</summary>
internal sealed class PushClient : IDisposable
{
    private static readonly TimeSpan TokenLife = TimeSpan.FromHours(12);
    private static readonly TimeSpan TokenRest = TimeSpan.FromHours(1);

    private readonly WebPushOptions _options;
    private readonly TimeProvider _time;
    private readonly Lazy<VapidKey> _key;
    private readonly HttpClient _http;
    private readonly Lock _guard = new();
    private readonly Dictionary<string, (string Header, DateTimeOffset Until)> _tokens = [];

    public PushClient(IOptions<WebPushOptions> options, TimeProvider time)
    {
        _options = options.Value;
        _time = time;
        _key = new Lazy<VapidKey>(() => VapidKey.Read(_options.KeyFile!));
        SocketsHttpHandler handler = new()
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            MaxResponseHeadersLength = 16,
            ConnectCallback = (context, cancellationToken) =>
                PublicAddress.ConnectAsync(context.DnsEndPoint, _options.AllowPrivateAddresses, cancellationToken),
        };
        if (_options.CaFile is { } file)
        {
            handler.SslOptions.CertificateChainPolicy = Trusting(file);
        }

        _http = new HttpClient(handler)
        {
            Timeout = _options.CallTimeout,
            MaxResponseContentBufferSize = PushLimits.ReplyBytesMax,
        };
    }

    /// <summary>The public half of our key, for browsers.</summary>
    public string PublicKey => _key.Value.PublicKey;

    /// <summary>Hands over one message; throws what the HTTP client throws.</summary>
    public async Task<PushReply> SendAsync(PushSubscription subscription, PushMessage message, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, subscription.Endpoint);
        using ByteArrayContent content = new(PushEncryption.Encrypt(message.Payload, subscription));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        content.Headers.ContentEncoding.Add("aes128gcm");
        request.Content = content;
        request.Headers.TryAddWithoutValidation("Authorization", TokenFor(subscription.Endpoint.GetLeftPart(UriPartial.Authority)));
        request.Headers.Add("TTL", ((long)Math.Max(0, message.Life.TotalSeconds)).ToString());
        request.Headers.Add("Urgency", UrgencyOf(message.Severity, message.IsAllClear));
        request.Headers.Add("Topic", TopicOf(message.Event));
        using HttpResponseMessage reply = await _http.SendAsync(request, cancellationToken);
        TimeSpan? after = reply.Headers.RetryAfter is not { } wish ? null
            : wish.Delta ?? wish.Date - _time.GetUtcNow();
        return new PushReply(reply.StatusCode, after);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        if (_key.IsValueCreated)
        {
            _key.Value.Dispose();
        }
    }

    /// <summary>How much a phone's battery is worth for it (RFC 8030, 5.3).</summary>
    internal static string UrgencyOf(string severity, bool isAllClear) => severity switch
    {
        _ when isAllClear => "normal",
        "Extreme" or "Severe" => "high",
        "Moderate" => "normal",
        _ => "low",
    };

    /// <summary>Of two messages about one event that wait for a sleeping phone, only the newer arrives.</summary>
    internal static string TopicOf(string eventId) =>
        System.Buffers.Text.Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(eventId)).AsSpan(0, 24));

    private static X509ChainPolicy Trusting(string file)
    {
        X509ChainPolicy policy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(file);
        return policy;
    }

    private string TokenFor(string service)
    {
        DateTimeOffset now = _time.GetUtcNow();
        lock (_guard)
        {
            if (_tokens.TryGetValue(service, out (string Header, DateTimeOffset Until) known) && known.Until - TokenRest > now)
            {
                return known.Header;
            }
        }

        DateTimeOffset until = now + TokenLife;
        string header = _key.Value.AuthorizationFor(service, _options.Contact!, until);
        lock (_guard)
        {
            if (_tokens.Count < PushLimits.ServicesMax || _tokens.ContainsKey(service))
            {
                _tokens[service] = (header, until);
            }
        }

        return header;
    }
}

/// <summary>One message for one browser, before encryption.</summary>
/// <param name="Payload">What the service worker gets.</param>
/// <param name="Event">The event it is about.</param>
/// <param name="Severity">CAP severity.</param>
/// <param name="IsAllClear">Whether the event is over.</param>
/// <param name="Life">How long the push service may hold it.</param>
internal sealed record PushMessage(byte[] Payload, string Event, string Severity, bool IsAllClear, TimeSpan Life);

/// <summary>What a push service said.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="RetryAfter">How long it wants to be left alone, or null.</param>
internal sealed record PushReply(HttpStatusCode Status, TimeSpan? RetryAfter);
