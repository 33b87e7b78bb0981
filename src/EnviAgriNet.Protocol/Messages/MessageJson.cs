using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using EnviAgriNet.Protocol.Receipts;

namespace EnviAgriNet.Protocol.Messages;

/// <summary>Reads and writes the small messages as JSON, without reflection.</summary>
public static class MessageJson
{
    /// <summary>The bytes of a receipt.</summary>
    public static byte[] Encode(Receipt receipt) => Encode(receipt, MessageContext.Default.Receipt);

    /// <summary>The bytes of an event.</summary>
    public static byte[] Encode(StationEvent stationEvent) => Encode(stationEvent, MessageContext.Default.StationEvent);

    /// <summary>The bytes of a health report.</summary>
    public static byte[] Encode(StationHealth health) => Encode(health, MessageContext.Default.StationHealth);

    /// <summary>The bytes of an alert notice.</summary>
    public static byte[] Encode(AlertNotice notice) => Encode(notice, MessageContext.Default.AlertNotice);

    /// <summary>Reads a receipt; null with the reason when it is none.</summary>
    public static Receipt? DecodeReceipt(ReadOnlyMemory<byte> payload, out string? fault) =>
        Decode(payload, MessageContext.Default.Receipt, out fault);

    /// <summary>Reads an event; null with the reason when it is none.</summary>
    public static StationEvent? DecodeEvent(ReadOnlyMemory<byte> payload, out string? fault) =>
        Decode(payload, MessageContext.Default.StationEvent, out fault);

    /// <summary>Reads a health report; null with the reason when it is none.</summary>
    public static StationHealth? DecodeHealth(ReadOnlyMemory<byte> payload, out string? fault) =>
        Decode(payload, MessageContext.Default.StationHealth, out fault);

    /// <summary>Reads an alert notice; null with the reason when it is none.</summary>
    public static AlertNotice? DecodeNotice(ReadOnlyMemory<byte> payload, out string? fault) =>
        Decode(payload, MessageContext.Default.AlertNotice, out fault);

    private static byte[] Encode<T>(T message, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(message, type);

    private static T? Decode<T>(ReadOnlyMemory<byte> payload, JsonTypeInfo<T> type, out string? fault)
        where T : class
    {
        if (payload.Length > Limits.MessageBytesMax)
        {
            fault = $"{payload.Length} bytes, allowed are {Limits.MessageBytesMax}";
            return null;
        }

        try
        {
            T? message = JsonSerializer.Deserialize(payload.Span, type);
            fault = message is null ? "the message is null" : null;
            return message;
        }
        catch (JsonException e)
        {
            fault = e.Message;
            return null;
        }
    }
}

/// <summary>The generated contracts. Text stays readable: Thai is not escaped.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(Receipt))]
[JsonSerializable(typeof(StationEvent))]
[JsonSerializable(typeof(StationHealth))]
[JsonSerializable(typeof(AlertNotice))]
internal sealed partial class MessageContext : JsonSerializerContext;
