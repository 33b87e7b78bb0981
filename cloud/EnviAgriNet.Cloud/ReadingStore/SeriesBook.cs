using System.Collections.Concurrent;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>Every station and series of the store by number, in memory. One writer; readers may ask beside it.</summary>
internal sealed class SeriesBook
{
    private readonly ConcurrentDictionary<StationId, StationState> _byId = new();
    private readonly Dictionary<int, StationState> _byNumber = [];
    private int _numberMax;

    public int SeriesCount { get; private set; }

    public IEnumerable<StationState> All => _byId.Values;

    public StationState? Find(StationId id) => _byId.GetValueOrDefault(id);

    public StationState? Find(int number) => _byNumber.GetValueOrDefault(number);

    /// <summary>Reads the stations and their series. Names that can no longer be read stay without one.</summary>
    public void Load(StoreSession session)
    {
        using (Statement stations = session.Prepare("SELECT number, id FROM station"))
        {
            while (stations.Next())
            {
                if (StationId.TryParse(stations.Text(1), out StationId id))
                {
                    Put(new StationState(id, (int)stations.Integer(0)));
                }
            }
        }

        using Statement series = session.Prepare("SELECT station, number, name FROM series");
        while (series.Next())
        {
            int number = (int)series.Integer(1);
            if (Find((int)series.Integer(0)) is { } state && number is > 0 and <= StoreLimits.SeriesPerStationMax)
            {
                state.Load(number, SeriesName.TryParse(series.Text(2), out SeriesName? name, out _) ? name : null);
                SeriesCount++;
            }
        }
    }

    /// <summary>Gives a station the next number, or null when there are as many as there may be.</summary>
    public StationState? Add(StationId id)
    {
        if (_byId.Count >= StoreLimits.StationsMax)
        {
            return null;
        }

        StationState state = new(id, _numberMax + 1);
        Put(state);
        return state;
    }

    /// <summary>Gives a series of a station the next number, or 0 when there are as many as there may be.</summary>
    public int AddSeries(StationState station, SeriesName name)
    {
        if (station.SeriesCount >= StoreLimits.SeriesPerStationMax || SeriesCount >= StoreLimits.SeriesMax)
        {
            return 0;
        }

        SeriesCount++;
        return station.Add(name);
    }

    /// <summary>Takes a station back after a commit that failed.</summary>
    public void Remove(StationState station)
    {
        _byId.TryRemove(station.Id, out _);
        _byNumber.Remove(station.Number);
        _numberMax = Math.Min(_numberMax, station.Number - 1);
    }

    /// <summary>Takes series back after a commit that failed.</summary>
    public void RemoveSeries(StationState station, int keep)
    {
        SeriesCount -= station.SeriesCount - keep;
        station.RemoveFrom(keep);
    }

    private void Put(StationState state)
    {
        _byId[state.Id] = state;
        _byNumber[state.Number] = state;
        _numberMax = Math.Max(_numberMax, state.Number);
    }
}
