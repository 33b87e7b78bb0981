using System.Threading.Channels;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Mqtt;
using EnviAgriNet.Protocol;
using EnviAgriNet.Protocol.Messages;
using EnviAgriNet.Protocol.Packs;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Ingest;

/// <summary>
/// Decodes messages beside the commit, on a few loops; a station always falls to the same one, so that its packs keep their order.
/// Every queue is bounded: when the commit is behind, the link stops reading.
/// </summary>
internal sealed class IngestDecoder
{
    private readonly NetworkClock _clock;
    private readonly TimeProvider _time;
    private readonly IngestLag _lag;
    private readonly IngestMetrics _metrics;
    private readonly Channel<(LinkMessage Message, long Stamp)>[] _inputs;
    private readonly Channel<IngestItem> _output;

    public IngestDecoder(
        IOptions<IngestOptions> options, NetworkClock clock, TimeProvider time, IngestLag lag, IngestMetrics metrics)
    {
        _clock = clock;
        _time = time;
        _lag = lag;
        _metrics = metrics;
        _inputs = [.. Enumerable.Range(0, options.Value.DecodeWorkers).Select(_ =>
            Channel.CreateBounded<(LinkMessage, long)>(new BoundedChannelOptions(IngestLimits.UndecodedMax)
            {
                FullMode = BoundedChannelFullMode.Wait,
                SingleReader = true,
                SingleWriter = true,
            }))];
        _output = Channel.CreateBounded<IngestItem>(new BoundedChannelOptions(IngestLimits.UncommittedMax)
        {
            FullMode = BoundedChannelFullMode.Wait,
            SingleReader = true,
        });
    }

    /// <summary>What was decoded.</summary>
    public ChannelReader<IngestItem> Items => _output.Reader;

    /// <summary>Takes a message over; waits while there is no room.</summary>
    public ValueTask PostAsync(LinkMessage message, CancellationToken cancellationToken)
    {
        _lag.OnReceived();
        int worker = (int)((uint)string.GetHashCode(message.Topic.AsSpan(0, StationEnd(message.Topic)), StringComparison.Ordinal) % (uint)_inputs.Length);
        return _inputs[worker].Writer.WriteAsync((message, _time.GetTimestamp()), cancellationToken);
    }

    /// <summary>Runs the loops until cancelled.</summary>
    public Task RunAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(_inputs.Select(input => Task.Run(() => RunAsync(input.Reader, cancellationToken), cancellationToken)));

    /// <summary>Reads one message; null when it is none of ours, which is counted.</summary>
    internal IngestItem? Decode(PackDecoder packs, LinkMessage message, long stamp)
    {
        if (!Topics.TryParse(message.Topic, out RegionId province, out StationId station, out string? kind))
        {
            _metrics.OnRefused("bad-topic");
            return null;
        }

        switch (kind)
        {
            case Topics.Readings:
                DateTimeOffset? now = _clock.Mode == NetworkTimeMode.Wall ? _clock.Now : null;
                return new IngestItem(province, station, stamp, packs.Decode(message.Payload, station, now), null, null);
            case Topics.Events when MessageJson.DecodeEvent(message.Payload, out _) is { Id: >= 1 } stationEvent:
                return new IngestItem(province, station, stamp, null, stationEvent, null);
            case Topics.Health when MessageJson.DecodeHealth(message.Payload, out _) is { } health:
                return new IngestItem(province, station, stamp, null, null, health);
            default:
                _metrics.OnRefused(kind is Topics.Events or Topics.Health ? $"bad-{kind}" : "unknown-kind");
                return null;
        }
    }

    private static int StationEnd(string topic)
    {
        int end = topic.LastIndexOf('/');
        return end < 0 ? topic.Length : end;
    }

    private async Task RunAsync(ChannelReader<(LinkMessage Message, long Stamp)> input, CancellationToken cancellationToken)
    {
        PackDecoder packs = new();
        await foreach ((LinkMessage message, long stamp) in input.ReadAllAsync(cancellationToken))
        {
            if (Decode(packs, message, stamp) is { } item)
            {
                await _output.Writer.WriteAsync(item, cancellationToken);
            }
            else
            {
                _lag.OnDone(1);
            }
        }
    }
}
