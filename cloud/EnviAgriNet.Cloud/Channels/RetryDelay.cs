namespace EnviAgriNet.Cloud.Channels;

/// <summary>How long to wait before another attempt: doubling from the shortest to the longest, each drawn from its upper half.</summary>
internal static class RetryDelay
{
    /// <summary>The delay after so many attempts.</summary>
    /// <param name="min">The shortest.</param>
    /// <param name="max">The longest.</param>
    /// <param name="attempts">Attempts made, from 1.</param>
    /// <param name="draw">A random number from 0 to 1, so that many failures do not come back in step.</param>
    public static TimeSpan After(TimeSpan min, TimeSpan max, int attempts, double draw)
    {
        // Beyond 2^30 any minimum has long met any maximum.
        double doubled = min.TotalMilliseconds * Math.Pow(2, Math.Clamp(attempts - 1, 0, 30));
        double ceiling = Math.Min(doubled, max.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(Math.Max(min.TotalMilliseconds / 2, ceiling * (0.5 + (draw / 2))));
    }
}
