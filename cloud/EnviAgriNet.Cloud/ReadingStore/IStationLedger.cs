using EnviAgriNet.Core.Geography;
using EnviAgriNet.Protocol.Messages;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>Takes over what stations report beside readings, once each.</summary>
internal interface IStationLedger
{
    /// <summary>The newest wall clock of a commit; null in a new store.</summary>
    DateTimeOffset? NewestStoredAt { get; }

    /// <summary>
    /// Stores events in one durable transaction, and enters into the ledger what they say of packs. A repeat of an event changes
    /// nothing. Returns, event by event, whether it was new.
    /// </summary>
    IReadOnlyList<bool> RecordEvents(IReadOnlyList<EventToStore> events);

    /// <summary>Writes announcements that came since the last commit; does nothing when there are none.</summary>
    void Flush();

    /// <summary>
    /// Drops single readings of the oldest month that is more than the kept months before the present one; roll-ups stay. One month
    /// at a time, so that it is over soon; returns whether there was one.
    /// </summary>
    bool DropOldMonth(DateTimeOffset now);
}

/// <summary>An event of a station on its way into the store.</summary>
internal sealed record EventToStore(StationId Station, StationEvent Event, DateTimeOffset StoredAt);
