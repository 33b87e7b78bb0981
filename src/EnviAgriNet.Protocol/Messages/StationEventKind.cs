using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnviAgriNet.Protocol.Messages;

/// <summary>What can happen at a station. The numbers stand in the edge's files: they are never given anew.</summary>
[JsonConverter(typeof(StationEventKindConverter))]
public enum StationEventKind
{
    /// <summary>Not given.</summary>
    None = 0,

    /// <summary>Packs <c>first</c> to <c>last</c> were dropped at the end of the buffer; their readings are gone.</summary>
    [JsonStringEnumMemberName("dropped")]
    Dropped = 1,

    /// <summary>Readings of packs <c>first</c> to <c>last</c> were thinned to hourly ones; <c>readings</c> are gone.</summary>
    [JsonStringEnumMemberName("thinned")]
    Thinned = 2,

    /// <summary>A segment file was damaged and set aside; packs <c>first</c> to <c>last</c> could not be salvaged.</summary>
    [JsonStringEnumMemberName("segment-corrupt")]
    SegmentCorrupt = 3,

    /// <summary>The cloud rejected pack <c>first</c>, and it was set aside.</summary>
    [JsonStringEnumMemberName("pack-set-aside")]
    PackSetAside = 4,

    /// <summary>The source's ring was full and <c>readings</c> samples were lost before the edge had them.</summary>
    [JsonStringEnumMemberName("source-overflow")]
    SourceOverflow = 5,

    /// <summary>The wall clock was stepped.</summary>
    [JsonStringEnumMemberName("clock-step")]
    ClockStep = 6,

    /// <summary>The siren or board took over an alert.</summary>
    [JsonStringEnumMemberName("alert-shown")]
    AlertShown = 7,

    /// <summary>The siren or board could not take over an alert.</summary>
    [JsonStringEnumMemberName("alert-failed")]
    AlertFailed = 8,

    /// <summary>A person at the centre has acknowledged an alert; <c>reason</c> says who, by their code there.</summary>
    [JsonStringEnumMemberName("alert-acknowledged")]
    AlertAcknowledged = 9,

    /// <summary>A sensor at the station gives nothing any more; <c>reason</c> names it and says why.</summary>
    [JsonStringEnumMemberName("sensor-fault")]
    SensorFault = 10,

    /// <summary>A sensor that failed is well again; <c>reason</c> names it.</summary>
    [JsonStringEnumMemberName("sensor-well")]
    SensorWell = 11,

    /// <summary>The centre judges by config version <c>first</c> from now on.</summary>
    [JsonStringEnumMemberName("config-taken")]
    ConfigTaken = 12,

    /// <summary>Config version <c>first</c> breaks a rule and was refused, for <c>reason</c>; the one before stays in force.</summary>
    [JsonStringEnumMemberName("config-refused")]
    ConfigRefused = 13,

    /// <summary>A rule of the config raised an alarm at <c>at</c>, in measurement time; <c>alert</c> is the alarm's own name.</summary>
    [JsonStringEnumMemberName("local-raised")]
    LocalRaised = 14,

    /// <summary>The alarm <c>alert</c> ended at <c>at</c>, in measurement time.</summary>
    [JsonStringEnumMemberName("local-cleared")]
    LocalCleared = 15,

    /// <summary>Another calibration holds for a series than before, or none; <c>reason</c> is a <see cref="CalibrationNotice"/>.</summary>
    [JsonStringEnumMemberName("calibrated")]
    Calibrated = 16,
}

/// <summary>
/// Reads a kind that is not known here as <see cref="StationEventKind.None"/>: what a newer station tells is stored and receipted,
/// or it would tell it for ever.
/// </summary>
internal sealed class StationEventKindConverter : JsonConverter<StationEventKind>
{
    private static readonly JsonConverter<StationEventKind> Known =
        (JsonConverter<StationEventKind>)new JsonStringEnumConverter<StationEventKind>().CreateConverter(
            typeof(StationEventKind), JsonSerializerOptions.Default);

    /// <inheritdoc/>
    public override StationEventKind Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return Known.Read(ref reader, typeToConvert, options);
        }
        catch (JsonException) when (reader.TokenType == JsonTokenType.String)
        {
            return StationEventKind.None;
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, StationEventKind value, JsonSerializerOptions options) =>
        Known.Write(writer, value, options);
}
