namespace EnviAgriNet.Benchmarks.Pages;

/// <summary>What the browser said of the map.</summary>
/// <param name="DrawnMs">From the first request to the map with all its stations, of each visit.</param>
/// <param name="ScriptBytes">Scripts of a visit, compressed.</param>
/// <param name="Frames">How it moved while it was dragged about its middle.</param>
/// <param name="FarFrames">How it moved while it was dragged from edge to edge.</param>
internal sealed record MapFigures(IReadOnlyList<double> DrawnMs, long ScriptBytes, FrameFigures Frames, FrameFigures FarFrames);
