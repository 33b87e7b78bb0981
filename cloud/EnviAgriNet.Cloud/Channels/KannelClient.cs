using System.Globalization;
using System.Net;
using System.Text;
using EnviAgriNet.Cloud.Registry.Subscribers;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Channels;

/// <summary>
/// One call of Kannel's <c>sendsms</c>. It is a POST with everything personal in the body and headers: the URL holds nothing that a
/// log may not hold, and the client never repeats a POST by itself.
/// </summary>
internal sealed class KannelClient : IDisposable
{
    // 1 delivered + 2 undeliverable + 8 taken by the operator + 16 refused by the operator.
    private const string ReceiptMask = "27";
    private const int ReplyBytesMax = 4_096;

    private readonly SmsOptions _options;
    private readonly HttpClient _http;
    private readonly Lazy<string> _password;

    public KannelClient(IOptions<SmsOptions> options)
    {
        _options = options.Value;
        _password = new Lazy<string>(() => File.ReadAllText(_options.PasswordFile!).Trim());
        _http = new HttpClient(new SocketsHttpHandler
        {
            // smsbox closes idle connections after 60 seconds, which is .NET's own limit as well: be the first to hang up.
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
            MaxConnectionsPerServer = _options.Pace.InFlightMax,
            AllowAutoRedirect = false,
            UseProxy = false,
        })
        {
            Timeout = _options.CallTimeout,
            MaxResponseContentBufferSize = ReplyBytesMax,
        };
    }

    /// <summary>Hands over one message to one number.</summary>
    /// <param name="number">The recipient.</param>
    /// <param name="text">The text; it travels as UCS-2.</param>
    /// <param name="priority">0 to 3.</param>
    /// <param name="validity">How long gateway and operator may hold on to it; whole minutes, at least one.</param>
    /// <param name="receiptsTo">Where the gateway reports to.</param>
    /// <param name="cancellationToken">Gives up at once; the fate is then unknown.</param>
    public async Task<SendOutcome> SendAsync(
        PhoneNumber number, string text, int priority, TimeSpan validity, Uri receiptsTo, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, _options.Url);
        using MessageContent content = new(text);
        request.Content = content;
        Add(request, "X-Kannel-Username", _options.Username);
        Add(request, "X-Kannel-Password", _password.Value);
        Add(request, "X-Kannel-From", _options.Sender);
        Add(request, "X-Kannel-To", number.E164);
        Add(request, "X-Kannel-Coding", "2");
        Add(request, "X-Kannel-Priority", priority.ToString(CultureInfo.InvariantCulture));
        Add(request, "X-Kannel-Validity", Math.Max(1, (int)validity.TotalMinutes).ToString(CultureInfo.InvariantCulture));
        Add(request, "X-Kannel-DLR-Mask", ReceiptMask);
        Add(request, "X-Kannel-DLR-Url", receiptsTo.OriginalString);
        try
        {
            using HttpResponseMessage reply = await _http.SendAsync(request, cancellationToken);
            return Judge(reply.StatusCode, await reply.Content.ReadAsStringAsync(cancellationToken));
        }
        catch (HttpRequestException e) when (
            e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError)
        {
            return SendOutcome.Away("gateway not reachable");
        }
        catch (Exception e) when (
            e is HttpRequestException or OperationCanceledException
            && !content.HasLeft
            && !cancellationToken.IsCancellationRequested)
        {
            return SendOutcome.Away("gateway did not take the call in time");
        }
        catch (HttpRequestException e)
        {
            return SendOutcome.FateUnknown($"connection broke: {e.HttpRequestError}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return SendOutcome.FateUnknown("no answer in time");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

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

    /// <summary>The text; knows whether any of it can have left, which decides between a retry and an unknown fate.</summary>
    private sealed class MessageContent : HttpContent
    {
        private readonly byte[] _text;

        public MessageContent(string text)
        {
            _text = Encoding.UTF8.GetBytes(text);
            Headers.ContentType = new("text/plain", "utf-8");
        }

        /// <summary>Whether a connection was there to write to.</summary>
        public bool HasLeft { get; private set; }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            HasLeft = true;
            return stream.WriteAsync(_text, cancellationToken).AsTask();
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _text.Length;
            return true;
        }
    }
}
