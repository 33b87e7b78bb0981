using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnviAgriNet.Cloud.Api.Kpi;

/// <summary>The generated contracts of the performance figures.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(KpiView))]
[JsonSerializable(typeof(KpiStationsView))]
internal sealed partial class KpiJson : JsonSerializerContext
{
    /// <summary>As they are sent: Thai readable as it is.</summary>
    public static KpiJson Readable { get; } = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    });
}
