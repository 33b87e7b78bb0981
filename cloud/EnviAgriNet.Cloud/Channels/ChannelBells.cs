using System.Collections.Concurrent;

namespace EnviAgriNet.Cloud.Channels;

/// <summary>One bell per channel: rung when there is something new for its dispatcher.</summary>
internal sealed class ChannelBells : IDisposable
{
    private readonly ConcurrentDictionary<string, WakeBell> _bells = new();

    /// <summary>The bell of a channel.</summary>
    public WakeBell Of(string channel) => _bells.GetOrAdd(channel, _ => new WakeBell());

    /// <summary>Wakes every dispatcher.</summary>
    public void RingAll()
    {
        foreach (WakeBell bell in _bells.Values)
        {
            bell.Ring();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (WakeBell bell in _bells.Values)
        {
            bell.Dispose();
        }
    }
}
