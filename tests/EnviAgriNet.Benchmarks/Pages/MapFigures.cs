namespace EnviAgriNet.Benchmarks.Pages;

/// <summary>What the browser said of the map.</summary>
/// <param name="DrawnMs">From the first request to the map with all its stations, of each visit.</param>
/// <param name="ScriptBytes">Scripts of a visit, compressed.</param>
/// <param name="FramesPerSecond">Drawn while the map is dragged.</param>
/// <param name="LongestMs">The longest wait for a frame meanwhile.</param>
internal sealed record MapFigures(IReadOnlyList<double> DrawnMs, long ScriptBytes, double FramesPerSecond, double LongestMs);
