using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using EnviAgriNet.FirmwareHost.Sensors;

namespace EnviAgriNet.FirmwareHost.Actuators;

/// <summary>What the siren is told.</summary>
internal sealed record SirenOrder
{
    /// <summary>Whether it sounds.</summary>
    [JsonPropertyName("on")]
    public bool? On { get; init; }

    /// <summary>The alert it is about; null when a person tries it out or silences it.</summary>
    [JsonPropertyName("alert")]
    public string? Alert { get; init; }

    /// <summary>The alert's version; a repeat or a lower one changes nothing.</summary>
    [JsonPropertyName("version")]
    public int Version { get; init; }

    /// <summary>The event the alert is about: its versions follow each other, and others' orders are left alone. Null from an older edge.</summary>
    [JsonPropertyName("event")]
    public string? Event { get; init; }

    /// <summary>How long it sounds before it stops by itself, 1 to 3,600; null is 180.</summary>
    [JsonPropertyName("seconds")]
    public double? Seconds { get; init; }

    /// <summary>A trial: it sounds for two seconds at most, is no alarm, and ends none.</summary>
    [JsonPropertyName("trial")]
    public bool Trial { get; init; }
}

/// <summary>What the display is told.</summary>
internal sealed record DisplayOrder
{
    /// <summary>What it shows, by language; null or empty clears it.</summary>
    [JsonPropertyName("text")]
    public IReadOnlyDictionary<string, string>? Text { get; init; }

    /// <summary>Seconds since 1970, in the centre's time, after which it is cleared; null is never.</summary>
    [JsonPropertyName("until")]
    public double? Until { get; init; }

    /// <summary>The alert it is about; null when a person tries it out or silences it.</summary>
    [JsonPropertyName("alert")]
    public string? Alert { get; init; }

    /// <summary>The alert's version; a repeat or a lower one changes nothing.</summary>
    [JsonPropertyName("version")]
    public int Version { get; init; }

    /// <summary>The event the alert is about: its versions follow each other, and others' orders are left alone. Null from an older edge.</summary>
    [JsonPropertyName("event")]
    public string? Event { get; init; }
}

/// <summary>What the voice is told.</summary>
internal sealed record VoiceOrder
{
    /// <summary>The recorded clip to play, 1 to 60 of <c>a-z 0-9 -</c>; null or empty stops it.</summary>
    [JsonPropertyName("clip")]
    public string? Clip { get; init; }

    /// <summary>How often it is played, 1 to 20; null is 3.</summary>
    [JsonPropertyName("times")]
    public int? Times { get; init; }

    /// <summary>The alert it is about; null when a person tries it out or silences it.</summary>
    [JsonPropertyName("alert")]
    public string? Alert { get; init; }

    /// <summary>The alert's version; a repeat or a lower one changes nothing.</summary>
    [JsonPropertyName("version")]
    public int Version { get; init; }

    /// <summary>The event the alert is about.</summary>
    [JsonPropertyName("event")]
    public string? Event { get; init; }
}

/// <summary>The answer to an order.</summary>
/// <param name="Changed">False for a repeat, and for a version that was overtaken.</param>
/// <param name="State">What the actuator does now.</param>
internal sealed record ActuatorAnswer(
    [property: JsonPropertyName("changed")] bool Changed, [property: JsonPropertyName("state")] string State);

/// <summary>The answer to an order that cannot be carried out.</summary>
/// <param name="Error">What is wrong.</param>
/// <param name="Actuators">The actuators there are.</param>
internal sealed record ActuatorFault(
    [property: JsonPropertyName("error")] string Error,
    [property: JsonPropertyName("actuators")] IReadOnlyList<string> Actuators);

/// <summary>How the program is; all counts are of this process.</summary>
internal sealed record FirmwareStatus
{
    /// <summary>Samples the board gave.</summary>
    [JsonPropertyName("produced")]
    public long Produced { get; init; }

    /// <summary>Samples the edge has on disk.</summary>
    [JsonPropertyName("acknowledged")]
    public long Acknowledged { get; init; }

    /// <summary>Samples held.</summary>
    [JsonPropertyName("ring")]
    public long Ring { get; init; }

    /// <summary>Samples overwritten before the edge had them.</summary>
    [JsonPropertyName("overflowed")]
    public long Overflowed { get; init; }

    /// <summary>Samples the edge refused for good.</summary>
    [JsonPropertyName("refused")]
    public long Refused { get; init; }

    /// <summary>Whether the board has ended and the edge has everything.</summary>
    [JsonPropertyName("finished")]
    public bool Finished { get; init; }

    /// <summary>Whether the siren sounds.</summary>
    [JsonPropertyName("siren")]
    public bool Siren { get; init; }

    /// <summary>What the display shows, its newest line in its first language; empty when dark.</summary>
    [JsonPropertyName("display")]
    public string Display { get; init; } = string.Empty;

    /// <summary>What stands on the display at this moment: lines and languages take turns.</summary>
    [JsonPropertyName("display_now")]
    public string DisplayNow { get; init; } = string.Empty;

    /// <summary>The clip that plays; empty when none does.</summary>
    [JsonPropertyName("voice")]
    public string Voice { get; init; } = string.Empty;

    /// <summary>The sensors of a Linux board; empty on others.</summary>
    [JsonPropertyName("sensors")]
    public IReadOnlyList<SensorStatus> Sensors { get; init; } = [];
}

/// <summary>The generated contracts.</summary>
[JsonSerializable(typeof(SirenOrder))]
[JsonSerializable(typeof(DisplayOrder))]
[JsonSerializable(typeof(VoiceOrder))]
[JsonSerializable(typeof(ActuatorAnswer))]
[JsonSerializable(typeof(ActuatorFault))]
[JsonSerializable(typeof(FirmwareStatus))]
[JsonSerializable(typeof(SirenTrial))]
internal sealed partial class ActuatorContext : JsonSerializerContext
{
    /// <summary>The same with Thai left as it is.</summary>
    public static ActuatorContext Readable { get; } =
        new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
}
