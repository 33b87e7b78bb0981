using EnviAgriNet.Cloud.Quality;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Quantities;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Api.Map;

/// <summary>
/// The hours of the map, kept for the next question; worked out one after the other in passes over the file. Safe for use by several
/// threads, one of which works at a time.
/// </summary>
internal sealed class HourColumns(IHourScan scan, JudgedReadings judged, TimeProvider time)
{
    private readonly Lock _guard = new();
    private readonly Dictionary<(string Quantity, long Hour), HourColumn> _kept = [];
    private readonly Queue<(string, long)> _order = [];
    private MapRoster? _roster;

    /// <summary>The columns of quantities for the hours that begin in [from, to), by quantity, oldest first.</summary>
    /// <param name="roster">The stations.</param>
    /// <param name="quantities">Their codes.</param>
    /// <param name="from">The begin of an hour.</param>
    /// <param name="to">The begin of an hour, excluded.</param>
    /// <param name="now">Network time: what is near it changes still.</param>
    public IReadOnlyDictionary<string, HourColumn[]> Of(
        MapRoster roster, IReadOnlyList<string> quantities, DateTimeOffset from, DateTimeOffset to, DateTimeOffset now)
    {
        lock (_guard)
        {
            if (!ReferenceEquals(_roster, roster))
            {
                _roster = roster;
                _kept.Clear();
                _order.Clear();
            }

            long first = Slot.HourOf(from);
            long end = Slot.HourOf(to);
            Dictionary<string, HourColumn[]> found = quantities.ToDictionary(q => q, _ => new HourColumn[end - first]);
            for (long hour = first; hour < end;)
            {
                long until = hour;
                while (until < end && IsMissing(quantities, until, now))
                {
                    until++;
                }

                if (until > hour)
                {
                    Make(roster, quantities, hour, until, found, first);
                    hour = until;
                    continue;
                }

                foreach (string quantity in quantities)
                {
                    found[quantity][hour - first] = _kept[(quantity, hour)];
                }

                hour++;
            }

            return found;
        }
    }

    private bool IsMissing(IReadOnlyList<string> quantities, long hour, DateTimeOffset now)
    {
        DateTimeOffset from = new Slot(0, hour).From;
        TimeSpan ageMax = now - from < MapLimits.FreshFor ? MapLimits.FreshColumnAgeMax : MapLimits.OldColumnAgeMax;
        DateTimeOffset oldest = time.GetUtcNow() - ageMax;
        return quantities.Any(q => !_kept.TryGetValue((q, hour), out HourColumn? column) || column.MadeAt < oldest);
    }

    private void Make(
        MapRoster roster, IReadOnlyList<string> quantities, long first, long end, Dictionary<string, HourColumn[]> found, long foundFirst)
    {
        DateTimeOffset from = new Slot(0, first).From;
        DateTimeOffset to = new Slot(0, end).From;
        DateTimeOffset madeAt = time.GetUtcNow();
        foreach (string quantity in quantities)
        {
            for (long hour = first; hour < end; hour++)
            {
                found[quantity][hour - foundFirst] = new HourColumn(roster.Stations.Length, QuantityCatalog.Get(quantity)) { MadeAt = madeAt };
            }
        }

        scan.ScanHours(from, to, name => found.ContainsKey(name.Quantity.Code), Put);

        // What was judged since replaces what the stations said; these are few.
        foreach ((SeriesId series, DateTimeOffset hour) in judged.Differing(from, to))
        {
            if (found.ContainsKey(series.Name.Quantity.Code))
            {
                foreach (RollUp rollUp in judged.ReadHourly(series, hour, hour.AddHours(1)))
                {
                    Put(series.Station, series.Name, rollUp);
                }
            }
        }

        for (long hour = first; hour < end; hour++)
        {
            foreach (string quantity in quantities)
            {
                Keep((quantity, hour), found[quantity][hour - foundFirst]);
            }
        }

        void Put(StationId station, SeriesName series, RollUp hour)
        {
            int place = roster.PlaceOf(station);
            if (place >= 0)
            {
                found[series.Quantity.Code][Slot.HourOf(hour.From) - foundFirst].Put(place, series, hour);
            }
        }
    }

    private void Keep((string, long) key, HourColumn column)
    {
        if (!_kept.ContainsKey(key))
        {
            _order.Enqueue(key);
            if (_order.Count > MapLimits.ColumnsMax)
            {
                _kept.Remove(_order.Dequeue());
            }
        }

        _kept[key] = column;
    }
}
