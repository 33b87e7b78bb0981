using System.Text.Json;
using EnviAgriNet.Cloud.Inbox;

namespace EnviAgriNet.Cloud.Api;

/// <summary>
/// Where a gateway hands over what people write: by GET as Kannel does, or by POST with a form or JSON. The secret stands in the path or
/// in the query. 200 means that the message is on disk; a repeat gets the same answer.
/// </summary>
internal static class InboxEndpoints
{
    /// <summary>Its path.</summary>
    public const string Path = "/sms/in";

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Post];

    // What gateways call the three fields.
    private static readonly string[] IdNames = ["id", "message_id", "messageId", "msgid"];
    private static readonly string[] SenderNames = ["from", "sender", "msisdn", "source"];
    private static readonly string[] TextNames = ["text", "message", "body", "content"];

    /// <summary>Adds the endpoint.</summary>
    public static void MapInbox(this IEndpointRouteBuilder routes)
    {
        foreach (string path in (string[])[Path, Path + "/{token}"])
        {
            routes.MapMethods(path, Methods, static (HttpContext context, InboxToken token, InboxDesk desk, InboxMetrics metrics) =>
                AnswerAsync(context, token, desk, metrics));
        }
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, InboxToken token, InboxDesk desk, InboxMetrics metrics)
    {
        if (!token.IsOn)
        {
            return Results.NotFound();
        }

        // The body of a stranger is not even read.
        if (!token.Is(context.Request.RouteValues["token"] as string ?? context.Request.Query["token"]))
        {
            metrics.OnRefused("forged");
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        Func<string, string?>? field = await FieldsAsync(context.Request, context.RequestAborted);
        if (field is null)
        {
            metrics.OnRefused("body");
            return Results.Text("the body is neither a form nor a JSON object", statusCode: StatusCodes.Status400BadRequest);
        }

        string? First(string[] names) => names.Select(field).FirstOrDefault(value => value is not null);
        if (!InboundSms.TryRead(First(IdNames), First(SenderNames), First(TextNames) ?? (HttpMethods.IsGet(context.Request.Method) ? string.Empty : null), out InboundSms? sms, out string? fault))
        {
            metrics.OnRefused("fields");
            return Results.Text(fault, statusCode: StatusCodes.Status400BadRequest);
        }

        return desk.TryTake(sms) ? Results.Text(string.Empty) : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }

    // Fields of the query count as well: some gateways put the id there and the rest into the body.
    private static async Task<Func<string, string?>?> FieldsAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        string? Query(string name) => request.Query.TryGetValue(name, out var value) ? value.ToString() : null;
        try
        {
            if (request.HasFormContentType)
            {
                IFormCollection form = await request.ReadFormAsync(cancellationToken);
                return name => form.TryGetValue(name, out var value) ? value.ToString() : Query(name);
            }

            if (request.HasJsonContentType())
            {
                using JsonDocument document = await JsonDocument.ParseAsync(request.Body, default, cancellationToken);
                JsonElement root = document.RootElement.Clone();
                return root.ValueKind == JsonValueKind.Object ? name => Json(root, name) ?? Query(name) : null;
            }
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or BadHttpRequestException)
        {
            return null;
        }

        return Query;
    }

    private static string? Json(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out JsonElement value))
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
    }
}
