using EnviAgriNet.FirmwareHost.Sampling;

namespace EnviAgriNet.FirmwareHost.Boards;

/// <summary>Where samples come from. Waits for nothing: pacing is the feed's.</summary>
internal interface IBoard
{
    /// <summary>
    /// All samples behind <paramref name="index"/> (0: from the beginning), ascending by index and by time; without end on a board
    /// that never ends. The same index always names the same sample.
    /// </summary>
    IEnumerable<Sample> After(long index);
}
