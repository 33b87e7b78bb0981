using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace EnviAgriNet.Cloud.Access.Keys;

/// <summary>
/// Stands before every address: a request with a key is let through as far as the key reaches, one without goes on as it is. A key that
/// opens nothing is refused on public addresses too, with the reason, for otherwise its owner would not learn that it has ended.
/// Refusals follow RFC 6750.
/// </summary>
internal sealed partial class KeyGate(KeyBook book, KeyRates rates, FailureCounts failures, TimeProvider time, ILogger<KeyGate> logger)
{
    private const string Scheme = "Bearer ";
    private static readonly object Item = new();

    /// <summary>
    /// As whom the key of a request reads: as one who sees, at an address of officers that is open to keys; as one who may do nothing at
    /// others. Null without a key. The colon keeps the name apart from those of persons.
    /// </summary>
    public static Officer? ReaderOf(HttpContext context) =>
        context.Items.TryGetValue(Item, out object? found) && found is (ApiKey key, bool isOfOfficers)
            ? new Officer($"key:{key.Id}", isOfOfficers ? new HashSet<Role> { Role.Viewer } : [])
            : null;

    /// <summary>The step in front of the endpoints.</summary>
    public Task EnterAsync(HttpContext context, RequestDelegate next) =>
        TokenOf(context) is not { } token ? next(context)
        : Judge(context, token) is { } refusal ? RefuseAsync(context, refusal)
        : next(context);

    private static string? TokenOf(HttpContext context)
    {
        StringValues header = context.Request.Headers.Authorization;
        return header.Count == 1 && header[0] is { } text && text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && text.AsSpan(Scheme.Length).StartsWith(KeyToken.Prefix, StringComparison.Ordinal)
                ? text[Scheme.Length..]
                : null;
    }

    private Refusal? Judge(HttpContext context, string token)
    {
        if (book.OfToken(token) is not { } key)
        {
            return RefuseStranger(context);
        }

        if (key.StateAt(time.GetUtcNow()) is "expired" or "revoked")
        {
            return new Refusal(401, "invalid_token", $"key {key.Id} {(key.RevokedAt is null ? "has expired" : "was revoked")}");
        }

        if (rates.Take(key) is { } wait)
        {
            return new Refusal(429, "too_many_requests", $"key {key.Id} may ask {key.PerMinute} times a minute") { RetryAfter = wait };
        }

        book.OnUsed(key);
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            return new Refusal(403, "insufficient_scope", "keys only read");
        }

        if (KeyScopes.Of(context.Request.Path) is not { } address)
        {
            return new Refusal(403, "insufficient_scope", "this address is not open to keys");
        }

        if (!key.Scopes.Contains(address.Scope))
        {
            return new Refusal(403, "insufficient_scope", $"key {key.Id} does not have the scope {address.Scope.Word()}") { Scope = address.Scope.Word() };
        }

        context.Items[Item] = (key, address.IsOfOfficers);
        return null;
    }

    private Refusal RefuseStranger(HttpContext context)
    {
        System.Net.IPAddress? address = context.Connection.RemoteIpAddress;
        if (failures.IsBlocked(address))
        {
            return new Refusal(429, "too_many_requests", "too many wrong keys from here") { RetryAfter = Limits.FailurePeriod };
        }

        failures.OnFailed(address);
        LogRefused(address?.ToString() ?? "nowhere");
        return new Refusal(401, "invalid_token", "this is no key of ours");
    }

    private static Task RefuseAsync(HttpContext context, Refusal refusal)
    {
        HttpResponse response = context.Response;
        response.StatusCode = refusal.Status;
        response.Headers.CacheControl = "no-store";
        if (refusal.Status is 401 or 403)
        {
            response.Headers.WWWAuthenticate =
                $"Bearer error=\"{refusal.Error}\"{(refusal.Scope is null ? string.Empty : $", scope=\"{refusal.Scope}\"")}";
        }

        if (refusal.RetryAfter is { } wait)
        {
            response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        response.ContentType = "text/plain; charset=utf-8";
        return response.WriteAsync(refusal.Text, context.RequestAborted);
    }

    [LoggerMessage(4780, LogLevel.Warning, "A request from {Address} had a key that is none of ours")]
    private partial void LogRefused(string address);

    private sealed record Refusal(int Status, string Error, string Text)
    {
        public string? Scope { get; init; }

        public TimeSpan? RetryAfter { get; init; }
    }
}
