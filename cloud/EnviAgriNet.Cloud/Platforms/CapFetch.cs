using System.Net;
using System.Net.Http.Headers;

namespace EnviAgriNet.Cloud.Platforms;

/// <summary>
/// Fetches from foreign hosts within limits: no redirects, so many bytes also when they come compressed, so many seconds. Safe for use
/// by several threads.
/// </summary>
internal sealed class CapFetch : IDisposable
{
    private readonly TimeProvider _time;
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = Limits.AnswerMax,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        MaxResponseHeadersLength = 64,
        UseCookies = false,
        UseProxy = false,
    })
    { Timeout = Timeout.InfiniteTimeSpan };

    public CapFetch(TimeProvider time)
    {
        _time = time;
        _http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("EnviAgriNet", "1"));
    }

    /// <summary>Fetches an address. What goes wrong is in the answer; only a stop of the program throws.</summary>
    public async Task<Fetched> GetAsync(
        Uri address, EntityTagHeaderValue? tag, DateTimeOffset? changed, int bytesMax, CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = new(Limits.AnswerMax, _time);
        using CancellationTokenSource both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using HttpRequestMessage request = new(HttpMethod.Get, address);
            if (tag is not null)
            {
                request.Headers.IfNoneMatch.Add(tag);
            }

            request.Headers.IfModifiedSince = changed;
            using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
            return response.StatusCode switch
            {
                HttpStatusCode.NotModified => new Fetched(null, tag, changed, null),
                HttpStatusCode.OK => await ReadAsync(response, bytesMax, both.Token),
                _ => Fetched.Failed($"answers {(int)response.StatusCode}"),
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Fetched.Failed($"did not answer within {Limits.AnswerMax.TotalSeconds} s");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException)
        {
            return Fetched.Failed(e.Message);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static async Task<Fetched> ReadAsync(HttpResponseMessage response, int bytesMax, CancellationToken cancellationToken)
    {
        await using Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using MemoryStream bytes = new();
        byte[] buffer = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > bytesMax)
            {
                return Fetched.Failed($"has more than {bytesMax} bytes");
            }
        }

        return new Fetched(bytes.ToArray(), response.Headers.ETag, response.Content.Headers.LastModified, null);
    }
}

/// <summary>What an address answered.</summary>
/// <param name="Body">The bytes; null when nothing changed, or with a fault.</param>
/// <param name="Tag">Its entity tag.</param>
/// <param name="Changed">Its time of change.</param>
/// <param name="Fault">What went wrong; null when nothing.</param>
internal sealed record Fetched(byte[]? Body, EntityTagHeaderValue? Tag, DateTimeOffset? Changed, string? Fault)
{
    /// <summary>An answer that is none.</summary>
    public static Fetched Failed(string fault) => new(null, null, null, fault);
}
