using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnviAgriNet.Cloud.Forecasts;

/// <summary>Numbers of forecasts in JSON: rounded to nine digits, and null for what is no number, since JSON has no other word for it.</summary>
internal sealed class FiniteJson : JsonConverter<double>
{
    private const int Digits = 9;

    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? double.NaN : reader.GetDouble();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumberValue(Rounded(value));
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    /// <summary>A number to nine digits: the same on every machine, whatever its last bits are.</summary>
    public static double Rounded(double value)
    {
        if (value == 0 || !double.IsFinite(value))
        {
            return value;
        }

        double scale = Math.Pow(10, Digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value))));
        double scaled = Math.Round(value * scale) / scale;
        return double.IsFinite(scaled) ? scaled : value;
    }
}
