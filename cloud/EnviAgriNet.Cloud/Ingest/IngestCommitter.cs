using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Hosting;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Ingest;

/// <summary>
/// Commits what was decoded: everything that has piled up, in one transaction; then receipts, regions and listeners. What cannot be
/// committed for now stays and is tried again; nothing is receipted before it is on disk.
/// </summary>
internal sealed partial class IngestCommitter(
    IOptions<IngestOptions> options,
    IReadingStore store,
    IStationLedger ledger,
    NetworkClock clock,
    Lateness lateness,
    SteadyClock steady,
    GroupGatherer gatherer,
    StoreRetry retry,
    IngestLag lag,
    ReceiptSender receipts,
    StationHealthBook healths,
    IRegionHost regions,
    IEnumerable<ICommittedReadings> readers,
    IEnumerable<IStationEventListener> listeners,
    IngestMetrics metrics,
    ILogger<IngestCommitter> logger)
{
    private readonly ICommittedReadings[] _readers = [.. readers];
    private readonly IStationEventListener[] _listeners = [.. listeners];
    private readonly List<IngestItem> _group = [];

    /// <summary>Commits group after group until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        long retentionStamp = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            if (await gatherer.GatherAsync(_group, cancellationToken))
            {
                await CommitAsync(_group, cancellationToken);
                continue;
            }

            await retry.RunAsync(ledger.Flush, "flush", cancellationToken);
            if (clock.Mode == NetworkTimeMode.Wall
                && (retentionStamp == 0 || steady.GetElapsedTime(retentionStamp) >= IngestLimits.RetentionEvery))
            {
                retentionStamp = steady.GetTimestamp();
                await retry.RunAsync(() => ledger.DropOldMonth(steady.GetUtcNow()), "retention", cancellationToken);
            }
        }
    }

    /// <summary>Commits a group, however long it takes, and tells everybody.</summary>
    internal async Task CommitAsync(IReadOnlyList<IngestItem> group, CancellationToken cancellationToken)
    {
        lag.OnCommitting(group[0].ReceivedStamp);
        await WaitForClockAsync(cancellationToken);
        DateTimeOffset now = steady.GetUtcNow();
        ReceiptBuilder receipt = new(now);
        await CommitPacksAsync([.. group.Where(i => i.Decoded is not null)], now, receipt, cancellationToken);
        await CommitEventsAsync([.. group.Where(i => i.Event is not null)], now, receipt, cancellationToken);
        foreach (IngestItem item in group)
        {
            if (item.Health is { } health)
            {
                OnHealth(item, health);
            }
        }

        foreach (ReceiptToSend ready in receipt.Build())
        {
            receipts.Post(ready);
        }

        lag.OnDone(group.Count);
    }

    private async Task WaitForClockAsync(CancellationToken cancellationToken)
    {
        while (options.Value.ClockGuard == ClockGuardMode.Hold && StoreClockGuard.Holds(steady.GetUtcNow(), ledger.NewestStoredAt))
        {
            if (lag.Held is null)
            {
                lag.Held = "the wall clock is behind the newest stored pack; nothing is committed until it is right";
                metrics.OnFailed("clock-behind");
                LogHeld(logger, steady.GetUtcNow(), ledger.NewestStoredAt);
            }

            await Task.Delay(IngestLimits.HoldCheckEvery, steady, cancellationToken);
        }

        lag.Held = null;
    }

    private async Task CommitPacksAsync(
        List<IngestItem> items, DateTimeOffset now, ReceiptBuilder receipt, CancellationToken cancellationToken)
    {
        if (items.Count == 0)
        {
            return;
        }

        List<PackToStore> packs = [.. items.Select(i => new PackToStore(i.Station, i.Decoded!, lateness.BoundFor(i), now))];
        long began = steady.GetTimestamp();
        (bool isDone, CommitOutcome? outcome) = await retry.RunAsync(() => store.Commit(packs), "commit", cancellationToken);
        if (!isDone)
        {
            await CommitOneByOneAsync(items, now, receipt, cancellationToken);
            return;
        }

        metrics.OnCommitted(steady.GetElapsedTime(began));
        for (int i = 0; i < items.Count; i++)
        {
            CommittedPack committed = outcome!.Packs[i];
            receipt.Add(items[i], committed);
            metrics.OnPack(committed.Fate.ToString(), committed.Fresh.Count);
        }

        await TellAsync(outcome!.Packs, cancellationToken);
    }

    /// <summary>Finds the pack that the store cannot take for good; it is counted and gets no receipt, its neighbours are stored.</summary>
    private async Task CommitOneByOneAsync(
        List<IngestItem> items, DateTimeOffset now, ReceiptBuilder receipt, CancellationToken cancellationToken)
    {
        if (items.Count == 1)
        {
            metrics.OnFailed("unstorable");
            return;
        }

        foreach (IngestItem item in items)
        {
            await CommitPacksAsync([item], now, receipt, cancellationToken);
        }
    }

    private async Task CommitEventsAsync(
        List<IngestItem> items, DateTimeOffset now, ReceiptBuilder receipt, CancellationToken cancellationToken)
    {
        if (items.Count == 0)
        {
            return;
        }

        EventToStore[] events = [.. items.Select(i => new EventToStore(i.Station, i.Event!, now))];
        (bool isDone, IReadOnlyList<bool>? isNew) = await retry.RunAsync(() => ledger.RecordEvents(events), "events", cancellationToken);
        for (int i = 0; isDone && i < items.Count; i++)
        {
            receipt.Add(items[i]);
            if (isNew![i])
            {
                Tell(listener => listener.OnEvent(items[i].Station, items[i].Event!));
            }
        }
    }

    private void OnHealth(IngestItem item, Protocol.Messages.StationHealth health)
    {
        if (!healths.Put(item.Station, health))
        {
            metrics.OnRefused("too-many-stations");
            return;
        }

        if (health.LastSequence > 0)
        {
            store.RecordAnnounced(item.Station, health.Outbox, health.LastSequence);
        }

        Tell(listener => listener.OnHealth(item.Station, health));
    }

    private async Task TellAsync(IReadOnlyList<CommittedPack> packs, CancellationToken cancellationToken)
    {
        foreach (ICommittedReadings reader in _readers)
        {
            try
            {
                reader.OnCommitted(packs);
            }
            catch (Exception e)
            {
                metrics.OnFailed("listener");
                LogListenerFailed(logger, e);
            }
        }

        try
        {
            await regions.PostAsync(packs, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            metrics.OnFailed("regions");
            LogListenerFailed(logger, e);
        }
    }

    private void Tell(Action<IStationEventListener> tell)
    {
        foreach (IStationEventListener listener in _listeners)
        {
            try
            {
                tell(listener);
            }
            catch (Exception e)
            {
                metrics.OnFailed("listener");
                LogListenerFailed(logger, e);
            }
        }
    }

    [LoggerMessage(4003, LogLevel.Error, "A listener to committed readings failed")]
    private static partial void LogListenerFailed(ILogger logger, Exception e);

    [LoggerMessage(4004, LogLevel.Critical,
        "The wall clock {Now} is more than an hour behind the newest stored pack {NewestStoredAt}; nothing is committed until it is right")]
    private static partial void LogHeld(ILogger logger, DateTimeOffset now, DateTimeOffset? newestStoredAt);
}
