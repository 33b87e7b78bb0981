using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnviAgriNet.Cloud.Api.Stations;

/// <summary>The generated contracts of the answers about one station.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(StationPageView))]
[JsonSerializable(typeof(StationHealthView))]
[JsonSerializable(typeof(StationLedgerView))]
[JsonSerializable(typeof(StationLogView))]
[JsonSerializable(typeof(StationWordsView))]
internal sealed partial class StationJson : JsonSerializerContext
{
    /// <summary>As they are sent: Thai readable as it is.</summary>
    public static StationJson Readable { get; } = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    });
}
