using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using EnviAgriNet.Cloud.Registry.Rehearsals;

namespace EnviAgriNet.Cloud.Api.Rehearsals;

/// <summary>The generated contracts of drills and back-tests; an unknown field of a call is an error, for it may be a slip.</summary>
[JsonSerializable(typeof(RehearsalCall))]
internal sealed partial class RehearsalJson : JsonSerializerContext
{
    /// <summary>The contract as calls are read.</summary>
    public static RehearsalJson Readable { get; } = new(Made(JsonIgnoreCondition.Never));

    /// <summary>The contract as calls are stored: what was not said is left out.</summary>
    public static RehearsalJson Stored { get; } = new(Made(JsonIgnoreCondition.WhenWritingNull));

    private static JsonSerializerOptions Made(JsonIgnoreCondition ignore) => new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = ignore,
        MaxDepth = 4,
    };
}
