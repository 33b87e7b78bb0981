using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnviAgriNet.Cloud.Api.Session;

/// <summary>The generated contracts of sessions and officers, in snake case; an unknown field is an error.</summary>
[JsonSerializable(typeof(SessionView))]
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
}
