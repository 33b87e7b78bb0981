namespace EnviAgriNet.Demo;

/// <summary>What the caller asked for.</summary>
/// <param name="IsOnce">Whether the run ends by itself; a replay always does.</param>
/// <param name="IsJson">Whether the account goes out as JSON.</param>
/// <param name="Speed">Simulated seconds in a second; null for the default of the kind of run.</param>
/// <param name="Seed">The seed of the simulated weather.</param>
/// <param name="Port">The port of the page; 0 for a free one.</param>
/// <param name="Folder">Where to keep everything; null for a temporary folder.</param>
/// <param name="Replay">The recording to run, or null for the four centres.</param>
public sealed record DemoCall(
    bool IsOnce, bool IsJson, double? Speed, int Seed, int Port, string? Folder, ReplayCall? Replay);
