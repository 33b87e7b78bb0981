using System.Text.Json.Serialization;

namespace EnviAgriNet.FirmwareHost.Actuators;

/// <summary>How a trial of the siren went.</summary>
/// <param name="IsRunning">Whether the running program was asked.</param>
/// <param name="Sounded">Whether the siren was switched on for it; false while it sounds for an alarm.</param>
/// <param name="Fault">Why it could not be; null when it could.</param>
internal sealed record SirenTrial(
    [property: JsonPropertyName("running")] bool IsRunning,
    [property: JsonPropertyName("sounded")] bool Sounded,
    [property: JsonPropertyName("fault")] string? Fault);
