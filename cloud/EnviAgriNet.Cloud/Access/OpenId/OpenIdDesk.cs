using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EnviAgriNet.Cloud.Access.Sessions;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Access.OpenId;

/// <summary>
/// Sign-in by the provider: authorization code with PKCE. What has to be remembered in between lies sealed in a cookie of the browser that
/// began, good for one return, so that neither a code nor a state from another browser is of use here.
/// </summary>
internal sealed partial class OpenIdDesk(
    OpenIdProvider provider,
    OpenIdLinkBook links,
    OfficerBook officers,
    SessionBook sessions,
    SealedState seal,
    TimeProvider time,
    IOptions<OpenIdOptions> options,
    ILogger<OpenIdDesk> logger)
{
    /// <summary>Where the provider sends browsers back to.</summary>
    public const string ReturnPath = "/api/openid/return";

    private const string Purpose = "openid";
    private const int RandomBytes = 32;

    private readonly OpenIdOptions _options = options.Value;

    /// <summary>Whether a provider is set.</summary>
    public bool IsOn => !string.IsNullOrEmpty(_options.Issuer);

    private string ReturnAddress => _options.Address.TrimEnd('/') + ReturnPath;

    private string[] Levels => _options.Levels?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Where to send a browser, and what it has to keep; null when the provider does not answer.</summary>
    /// <param name="link">The session whose officer is to be linked; null to sign in.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public async Task<(string Address, string Kept)?> BeginAsync(Session? link, CancellationToken cancellationToken)
    {
        if (await TryAsync("discovery", provider.DocumentAsync(cancellationToken), cancellationToken) is not { } document)
        {
            return null;
        }

        OpenIdState state = new(Random(), Random(), Random(), link?.Officer.Name, link?.Number);
        Dictionary<string, string> query = new()
        {
            ["response_type"] = "code",
            ["client_id"] = _options.ClientId,
            ["redirect_uri"] = ReturnAddress,
            ["scope"] = _options.Scopes,
            ["state"] = state.State,
            ["nonce"] = state.Nonce,
            ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(state.Verifier))),
            ["code_challenge_method"] = "S256",
        };
        if (Levels.Length > 0)
        {
            query["acr_values"] = string.Join(' ', Levels);
        }

        string asked = string.Join('&', query.Select(q => $"{q.Key}={Uri.EscapeDataString(q.Value)}"));
        string address = $"{document.Authorize}{(document.Authorize.Query.Length == 0 ? '?' : '&')}{asked}";
        return (address, seal.Seal(Purpose, JsonSerializer.Serialize(state, OpenIdJson.Readable.OpenIdState), OpenIdLimits.SignInMax));
    }

    /// <summary>Takes a browser that comes back: signs it in, or links its officer.</summary>
    public async Task<OpenIdOutcome> FinishAsync(string? kept, OpenIdReturn answer, HttpContext context)
    {
        if (kept is null || seal.Use(Purpose, kept) is not { } text
            || JsonSerializer.Deserialize(text, OpenIdJson.Readable.OpenIdState) is not { } state
            || answer.State is null || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(answer.State), Encoding.UTF8.GetBytes(state.State)))
        {
            return Refuse(OpenIdOutcome.Over, "the state is not of a sign-in that this browser began");
        }

        if (await TryAsync("sign-in", SubjectAsync(answer, state, context.RequestAborted), context.RequestAborted) is not { } found)
        {
            return OpenIdOutcome.Unavailable;
        }

        return found.Subject is null ? Refuse(found.Fate, found.Fault)
            : state.Officer is { } name ? Link(name, state.Session, found.Subject)
            : SignIn(found.Subject, context);
    }

    private async Task<Found> SubjectAsync(OpenIdReturn answer, OpenIdState state, CancellationToken cancellationToken)
    {
        ProviderDocument document = await provider.DocumentAsync(cancellationToken);
        if (answer.Issuer is null ? document.NamesItself : answer.Issuer != _options.Issuer)
        {
            return new Found(null, OpenIdOutcome.Wrong, "the answer is of another provider");
        }

        if (answer.Error is not null || answer.Code is not { Length: > 0 and <= SealedState.LengthMax } code)
        {
            return new Found(null, OpenIdOutcome.Declined, "the provider sent no code");
        }

        if (await provider.ExchangeAsync(code, state.Verifier, ReturnAddress, cancellationToken) is not { } token)
        {
            return new Found(null, OpenIdOutcome.Wrong, "the provider did not take the code");
        }

        if (IdTokenCheck.HeaderOf(token) is not var (algorithm, keyName))
        {
            return new Found(null, OpenIdOutcome.Wrong, "the token is not signed by RS256 or ES256");
        }

        (string? subject, string? fault) = new IdTokenCheck(_options.Issuer!, _options.ClientId, state.Nonce, Levels)
            .Verify(token, await provider.KeysAsync(algorithm, keyName, cancellationToken), time.GetUtcNow());
        return new Found(subject, OpenIdOutcome.Wrong, fault ?? string.Empty);
    }

    private OpenIdOutcome SignIn(string subject, HttpContext context)
    {
        if (links.OfficerOf(_options.Issuer!, subject) is not { } name || officers.Find(name, Role.Viewer).Officer is not { } officer)
        {
            return Refuse(OpenIdOutcome.Unknown, "the person is not linked to an active officer");
        }

        sessions.Open(officer, "openid", context);
        return OpenIdOutcome.SignedIn;
    }

    // The session's own cookie does not ride along from another site, so that the session is asked for by its number.
    private OpenIdOutcome Link(string name, long? session, string subject) =>
        officers.Find(name, Role.Viewer).Officer is not { } officer || !sessions.All(officer).Any(s => s.Number == session)
            ? Refuse(OpenIdOutcome.Over, "the session that began it has ended")
        : links.Link(name, _options.Issuer!, subject) is { } refusal ? Refuse(OpenIdOutcome.Taken, refusal)
        : OpenIdOutcome.Linked;

    private OpenIdOutcome Refuse(OpenIdOutcome fate, string reason)
    {
        LogRefused(reason);
        return fate;
    }

    private async Task<T?> TryAsync<T>(string step, Task<T> work, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await work;
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or IOException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            LogUnavailable(step, e.Message);
            return null;
        }
    }

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    [LoggerMessage(4784, LogLevel.Warning, "A sign-in by the identity provider was refused: {Reason}")]
    private partial void LogRefused(string reason);

    [LoggerMessage(4785, LogLevel.Warning, "The identity provider did not answer as it should at {Step}: {Reason}")]
    private partial void LogUnavailable(string step, string reason);

    private sealed record Found(string? Subject, OpenIdOutcome Fate, string Fault);
}
