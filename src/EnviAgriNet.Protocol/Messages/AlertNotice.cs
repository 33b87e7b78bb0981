using System.Text.Json.Serialization;

namespace EnviAgriNet.Protocol.Messages;

/// <summary>An alert as it goes down to a centre's siren and board. A repeat of (alert, version) changes nothing.</summary>
public sealed record AlertNotice
{
    /// <summary>The event the alert is about; the same in all its versions.</summary>
    [JsonPropertyName("event")]
    public string EventId { get; set; } = string.Empty;

    /// <summary>The CAP identifier of this version.</summary>
    [JsonPropertyName("id")]
    public string Identifier { get; set; } = string.Empty;

    /// <summary>1 and above; a higher version replaces a lower one.</summary>
    [JsonPropertyName("version")]
    public int Version { get; set; }

    /// <summary>CAP <c>msgType</c>: <c>Alert</c>, <c>Update</c> or <c>Cancel</c>.</summary>
    [JsonPropertyName("type")]
    public string Type { get; set; } = "Alert";

    /// <summary>CAP severity: <c>Extreme</c>, <c>Severe</c>, <c>Moderate</c>, <c>Minor</c>.</summary>
    [JsonPropertyName("severity")]
    public string Severity { get; set; } = "Minor";

    /// <summary>Whether the siren sounds (false: silence it, show the board only).</summary>
    [JsonPropertyName("siren")]
    public bool Siren { get; set; }

    /// <summary>What the board shows, by language (<c>th</c>, <c>en</c>).</summary>
    [JsonPropertyName("text")]
    public IReadOnlyDictionary<string, string> Text { get; set; } = new Dictionary<string, string>();

    /// <summary>
    /// What to do, by language; null when nothing is said of it, as by clouds from before it. The centre's screen shows it below the text.
    /// </summary>
    [JsonPropertyName("instruction")]
    public IReadOnlyDictionary<string, string>? Instruction { get; set; }

    /// <summary>
    /// The recorded clip that is played, as <c>haze-severe</c>: 1 to 60 of <c>a-z 0-9 -</c>; empty stops what plays; null says
    /// nothing about it, as clouds did before there were clips.
    /// </summary>
    [JsonPropertyName("voice")]
    public string? Voice { get; set; }

    /// <summary>Seconds since 1970 after which the alert no longer holds, by network time.</summary>
    [JsonPropertyName("expires")]
    public double Expires { get; set; }
}
