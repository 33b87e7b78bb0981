using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;

namespace EnviAgriNet.FirmwareHost.Link;

/// <summary>Speaks HTTP with the edge, over its Unix socket or the network. Throws nothing but a cancellation that was asked for.</summary>
internal sealed class EdgeClient : IDisposable
{
    private const int AnswerBytesMax = 1024 * 1024;
    private const string SenmlType = "application/senml+json";

    private readonly HttpClient _http;
    private readonly TimeProvider _time;
    private readonly string? _tokenFile;

    public EdgeClient(EdgeLinkOptions options, TimeProvider time)
    {
        _time = time;
        _tokenFile = options.TokenFile;
        SocketsHttpHandler handler = new()
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        };
        if (options.Socket is { Length: > 0 } socket)
        {
            handler.ConnectCallback = (_, cancellation) => ConnectAsync(socket, cancellation);
        }

        _http = new HttpClient(handler)
        {
            BaseAddress = options.Url ?? new Uri("http://edge/"),
            Timeout = options.AnswerTimeout,
            MaxResponseContentBufferSize = AnswerBytesMax,
        };
    }

    /// <summary>Sends a batch and reads what became of it.</summary>
    public async Task<EdgeAnswer> SendReadingsAsync(byte[] senml, CancellationToken cancellation)
    {
        try
        {
            using HttpResponseMessage response = await PostAsync("v1/readings", senml, SenmlType, cancellation);
            byte[] body = await response.Content.ReadAsByteArrayAsync(cancellation);
            return Judge(response, body);
        }
        catch (Exception e) when (IsNoAnswer(e, cancellation))
        {
            return new EdgeAnswer(BatchFate.Unanswered, [], null, Innermost(e));
        }
    }

    /// <summary>Tells the edge that samples were lost; true when it has taken that over.</summary>
    public async Task<bool> TrySendEventAsync(SourceEvent sourceEvent, CancellationToken cancellation)
    {
        try
        {
            byte[] body = JsonSerializer.SerializeToUtf8Bytes(sourceEvent, LinkContext.Default.SourceEvent);
            using HttpResponseMessage response = await PostAsync("v1/events", body, "application/json", cancellation);
            return response.IsSuccessStatusCode;
        }
        catch (Exception e) when (IsNoAnswer(e, cancellation))
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static async ValueTask<Stream> ConnectAsync(string path, CancellationToken cancellation)
    {
        Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<HttpResponseMessage> PostAsync(
        string path, byte[] body, string mediaType, CancellationToken cancellation)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        if (_tokenFile is not null)
        {
            // Read each time, so that a changed token needs no restart.
            string? token = File.ReadLines(_tokenFile).FirstOrDefault()?.Trim();
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return await _http.SendAsync(request, cancellation);
    }

    private EdgeAnswer Judge(HttpResponseMessage response, byte[] body)
    {
        string detail = $"the edge answered {(int)response.StatusCode}";
        return response.StatusCode switch
        {
            HttpStatusCode.NoContent => new EdgeAnswer(BatchFate.Taken, [], null, detail),
            HttpStatusCode.OK => new EdgeAnswer(BatchFate.Taken, Refusals(body), null, detail),
            HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity =>
                new EdgeAnswer(BatchFate.Refused, Refusals(body), null, detail),
            HttpStatusCode.InternalServerError => new EdgeAnswer(BatchFate.ServerFault, [], RetryAfter(response), detail),

            // 401, 404 and the like are a matter of settings, not of this batch: the samples wait until that is mended.
            _ => new EdgeAnswer(BatchFate.Held, [], RetryAfter(response), detail),
        };
    }

    private static IReadOnlyList<RefusedRecord> Refusals(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, LinkContext.Default.AnswerBody)?.Refused ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - _time.GetUtcNow(),
        _ => null,
    };

    private static bool IsNoAnswer(Exception e, CancellationToken cancellation) =>
        e is HttpRequestException or IOException or SocketException or UnauthorizedAccessException
        || (e is OperationCanceledException && !cancellation.IsCancellationRequested);

    private static string Innermost(Exception e) => e is OperationCanceledException
        ? "the edge did not answer in time"
        : (e.InnerException ?? e).Message;
}
