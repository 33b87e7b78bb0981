using EnviAgriNet.Core.Geography;
using EnviAgriNet.Protocol.Messages;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>
/// The stored events of the stations, for whoever acts on them at its own pace. An event is here before its receipt leaves, so a
/// reader that remembers how far it came misses none, also not across a crash. Safe for use by several threads.
/// </summary>
internal interface IStationEvents
{
    /// <summary>The number of the newest stored event; 0 when there is none.</summary>
    long NewestEvent { get; }

    /// <summary>Stored events after a number, ascending, at most so many. Throws <see cref="StoreException"/>.</summary>
    IReadOnlyList<StoredEvent> EventsAfter(long number, int most);

    /// <summary>Stored events of a station before a number, newest first, at most so many. Throws <see cref="StoreException"/>.</summary>
    IReadOnlyList<LoggedEvent> EventsOf(StationId station, long before, int most);

    /// <summary>The calibrations a station told of, by series and within each the newest first. Throws <see cref="StoreException"/>.</summary>
    IReadOnlyList<CalibrationNotice> CalibrationsOf(StationId station);
}

/// <summary>A stored event.</summary>
/// <param name="Number">Ascending in the order of storing.</param>
/// <param name="Station">Whose it is.</param>
/// <param name="Event">What happened; null when the row cannot be read.</param>
internal sealed record StoredEvent(long Number, StationId Station, StationEvent? Event);

/// <summary>A stored event with the time it was stored.</summary>
internal sealed record LoggedEvent(StoredEvent Stored, DateTimeOffset StoredAt);
