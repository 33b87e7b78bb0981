using System.Text.Json.Serialization;

namespace EnviAgriNet.Protocol.Configs;

/// <summary>What a station is told to do by itself, as it goes down retained. Versions only ever grow; one that breaks a rule is refused whole.</summary>
public sealed record StationConfig
{
    /// <summary>1 and above; a version replaces every lower one.</summary>
    [JsonPropertyName("version")]
    public long Version { get; set; }

    /// <summary>The rules the centre judges by itself; at most <see cref="Limits.LocalRulesMax"/>.</summary>
    [JsonPropertyName("rules")]
    public IReadOnlyList<LocalRule> Rules { get; set; } = [];
}
