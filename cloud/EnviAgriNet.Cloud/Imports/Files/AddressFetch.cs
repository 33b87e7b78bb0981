namespace EnviAgriNet.Cloud.Imports.Files;

/// <summary>Gets a file from an address, within limits of size and time.</summary>
internal sealed class AddressFetch : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, MaxAutomaticRedirections = 3 })
    {
        Timeout = Limits.FetchMax,
        MaxResponseContentBufferSize = Limits.FileBytesMax,
    };

    /// <summary>Whether a text is an address rather than a file.</summary>
    public static bool IsAddress(string text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Gets the file; throws an <see cref="ImportException"/> that says what the other side did.</summary>
    public async Task<SourceFile> GetAsync(string address, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https"))
        {
            throw new ImportException($"'{address}' is no http or https address");
        }

        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limits.FetchMax);
        try
        {
            using HttpResponseMessage answer = await _http.GetAsync(uri, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if (!answer.IsSuccessStatusCode)
            {
                throw new ImportException($"{uri.Host} answered {(int)answer.StatusCode}");
            }

            await using Stream stream = await answer.Content.ReadAsStreamAsync(limit.Token);
            return SourceFile.Of(Path.GetFileName(uri.AbsolutePath), await SourceFile.ReadUpToAsync(stream, limit.Token));
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new ImportException($"{uri.Host} cannot be read: {e.Message}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ImportException($"{uri.Host} took longer than {Limits.FetchMax.TotalSeconds:0} seconds");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}
