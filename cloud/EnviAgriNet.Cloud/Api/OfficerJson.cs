using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using EnviAgriNet.Cloud.Alerts.Release;

namespace EnviAgriNet.Cloud.Api;

/// <summary>The generated contracts of the officers' interface, in snake case; an unknown field is an error, for it may be a slip.</summary>
[JsonSerializable(typeof(OfficerOrder))]
[JsonSerializable(typeof(AnswerLine))]
[JsonSerializable(typeof(IReadOnlyList<HeldLine>))]
internal sealed partial class OfficerJson : JsonSerializerContext
{
    /// <summary>The contracts as they are sent.</summary>
    public static OfficerJson Readable { get; } = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        MaxDepth = 4,
    });
}
