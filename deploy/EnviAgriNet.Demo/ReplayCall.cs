namespace EnviAgriNet.Demo;

/// <summary>A recording and how to read it; the texts are those of the firmware host's settings.</summary>
/// <param name="File">A .csv, .csv.gz, or <c>archive.zip#entry</c>; an absolute path.</param>
/// <param name="Map">Which column is which series.</param>
/// <param name="Zone">The offset of times that carry none.</param>
/// <param name="Where">Which rows to take, or null for all.</param>
/// <param name="Missing">Texts that mean no value, or null for the usual ones.</param>
/// <param name="Station">The station's id.</param>
/// <param name="Region">The station's region code.</param>
/// <param name="Bank">Level of the river bank in metres, or null.</param>
/// <param name="Ground">Level of the river bed in metres, or null.</param>
public sealed record ReplayCall(
    string File,
    string Map,
    string Zone,
    string? Where,
    string? Missing,
    string Station,
    string Region,
    double? Bank,
    double? Ground);
