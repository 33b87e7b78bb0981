using System.Text.Json;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Cloud.Api;

/// <summary>What the page shows that edits the texts of a warning. Nothing here stores or sends anything.</summary>
internal static class PreviewEndpoints
{
    /// <summary>Adds the addresses.</summary>
    public static void MapPreviews(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/alerts/preview", Preview).RequireOfficer(Role.Viewer);
        routes.MapPost("/api/sms/parts", PartsAsync).RequireOfficer(Role.Viewer);
    }

    private static IResult Preview(HttpContext context, WarningComposer composer, TimeProvider time)
    {
        IQueryCollection asked = context.Request.Query;
        PreviewQuery query = new(
            asked["hazard"].ToString(), asked["level"].ToString(), asked["region"], asked["station"],
            [.. asked["value"].Where(v => !string.IsNullOrEmpty(v)).Select(v => v!)], asked["reason"], asked["drill"] == "true");
        try
        {
            return Json(AlertPreviewJson.Of(query.Answer(composer, time.GetUtcNow())));
        }
        catch (FormatException e)
        {
            return Results.Text(e.Message, statusCode: StatusCodes.Status400BadRequest);
        }
    }

    // The body is a JSON object with a text, as in {"text":"น้ำท่วม"}.
    private static async Task<IResult> PartsAsync(HttpContext context, CancellationToken cancellationToken)
    {
        byte[] body = new byte[Limits.SmsTextBytesMax + 1];
        int length = await context.Request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellationToken);
        if (length > Limits.SmsTextBytesMax)
        {
            return Results.Text($"more than {Limits.SmsTextBytesMax} bytes", statusCode: StatusCodes.Status413PayloadTooLarge);
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(body.AsMemory(0, length));
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("text", out JsonElement text) && text.ValueKind == JsonValueKind.String
                ? Json(AlertPreviewJson.Of(SmsParts.Of(text.GetString()!)))
                : Results.Text("wanted is an object with a text", statusCode: StatusCodes.Status400BadRequest);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return Results.Text("is no JSON", statusCode: StatusCodes.Status400BadRequest);
        }
    }

    private static IResult Json(JsonObject answer) =>
        Results.Text(answer.ToJsonString(ApiJson.Readable.Options), "application/json; charset=utf-8");
}
