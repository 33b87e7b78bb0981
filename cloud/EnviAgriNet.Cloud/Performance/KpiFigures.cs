using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Performance;

/// <summary>What is known of every registered station in a span of days; what it never sent is not counted against the time before it began.</summary>
internal sealed class KpiFigures(IStationBook stations, DayBook days, LineBook lines, IReadingStore store)
{
    /// <summary>The stations from a day (included) to a moment, by id.</summary>
    public IReadOnlyList<StationFigures> Of(int fromDay, DateTimeOffset until)
    {
        int toDay = LocalDay.Of(until) + 1;
        long endHour = LocalDay.HourOf(until);
        IReadOnlyDictionary<StationId, long> begins = days.Begins();
        IReadOnlyDictionary<StationId, CountedDay> counted = days.Sums(fromDay, toDay);
        IReadOnlyDictionary<StationId, (long OnlineMs, long OfflineMs)> line = lines.Sums(fromDay, toDay);
        ILookup<StationId, LedgerLine> ledger = store.Ledger(null).Where(l => !DerivedOutboxes.Contains(l.Outbox)).ToLookup(l => l.Station);
        return
        [
            .. stations.All.Select(station =>
            {
                CountedDay? sum = counted.GetValueOrDefault(station.Id);
                long first = begins.TryGetValue(station.Id, out long begin) ? Math.Max(begin, LocalDay.FirstHour(fromDay)) : long.MaxValue;
                (long online, long offline) = line.GetValueOrDefault(station.Id);
                return new StationFigures(
                    station, sum?.Hours ?? 0, first == long.MaxValue ? 0 : Math.Max(sum?.Hours ?? 0, endHour - first), sum?.Readings ?? 0, sum?.Usable ?? 0,
                    online, offline, begins.ContainsKey(station.Id), [.. ledger[station.Id]]);
            }),
        ];
    }
}

/// <summary>One station in a span.</summary>
/// <param name="Station">The station.</param>
/// <param name="Hours">Hours with readings.</param>
/// <param name="OfHours">Hours that passed since it was first heard of.</param>
/// <param name="Readings">Readings of any quality.</param>
/// <param name="Usable">Those that passed or were not judged.</param>
/// <param name="OnlineMs">How long it was known to be there.</param>
/// <param name="OfflineMs">How long it was known to be gone.</param>
/// <param name="WasHeard">Whether it was ever heard of.</param>
/// <param name="Ledger">What became of its packs, over all time.</param>
internal sealed record StationFigures(
    Station Station, long Hours, long OfHours, long Readings, long Usable, long OnlineMs, long OfflineMs, bool WasHeard, IReadOnlyList<LedgerLine> Ledger);
