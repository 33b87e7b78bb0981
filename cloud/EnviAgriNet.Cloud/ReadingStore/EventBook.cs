using EnviAgriNet.Core.Geography;
using EnviAgriNet.Protocol.Messages;
using ProtocolLimits = EnviAgriNet.Protocol.Limits;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>What stations say of their packs and of themselves, entered into a commit.</summary>
internal static class EventBook
{
    /// <summary>Enters an event and what it means for the ledger; false when it was entered before, or there is no room for it.</summary>
    public static bool Enter(StoreSession session, StoreCommit commit, EventToStore toStore)
    {
        StationEvent stationEvent = toStore.Event;
        if (Entry(commit, toStore.Station, stationEvent.Outbox) is not { } entry
            || stationEvent.Id is < 1 or > ProtocolLimits.SequenceMax
            || entry.Events.Ranges.Count >= StoreLimits.RangesMax
            || !entry.Events.Add(stationEvent.Id))
        {
            return false;
        }

        switch (stationEvent.Kind)
        {
            case StationEventKind.Dropped or StationEventKind.SegmentCorrupt:
                EnterDropped(entry, stationEvent.First, stationEvent.Last, stationEvent.Readings);
                break;
            case StationEventKind.Thinned when IsRange(stationEvent.First, stationEvent.Last):
                entry.EnterThinned(stationEvent.First, stationEvent.Last, Plausible(stationEvent.Readings, stationEvent.First, stationEvent.Last));
                break;
            case StationEventKind.PackSetAside:
                entry.EnterSetAside(stationEvent.First, Plausible(stationEvent.Readings, 1, 1));
                break;
            case StationEventKind.Calibrated when CalibrationNotice.TryParse(stationEvent.Reason, out CalibrationNotice? notice):
                CalibrationBook.Enter(session, toStore.Station, notice);
                break;
            default:
                break;
        }

        Insert(session, toStore);
        return true;
    }

    public static void EnterDropped(
        StoreCommit commit, StationId station, string outbox, long first, long last, long readings)
    {
        if (Entry(commit, station, outbox) is { } entry)
        {
            EnterDropped(entry, first, last, readings);
        }
    }

    public static void EnterAnnounced(
        StoreCommit commit, Dictionary<(StationId Station, string Outbox), long> announced)
    {
        foreach (((StationId station, string outbox), long last) in announced)
        {
            if (last is >= 1 and <= ProtocolLimits.SequenceMax && Entry(commit, station, outbox) is { } entry)
            {
                entry.Announced = Math.Max(entry.Announced, last);
            }
        }
    }

    private static LedgerEntry? Entry(StoreCommit commit, StationId id, string outbox) =>
        outbox.Length <= ProtocolLimits.TokenLengthMax && commit.FindOrAdd(id) is { } station
            ? commit.Entry(new LedgerKey(station.Number, outbox))
            : null;

    private static void EnterDropped(LedgerEntry entry, long first, long last, long readings)
    {
        if (IsRange(first, last) && entry.Dropped.Ranges.Count < StoreLimits.RangesMax)
        {
            entry.EnterDropped(first, last, Plausible(readings, first, last));
        }
    }

    private static bool IsRange(long first, long last) => first >= 1 && last >= first && last <= ProtocolLimits.SequenceMax;

    /// <summary>No more readings than that many packs can hold.</summary>
    private static long Plausible(long readings, long first, long last) => (long)Math.Clamp(
        readings, 0m, (last - first + 1m) * ProtocolLimits.PackReadingsMax);

    private static void Insert(StoreSession session, EventToStore toStore)
    {
        using Statement insert = session.Prepare(
            "INSERT INTO station_event (station, outbox, id, stored_ms, json) VALUES (?1, ?2, ?3, ?4, ?5)");
        insert.Bind(1, toStore.Station.Value).Bind(2, toStore.Event.Outbox).Bind(3, toStore.Event.Id)
            .Bind(4, toStore.StoredAt.ToUnixTimeMilliseconds()).Bind(5, MessageJson.Encode(toStore.Event)).Run();
        using Statement trim = session.Prepare(
            $"DELETE FROM station_event WHERE number <= (SELECT max(number) FROM station_event) - {StoreLimits.EventsMax}");
        trim.Run();
    }
}
