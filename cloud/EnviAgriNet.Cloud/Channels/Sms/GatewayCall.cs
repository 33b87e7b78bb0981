namespace EnviAgriNet.Cloud.Channels.Sms;

/// <summary>The connections to one gateway, kept alive between calls, and what a call that failed means for the message.</summary>
internal sealed class GatewayCall : IDisposable
{
    private readonly HttpClient _http;

    public GatewayCall(SmsGatewayOptions options) => _http = new HttpClient(new SocketsHttpHandler
    {
        // smsbox closes idle connections after 60 seconds, which is .NET's own limit as well: be the first to hang up.
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        MaxConnectionsPerServer = options.InFlightMax,
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
    })
    {
        Timeout = options.CallTimeout,
        MaxResponseContentBufferSize = SmsLimits.AnswerBytesMax,
    };

    /// <summary>Makes the call. The client never repeats one by itself, since none is a GET.</summary>
    public async Task<SendOutcome> SendAsync(
        HttpRequestMessage request, GatewayContent content, Func<HttpResponseMessage, string, SendOutcome> judge, CancellationToken cancellationToken)
    {
        request.Content = content;
        try
        {
            using HttpResponseMessage reply = await _http.SendAsync(request, cancellationToken);
            return judge(reply, await reply.Content.ReadAsStringAsync(cancellationToken));
        }
        catch (HttpRequestException e) when (
            e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError)
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
}
