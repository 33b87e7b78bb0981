namespace EnviAgriNet.Benchmarks.Pages;

/// <summary>What the browser said of the map.</summary>
/// <param name="DrawnMs">From the first request to the map with all its stations, of each visit.</param>
/// <param name="ScriptBytes">Scripts of a visit, compressed.</param>
/// <param name="Frames">How it moved while it was dragged.</param>
internal sealed record MapFigures(IReadOnlyList<double> DrawnMs, long ScriptBytes, FrameFigures Frames);
