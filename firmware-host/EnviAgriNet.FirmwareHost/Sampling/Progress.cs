using System.Text.Json.Serialization;

namespace EnviAgriNet.FirmwareHost.Sampling;

/// <summary>How far a board has come, as it is kept across restarts. Lost, it costs repeats only.</summary>
internal sealed record Progress
{
    /// <summary>Which board, with which settings, this is about; another board begins anew.</summary>
    [JsonPropertyName("board")]
    public string Board { get; set; } = string.Empty;

    /// <summary>The index of the last sample the edge has; 0 before the first.</summary>
    [JsonPropertyName("acknowledged")]
    public long Acknowledged { get; init; }

    /// <summary>The simulated start, when the settings leave it open.</summary>
    [JsonPropertyName("start")]
    public DateTimeOffset? Start { get; init; }

    /// <summary>The wall time of the start, when the settings leave it open.</summary>
    [JsonPropertyName("wall_start")]
    public DateTimeOffset? WallStart { get; init; }
}

/// <summary>The generated contract.</summary>
[JsonSerializable(typeof(Progress))]
internal sealed partial class ProgressContext : JsonSerializerContext;
