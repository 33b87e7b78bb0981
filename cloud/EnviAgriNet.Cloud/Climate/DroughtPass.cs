using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Indices;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Climate;

/// <summary>
/// One look at the ended months of all stations: which indices are there, which can be made now, and what stands against the others.
/// Reads; stores nothing. One thread at a time.
/// </summary>
internal sealed class DroughtPass(ClimateBook climate, IReadingStore store, CalendarMonth first, CalendarMonth newest)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    private readonly Dictionary<RegionId, RainNormals?> _normals = [];

    /// <summary>Indices to be stored.</summary>
    public List<(StationId Station, CalendarMonth Month, IReadOnlyList<Reading> Indices)> Made { get; } = [];

    /// <summary>Indices of the newest month that are stored already.</summary>
    public List<(StationId Station, IReadOnlyList<Reading> Indices)> Known { get; } = [];

    /// <summary>Months of stations that are missing for want of rain days.</summary>
    public List<(StationId Station, MonthRain Rain)> Incomplete { get; } = [];

    /// <summary>Histories that cannot tell what is usual, with the reason.</summary>
    public HashSet<(RegionId Region, SpiGap Gap)> Unfit { get; } = [];

    /// <summary>Stations with a gauge in no region that has a history.</summary>
    public HashSet<StationId> WithoutHistory { get; } = [];

    /// <summary>Looks at a station.</summary>
    public void Look(Station station)
    {
        StationRain rain = new(store, station.Id);
        for (CalendarMonth month = first; rain.HasGauge && month.CompareTo(newest) <= 0; month = month.Plus(1))
        {
            IReadOnlyList<Reading> stored = StoredOf(station.Id, month);
            if (stored.Count == 0)
            {
                Make(station, month, rain);
            }
            else if (month == newest)
            {
                Known.Add((station.Id, stored));
            }
        }
    }

    private void Make(Station station, CalendarMonth month, StationRain rain)
    {
        if (NormalsOf(station.Region) is not { } normals)
        {
            WithoutHistory.Add(station.Id);
            return;
        }

        MonthRain own = rain.Of(month);
        if (!own.IsComplete)
        {
            // Months before the station had a gauge are no news.
            if (month == newest || own.Days > 0)
            {
                Incomplete.Add((station.Id, own));
            }

            return;
        }

        DroughtIndices indices = DroughtIndices.Of(month, normals, rain.SumOf);
        if (indices.Readings.Count > 0)
        {
            Made.Add((station.Id, month, indices.Readings));
        }
        else
        {
            Unfit.Add((normals.History.Region, indices.Gaps[0].Gap));
        }
    }

    private RainNormals? NormalsOf(RegionId region)
    {
        if (!_normals.TryGetValue(region, out RainNormals? normals))
        {
            normals = climate.Find(region) is { } history ? new RainNormals(history) : null;
            _normals.Add(region, normals);
        }

        return normals;
    }

    private IReadOnlyList<Reading> StoredOf(StationId station, CalendarMonth month) =>
    [
        .. DroughtIndices.Series.SelectMany(s => store.Read(new SeriesId(station, s), month.End, month.End + Tick)),
    ];
}
