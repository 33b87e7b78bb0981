using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.FirmwareHost.Sampling;

/// <summary>A reading on its way from a board to the edge.</summary>
/// <param name="Index">Its place in all that the board ever gives, from 1; the same after a restart.</param>
/// <param name="Reading">What was measured.</param>
/// <param name="SinceBoot">Time since the machine's boot when it was measured; null when its time is not of the machine's clock.</param>
internal readonly record struct Sample(long Index, Reading Reading, TimeSpan? SinceBoot);
