using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Ingest;

/// <summary>Takes what was decoded in groups. Owned by the one committer.</summary>
internal sealed class GroupGatherer(IOptions<IngestOptions> options, IngestDecoder decoder, IngestLag lag, TimeProvider time)
{
    private readonly ChannelReader<IngestItem> _items = decoder.Items;

    // A wait that was given up is kept and taken up again, or else every idle moment would leave one behind.
    private Task<bool>? _arrival;

    /// <summary>
    /// Fills the group with what is there, and waits for more only while more is being decoded. False after a while without anything.
    /// </summary>
    public async Task<bool> GatherAsync(List<IngestItem> group, CancellationToken cancellationToken)
    {
        group.Clear();
        if (!await WaitAsync(IngestLimits.IdleFlushAfter, cancellationToken))
        {
            return false;
        }

        long began = time.GetTimestamp();
        while (group.Count < options.Value.GroupPacksMax)
        {
            if (_items.TryRead(out IngestItem? item))
            {
                group.Add(item);
                continue;
            }

            TimeSpan left = options.Value.GroupDelayMax - time.GetElapsedTime(began);
            if (lag.Packs <= group.Count || left <= TimeSpan.Zero || !await WaitAsync(left, cancellationToken))
            {
                break;
            }
        }

        return group.Count > 0;
    }

    private async Task<bool> WaitAsync(TimeSpan most, CancellationToken cancellationToken)
    {
        _arrival ??= _items.WaitToReadAsync(CancellationToken.None).AsTask();
        if (!_arrival.IsCompleted)
        {
            try
            {
                await _arrival.WaitAsync(most, time, cancellationToken);
            }
            catch (TimeoutException)
            {
                return false;
            }
        }

        bool isReady = await _arrival;
        _arrival = null;
        return isReady;
    }
}
