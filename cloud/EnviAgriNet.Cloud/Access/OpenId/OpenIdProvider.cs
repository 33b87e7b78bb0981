using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Access.OpenId;

/// <summary>The provider over the line: what it says about itself, its keys, and the exchange of a code. Safe for use by several threads.</summary>
internal sealed class OpenIdProvider : IDisposable
{
    private readonly OpenIdOptions _options;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _asking = new(1, 1);
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        Timeout = OpenIdLimits.AnswerMax,
        MaxResponseContentBufferSize = OpenIdLimits.AnswerBytesMax,
    };

    private (ProviderDocument Document, DateTimeOffset At)? _document;
    private (ProviderKeys Keys, DateTimeOffset At)? _keys;

    public OpenIdProvider(IOptions<OpenIdOptions> options, TimeProvider time)
    {
        _options = options.Value;
        _time = time;
    }

    /// <summary>What the provider says about itself, kept for a while.</summary>
    public async Task<ProviderDocument> DocumentAsync(CancellationToken cancellationToken)
    {
        await _asking.WaitAsync(cancellationToken);
        try
        {
            DateTimeOffset now = _time.GetUtcNow();
            if (_document is not { } kept || now - kept.At >= OpenIdLimits.KeptFor)
            {
                byte[] json = await _http.GetByteArrayAsync(new Uri(_options.Issuer!.TrimEnd('/') + "/.well-known/openid-configuration"), cancellationToken);
                _document = kept = (ProviderDocument.Read(json, _options.Issuer), now);
            }

            return kept.Document;
        }
        finally
        {
            _asking.Release();
        }
    }

    /// <summary>The provider's keys; asked for again when the one that is looked for is not among them, but not without end.</summary>
    public async Task<ProviderKeys> KeysAsync(string algorithm, string? name, CancellationToken cancellationToken)
    {
        ProviderDocument document = await DocumentAsync(cancellationToken);
        await _asking.WaitAsync(cancellationToken);
        try
        {
            DateTimeOffset now = _time.GetUtcNow();
            if (_keys is not { } kept || now - kept.At >= OpenIdLimits.KeptFor
                || (!kept.Keys.Has(algorithm, name) && now - kept.At >= OpenIdLimits.KeysAgainAfter))
            {
                _keys = kept = (ProviderKeys.Read(await _http.GetByteArrayAsync(document.Keys, cancellationToken)), now);
            }

            return kept.Keys;
        }
        finally
        {
            _asking.Release();
        }
    }

    /// <summary>Exchanges a code for the ID token; null when the provider does not take it.</summary>
    public async Task<string?> ExchangeAsync(string code, string verifier, string returnAddress, CancellationToken cancellationToken)
    {
        ProviderDocument document = await DocumentAsync(cancellationToken);
        Dictionary<string, string> form = new()
        {
            ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = returnAddress, ["code_verifier"] = verifier,
        };
        using HttpRequestMessage request = new(HttpMethod.Post, document.Token);
        string? secret = _options.ClientSecretFile is { Length: > 0 } file ? (await File.ReadAllTextAsync(file, cancellationToken)).Trim() : null;
        if (secret is null || document.SecretInBody)
        {
            form["client_id"] = _options.ClientId;
        }

        if (secret is not null && document.SecretInBody)
        {
            form["client_secret"] = secret;
        }
        else if (secret is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue(
                "Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{Uri.EscapeDataString(_options.ClientId)}:{Uri.EscapeDataString(secret)}")));
        }

        request.Content = new FormUrlEncodedContent(form);
        request.Headers.Accept.ParseAdd("application/json");
        using HttpResponseMessage answer = await _http.SendAsync(request, cancellationToken);
        if (!answer.IsSuccessStatusCode)
        {
            return null;
        }

        using JsonDocument json = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(cancellationToken), StrictJson.Options);
        return json.RootElement.ValueKind == JsonValueKind.Object ? StrictJson.Text(json.RootElement, "id_token") : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        _asking.Dispose();
    }
}
