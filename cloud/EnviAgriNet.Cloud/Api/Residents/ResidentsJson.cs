using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnviAgriNet.Cloud.Api.Residents;

/// <summary>The generated contracts of the pages for residents, in snake case, with Thai readable as it is.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(PlaceView))]
[JsonSerializable(typeof(PlacesView))]
internal sealed partial class ResidentsJson : JsonSerializerContext
{
    /// <summary>The contracts as they are sent: as <c>application/json</c> and never as markup, so that little has to be escaped.</summary>
    public static ResidentsJson Readable { get; } = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    });
}
