using System.Text.Json.Serialization;

namespace EnviAgriNet.Protocol.Configs;

/// <summary>A level of one series that a centre may warn of by itself: a limit, a lower one to clear, and how long each must hold.</summary>
public sealed record LocalRule
{
    /// <summary>1 to 40 of <c>a-z 0-9 -</c>; the rule's alarm keeps its state over versions of the config under this name.</summary>
    [JsonPropertyName("id")]
    public string Id { get; set; } = string.Empty;

    /// <summary>The name of the series that is judged, such as <c>water_level</c>.</summary>
    [JsonPropertyName("series")]
    public string Series { get; set; } = string.Empty;

    /// <summary>The alarm is raised at this value or above; exactly one of this and <see cref="Below"/>.</summary>
    [JsonPropertyName("above")]
    public double? Above { get; set; }

    /// <summary>The alarm is raised at this value or below.</summary>
    [JsonPropertyName("below")]
    public double? Below { get; set; }

    /// <summary>The alarm ends only beyond this value: not above <see cref="Above"/>, or not below <see cref="Below"/>.</summary>
    [JsonPropertyName("clear")]
    public double Clear { get; set; }

    /// <summary>Seconds of measurement time that the limit must be passed before the alarm is raised; 0 to 86,400.</summary>
    [JsonPropertyName("hold")]
    public int HoldSeconds { get; set; }

    /// <summary>Seconds of measurement time that the value must be beyond <see cref="Clear"/> before the alarm ends; 0 to 86,400.</summary>
    [JsonPropertyName("clear_hold")]
    public int ClearHoldSeconds { get; set; }

    /// <summary>Readings further apart than this many seconds are a silence: what was held before it does not count; 10 to 86,400.</summary>
    [JsonPropertyName("gap")]
    public int GapSeconds { get; set; } = 900;

    /// <summary>Seconds that the warning stands without a further reading above the limit; 600 to 86,400.</summary>
    [JsonPropertyName("stands")]
    public int StandsSeconds { get; set; } = 21_600;

    /// <summary>CAP severity: <c>Extreme</c>, <c>Severe</c>, <c>Moderate</c>, <c>Minor</c>.</summary>
    [JsonPropertyName("severity")]
    public string Severity { get; set; } = "Severe";

    /// <summary>Whether the siren sounds when the alarm is raised.</summary>
    [JsonPropertyName("siren")]
    public bool Siren { get; set; }

    /// <summary>The recorded clip that is played, 1 to 60 of <c>a-z 0-9 -</c>; null for none.</summary>
    [JsonPropertyName("voice")]
    public string? Voice { get; set; }

    /// <summary>What the board shows by language, with what to do; <c>{value}</c> stands for the value and its unit. Thai is required.</summary>
    [JsonPropertyName("text")]
    public IReadOnlyDictionary<string, string> Text { get; set; } = new Dictionary<string, string>();

    /// <summary>Whether a value passes the limit.</summary>
    public bool IsPassed(double value) => Above is { } above ? value >= above : value <= Below;

    /// <summary>Whether a value is so far back that the alarm may end.</summary>
    public bool IsCleared(double value) => Above is null ? value > Clear : value < Clear;
}
