using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnviAgriNet.Cloud.Channels.Proof;

/// <summary>The generated contract of a proof: snake case, and Thai readable as it is.</summary>
[JsonSerializable(typeof(AlertProof))]
internal sealed partial class ProofJson : JsonSerializerContext
{
    /// <summary>The contract as it is sent and printed.</summary>
    public static ProofJson Readable { get; } = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    });
}
