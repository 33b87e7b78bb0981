using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnviAgriNet.Cloud.Access.Keys;

/// <summary>The generated contracts of the keys' interface, in snake case; an unknown field is an error, for it may be a slip.</summary>
[JsonSerializable(typeof(KeyOrder))]
[JsonSerializable(typeof(KeysView))]
[JsonSerializable(typeof(KeyLine))]
[JsonSerializable(typeof(KeyEnd))]
[JsonSerializable(typeof(KeyFault))]
internal sealed partial class KeyJson : JsonSerializerContext
{
    /// <summary>The contracts as they are sent.</summary>
    public static KeyJson Readable { get; } = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        MaxDepth = 4,
    });
}
