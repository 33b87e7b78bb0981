using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace EnviAgriNet.Cloud.Access.Keys;

/// <summary>The keys of machines, for administrators.</summary>
internal static class KeyEndpoints
{
    private const int ReasonLengthMax = 500;

    /// <summary>Adds the addresses.</summary>
    public static void MapKeys(this WebApplication app)
    {
        app.MapGet("/api/keys", static (KeyBook book, TimeProvider time) => Results.Json(
            new KeysView([.. book.All().Select(k => KeyLine.Of(k, time.GetUtcNow()))], KeyScopes.All, KeyLimits.DaysMax, KeyLimits.PerMinuteMax),
            KeyJson.Readable.KeysView)).RequireOfficer(Role.Admin);
        app.MapPost("/api/keys", static async (HttpContext context, KeyBook book, TimeProvider time) =>
        {
            if (await ReadAsync(context, KeyJson.Readable.KeyOrder) is not { } order)
            {
                return Fault("the body is not a key's name, scopes, days and per_minute as JSON");
            }

            (ApiKey? key, string? token, string? refusal) = book.Make(order, context.Officer().Name);
            return key is null
                ? Fault(refusal ?? "refused")
                : Results.Json(KeyLine.Of(key, time.GetUtcNow(), token), KeyJson.Readable.KeyLine, statusCode: StatusCodes.Status201Created);
        }).RequireOfficer(Role.Admin);
        app.MapPost("/api/keys/{id}/revoke", static async (HttpContext context, KeyBook book, string id) =>
            (await ReadAsync(context, KeyJson.Readable.KeyEnd))?.Reason?.Trim() is not { Length: > 0 and <= ReasonLengthMax } reason || reason.Any(char.IsControl)
                ? Fault($"reason has 1 to {ReasonLengthMax} characters on one line")
            : book.Revoke(id, context.Officer().Name, reason) is { } refusal ? Fault(refusal, StatusCodes.Status409Conflict)
            : Results.NoContent()).RequireOfficer(Role.Admin);
    }

    private static IResult Fault(string text, int status = StatusCodes.Status400BadRequest) =>
        Results.Json(new KeyFault(text), KeyJson.Readable.KeyFault, statusCode: status);

    private static async Task<T?> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type)
        where T : class
    {
        if (!context.Request.HasJsonContentType())
        {
            return null;
        }

        try
        {
            return await JsonSerializer.DeserializeAsync(context.Request.Body, type, context.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
