using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Protocol.Messages;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Channels;

/// <summary>
/// Acts on what centres say about alerts: that one is shown, cannot be, or was acknowledged by a person; or that the centre is back and wants what it missed. Ingest only rings;
/// the events are read from the store, where they lie before they are receipted, and a mark says how far. So ingest never waits
/// for the registry, there is no queue that could run full, and neither a crash nor a full disk loses a confirmation.
/// </summary>
internal sealed partial class SirenConfirmations(
    IStationEvents events,
    SirenBook book,
    ReturnedStations returned,
    ChannelBells bells,
    TimeProvider time,
    ILogger<SirenConfirmations> logger) : BackgroundService
{
    private static readonly TimeSpan IdleMax = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private readonly WakeBell _bell = new();

    /// <summary>A station event was stored. Does not wait.</summary>
    public void OnEvent(StationEvent stationEvent)
    {
        if (stationEvent.Kind is StationEventKind.AlertShown or StationEventKind.AlertFailed or StationEventKind.AlertAcknowledged)
        {
            _bell.Ring();
        }
    }

    /// <summary>A health report of a station. Does not wait, and rings only when the station came back.</summary>
    public void OnHealth(StationId station, StationHealth health)
    {
        if (returned.Hear(station, health.State == "online"))
        {
            _bell.Ring();
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _bell.Dispose();
    }

    /// <summary>Goes through what is new; true when there may be more.</summary>
    internal bool Step()
    {
        DateTimeOffset now = time.GetUtcNow();
        Resend(now);
        long mark = book.Mark;
        IReadOnlyList<StoredEvent> found = events.EventsAfter(mark, Limits.EventsPerTurnMax);
        if (found.Count == 0)
        {
            // A store that was made anew counts from the start again; going through its events twice changes nothing.
            if (mark > 0 && events.NewestEvent < mark)
            {
                book.Enter([], 0, now);
                return true;
            }

            return false;
        }

        book.Enter(found, found[^1].Number, now);
        foreach (StoredEvent failed in found.Where(e => e.Event?.Kind == StationEventKind.AlertFailed))
        {
            LogNotShown(failed.Station.Value, ReceiptReason.Clean(failed.Event!.Reason));
        }

        return found.Count == Limits.EventsPerTurnMax;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            TimeSpan wait = IdleMax;
            try
            {
                wait = Step() ? TimeSpan.Zero : IdleMax;
            }
            catch (Exception e) when (e is SqliteException or StoreException)
            {
                LogFailed(e);
                wait = RetryAfter;
            }

            await _bell.WaitAsync(wait, time, stoppingToken);
        }
    }

    private void Resend(DateTimeOffset now)
    {
        IReadOnlyList<StationId> stations = returned.Take();
        if (stations.Count == 0)
        {
            return;
        }

        try
        {
            if (book.ResendTo(stations, now) > 0)
            {
                bells.Of(SirenChannel.ChannelName).Ring();
            }
        }
        catch (SqliteException)
        {
            returned.Return(stations);
            throw;
        }
    }

    [LoggerMessage(4440, LogLevel.Warning, "Station {StationId} could not show an alert: '{Reason}'")]
    private partial void LogNotShown(string stationId, string reason);

    [LoggerMessage(4441, LogLevel.Error, "What centres say of alerts could not be entered; trying again")]
    private partial void LogFailed(Exception exception);
}
