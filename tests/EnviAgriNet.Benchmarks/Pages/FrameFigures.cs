namespace EnviAgriNet.Benchmarks.Pages;

/// <summary>How smoothly a map moved.</summary>
/// <param name="PerSecond">Frames drawn a second.</param>
/// <param name="LongestMs">The longest wait for a frame.</param>
/// <param name="PageMs">Processor time of the page itself for a frame: what is left where a graphics card draws.</param>
/// <param name="DrawingMs">Processor time of what takes the place of a graphics card, for a frame.</param>
internal sealed record FrameFigures(double PerSecond, double LongestMs, double PageMs, double DrawingMs);
