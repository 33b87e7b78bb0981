using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using EnviAgriNet.Forecasting;

namespace EnviAgriNet.Cloud.Forecasts;

/// <summary>The contracts of forecasts and model cards as they are kept and sent: snake case, words for enums, Thai readable as it is.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true,
    Converters = [typeof(FiniteJson)])]
[JsonSerializable(typeof(PriceForecast))]
[JsonSerializable(typeof(ErrorRow))]
[JsonSerializable(typeof(TrackRecord))]
[JsonSerializable(typeof(ProductionBalance))]
internal sealed partial class ForecastJson : JsonSerializerContext
{
    /// <summary>The contracts as they are sent: as JSON, never as markup, so that only what JSON itself demands is escaped.</summary>
    public static ForecastJson Readable { get; } = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new FiniteJson(), new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    });

    /// <summary>How a document made by hand is written, with Thai readable as it is.</summary>
    public static JsonSerializerOptions Text { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A forecast as one line.</summary>
    public static string Write(PriceForecast forecast) => JsonSerializer.Serialize(forecast, Readable.PriceForecast);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static PriceForecast Read(string json) => JsonSerializer.Deserialize(json, Readable.PriceForecast)
        ?? throw new InvalidDataException("a forecast in the registry is empty");
}
