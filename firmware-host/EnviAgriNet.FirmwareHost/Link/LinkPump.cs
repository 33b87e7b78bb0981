using EnviAgriNet.FirmwareHost.Sampling;

namespace EnviAgriNet.FirmwareHost.Link;

/// <summary>Empties the ring into the edge, notes the progress, and tells the edge of samples that were overwritten.</summary>
internal sealed partial class LinkPump(
    SampleRing ring, BatchSender sender, EdgeClient edge, ProgressFile progress, EdgeLinkOptions options, bool exitAtEnd,
    IHostApplicationLifetime lifetime, TimeProvider time, ILogger<LinkPump> logger) : BackgroundService
{
    private static readonly TimeSpan FlushAtStopMax = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan EventRetryEvery = TimeSpan.FromSeconds(30);

    private IReadOnlyList<Sample> _inHand = [];
    private long _overflowReported;
    private long? _eventTriedAt;

    /// <summary>Brings one batch to the edge; false when no more will come.</summary>
    internal async Task<bool> StepAsync(CancellationToken cancellation)
    {
        if (_inHand.Count == 0)
        {
            _inHand = await ring.TakeAsync(options.BatchReadingsMax, options.FlushEvery, cancellation);
        }

        if (_inHand.Count == 0)
        {
            return false;
        }

        await SettleAsync(cancellation);
        await ReportOverflowAsync(cancellation);
        return true;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await StepAsync(stoppingToken))
            {
            }

            progress.Save();
            LogDrained(progress.Current.Acknowledged);
            if (exitAtEnd)
            {
                // A host that is still starting takes a stop for a failure.
                lifetime.ApplicationStarted.Register(lifetime.StopApplication);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await FlushAsync();
        }
    }

    private async Task FlushAsync()
    {
        using CancellationTokenSource limit = new(FlushAtStopMax, time);
        try
        {
            do
            {
                if (_inHand.Count == 0)
                {
                    _inHand = ring.Take(options.BatchReadingsMax);
                }

                if (_inHand.Count > 0)
                {
                    await SettleAsync(limit.Token);
                }
            }
            while (ring.Count > 0);
        }
        catch (OperationCanceledException)
        {
            LogNotFlushed(ring.Count);
        }

        progress.Save();
    }

    private async Task SettleAsync(CancellationToken cancellation)
    {
        await sender.SendAsync(_inHand, cancellation);
        progress.Advance(_inHand[^1].Index);
        _inHand = [];
        ring.Acknowledge();
    }

    private async Task ReportOverflowAsync(CancellationToken cancellation)
    {
        long lost = ring.Overflowed - _overflowReported;
        if (lost == 0 || (_eventTriedAt is { } at && time.GetElapsedTime(at) < EventRetryEvery))
        {
            return;
        }

        _eventTriedAt = time.GetTimestamp();
        if (await edge.TrySendEventAsync(new SourceEvent { Kind = "source-overflow", Readings = lost }, cancellation))
        {
            _overflowReported += lost;
        }
    }

    [LoggerMessage(EventId = 2040, Level = LogLevel.Information, Message = "The edge has everything, up to sample {Index}")]
    private partial void LogDrained(long index);

    [LoggerMessage(EventId = 2041, Level = LogLevel.Warning, Message = "Stopped with {Count} samples the edge does not have")]
    private partial void LogNotFlushed(int count);
}
