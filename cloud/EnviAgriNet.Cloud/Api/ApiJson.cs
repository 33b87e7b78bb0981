using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnviAgriNet.Cloud.Api;

/// <summary>The generated contracts of the interface, in snake case, with Thai readable as it is.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(StationsView))]
[JsonSerializable(typeof(ReadingsView))]
[JsonSerializable(typeof(AlertsView))]
[JsonSerializable(typeof(StatusView))]
[JsonSerializable(typeof(ValuesView))]
[JsonSerializable(typeof(PhoneView))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>
    /// The contracts as they are sent. Answers are <c>application/json</c> with nosniff and are never put into a page as markup, so
    /// that only what JSON itself demands has to be escaped.
    /// </summary>
    public static ApiJson Readable { get; } = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    });
}
