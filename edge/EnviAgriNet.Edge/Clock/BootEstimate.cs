namespace EnviAgriNet.Edge.Clock;

/// <summary>
/// Where a boot that never learned the time lies: after the end of the boot before it and before the beginning of the one
/// behind it, both of which are known. The middle is the estimate, half of the slack its uncertainty.
/// </summary>
internal static class BootEstimate
{
    /// <summary>The line of a boot; null when it is not among them or has no known neighbour on both sides.</summary>
    /// <param name="boot">The boot.</param>
    /// <param name="boots">All boots in order.</param>
    public static StampLine? LineOf(string boot, IReadOnlyList<BootRecord> boots)
    {
        int at = boots.Count - 1;
        while (at >= 0 && boots[at].Id != boot)
        {
            at--;
        }

        if (at < 0)
        {
            return null;
        }

        return boots[at].OffsetMs is { } offset
            ? new StampLine(offset, boots[at].Uncertainty, IsSettled: true)
            : Between(boots, at);
    }

    private static StampLine? Between(IReadOnlyList<BootRecord> boots, int at)
    {
        int before = at - 1;
        while (before >= 0 && boots[before].OffsetMs is null)
        {
            before--;
        }

        int behind = at + 1;
        while (behind < boots.Count && boots[behind].OffsetMs is null)
        {
            behind++;
        }

        if (before < 0 || behind == boots.Count)
        {
            return null;
        }

        // Unknown boots on the way each take at least as long as they were seen to run.
        long earliest = boots[before].OffsetMs!.Value + boots[before].LastMonoMs + RunMs(boots, before + 1, at);
        long latest = boots[behind].OffsetMs!.Value + boots[behind].FirstMonoMs - RunMs(boots, at, behind);
        long slack = Math.Max(0, latest - earliest);
        long begin = earliest + (slack / 2);
        TimeSpan neighbours = boots[before].Uncertainty > boots[behind].Uncertainty
            ? boots[before].Uncertainty
            : boots[behind].Uncertainty;
        return new StampLine(
            begin - boots[at].FirstMonoMs, TimeSpan.FromMilliseconds((slack / 2) + 1) + neighbours, IsSettled: true);
    }

    private static long RunMs(IReadOnlyList<BootRecord> boots, int from, int to)
    {
        long sum = 0;
        for (int i = from; i < to; i++)
        {
            sum += boots[i].LastMonoMs - boots[i].FirstMonoMs;
        }

        return sum;
    }
}
