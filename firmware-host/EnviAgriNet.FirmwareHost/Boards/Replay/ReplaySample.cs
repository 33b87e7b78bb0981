namespace EnviAgriNet.FirmwareHost.Boards.Replay;

/// <summary>One value of a recording, kept small because there may be millions.</summary>
/// <param name="TakenMs">Milliseconds since 1970.</param>
/// <param name="Value">In our unit.</param>
/// <param name="Order">Its place among all that were read.</param>
/// <param name="Series">The place of its series in the map.</param>
internal readonly record struct ReplaySample(long TakenMs, double Value, int Order, short Series)
    : IComparable<ReplaySample>
{
    /// <summary>By time; what has the same time stays as it was read.</summary>
    public int CompareTo(ReplaySample other)
    {
        int byTime = TakenMs.CompareTo(other.TakenMs);
        return byTime != 0 ? byTime : Order.CompareTo(other.Order);
    }
}
