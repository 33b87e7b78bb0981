using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>
/// What the store knows of a station in memory: the numbers of its series and the newest reading of each. The writer alone changes
/// it; what readers see is behind a lock.
/// </summary>
internal sealed class StationState(StationId id, int number)
{
    private readonly Dictionary<SeriesName, int> _numbers = [];
    private readonly List<Newest> _series = [];

    public StationId Id => id;

    public int Number => number;

    public int SeriesCount => _series.Count;

    /// <summary>The number of a series, 1 and above, or 0 when it has none. For the writer.</summary>
    public int Find(SeriesName name) => _numbers.GetValueOrDefault(name);

    /// <summary>Gives a series the next number. For the writer.</summary>
    public int Add(SeriesName name)
    {
        lock (_numbers)
        {
            _series.Add(new Newest(name, default, long.MinValue));
            _numbers.Add(name, _series.Count);
            return _series.Count;
        }
    }

    /// <summary>Enters a series read from the file; numbers whose names were lost stay unused. For the writer, at start.</summary>
    public void Load(int number, SeriesName? name)
    {
        while (_series.Count < number)
        {
            _series.Add(new Newest(null, default, long.MinValue));
        }

        if (name is not null && _numbers.TryAdd(name, number))
        {
            _series[number - 1] = new Newest(name, default, long.MinValue);
        }
    }

    /// <summary>The name of a series, or null when it was lost. For the writer.</summary>
    public SeriesName? NameOf(int series) => series <= _series.Count ? _series[series - 1].Name : null;

    /// <summary>Takes the newest series back, after a commit that failed. For the writer.</summary>
    public void RemoveFrom(int count)
    {
        lock (_numbers)
        {
            foreach (Newest newest in _series.Skip(count))
            {
                _numbers.Remove(newest.Name!);
            }

            _series.RemoveRange(count, _series.Count - count);
        }
    }

    /// <summary>The hour of the newest reading of a series, or <see cref="long.MinValue"/> without any. For the writer.</summary>
    public long NewestHour(int series) => _series[series - 1].Hour;

    /// <summary>Notes a committed reading if it is newer than what is known.</summary>
    public void Note(int series, in Reading reading)
    {
        lock (_numbers)
        {
            Newest newest = _series[series - 1];
            if (newest.Hour == long.MinValue || reading.TakenAt > newest.Reading.TakenAt)
            {
                _series[series - 1] = new Newest(newest.Name, reading, Slot.HourOf(reading.TakenAt));
            }
        }
    }

    /// <summary>The newest reading of every series that has one.</summary>
    public List<Reading> Latest()
    {
        lock (_numbers)
        {
            return [.. _series.Where(s => s.Hour != long.MinValue).Select(s => s.Reading)];
        }
    }

    /// <summary>The names of all series, the one of number 1 first, for readers; null where a name was lost.</summary>
    public SeriesName?[] Names()
    {
        lock (_numbers)
        {
            return [.. _series.Select(s => s.Name)];
        }
    }

    /// <summary>The number of a series, for readers; 0 when it has none.</summary>
    public int FindNumber(SeriesName name)
    {
        lock (_numbers)
        {
            return Find(name);
        }
    }

    private readonly record struct Newest(SeriesName? Name, Reading Reading, long Hour);
}
