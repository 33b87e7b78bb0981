using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnviAgriNet.Cloud.Api.Desk;

/// <summary>The generated contracts of the officers' desk: snake case, and Thai readable as it is.</summary>
[JsonSerializable(typeof(DeskView))]
[JsonSerializable(typeof(AlertSheet))]
[JsonSerializable(typeof(TrialView))]
[JsonSerializable(typeof(SuggestionView))]
[JsonSerializable(typeof(List<PlaceLine>))]
internal sealed partial class DeskJson : JsonSerializerContext
{
    /// <summary>The contracts as they are sent.</summary>
    public static DeskJson Readable { get; } = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    });
}
