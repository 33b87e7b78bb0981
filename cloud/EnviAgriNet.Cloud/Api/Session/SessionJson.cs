using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using EnviAgriNet.Cloud.Access.SignIn;

namespace EnviAgriNet.Cloud.Api.Session;

/// <summary>The generated contracts of sessions, officers and the audit log, in snake case; an unknown field is an error.</summary>
[JsonSerializable(typeof(SessionView))]
[JsonSerializable(typeof(OfficerView))]
[JsonSerializable(typeof(AccountView))]
[JsonSerializable(typeof(CodesView))]
[JsonSerializable(typeof(RecoveryView))]
[JsonSerializable(typeof(IReadOnlyList<OfficerEntry>))]
[JsonSerializable(typeof(InvitationView))]
[JsonSerializable(typeof(AuditView))]
[JsonSerializable(typeof(AuditCheckView))]
[JsonSerializable(typeof(SessionFault))]
[JsonSerializable(typeof(SignInOrder))]
[JsonSerializable(typeof(ProofOrder))]
[JsonSerializable(typeof(CodeOrder))]
[JsonSerializable(typeof(InvitationOrder))]
[JsonSerializable(typeof(RightsOrder))]
[JsonSerializable(typeof(DisableOrder))]
[JsonSerializable(typeof(AuditCheckOrder))]
internal sealed partial class SessionJson : JsonSerializerContext
{
    /// <summary>The contracts as they are sent.</summary>
    public static SessionJson Readable { get; } = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        MaxDepth = 4,
    });

    /// <summary>A refusal.</summary>
    public static IResult Fault(int status, string text) =>
        Results.Json(new SessionFault(text), Readable.SessionFault, statusCode: status);

    /// <summary>The order in a request's body; null when it is none of that kind, or longer than the limit.</summary>
    public static async Task<T?> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type)
        where T : class
    {
        if (context.Request.ContentLength is not (> 0 and <= SignInLimits.OrderBytesMax) || !context.Request.HasJsonContentType())
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
