using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Quality;

/// <summary>
/// Fresh readings whose flag was set by live judging, until their hour is judged as a whole: then the windows follow that judgement.
/// Safe for use by several threads. When there is no room, a reading is not remembered and counts as the station sent it.
/// </summary>
internal sealed class WithheldReadings
{
    private readonly Lock _guard = new();
    private readonly Dictionary<(StationId Station, long Hour), List<Reading>> _hours = [];
    private int _count;

    /// <summary>Notes a reading with the flag it got.</summary>
    public void Add(StationId station, Reading judged)
    {
        lock (_guard)
        {
            if (_count == Limits.WithheldReadingsMax)
            {
                return;
            }

            _count++;
            (StationId, long) key = (station, Slot.HourOf(judged.TakenAt));
            if (!_hours.TryGetValue(key, out List<Reading>? readings))
            {
                _hours[key] = readings = [];
            }

            readings.Add(judged);
        }
    }

    /// <summary>A reading with the flag it got when it came, or as it is.</summary>
    public Reading Find(StationId station, Reading raw)
    {
        lock (_guard)
        {
            if (_hours.TryGetValue((station, Slot.HourOf(raw.TakenAt)), out List<Reading>? readings))
            {
                foreach (Reading reading in readings)
                {
                    if (reading.TakenAt == raw.TakenAt && reading.Series.Equals(raw.Series))
                    {
                        return reading;
                    }
                }
            }

            return raw;
        }
    }

    /// <summary>Forgets an hour of a station; whether there was anything.</summary>
    public bool Take(StationId station, DateTimeOffset hour)
    {
        lock (_guard)
        {
            if (!_hours.Remove((station, Slot.HourOf(hour)), out List<Reading>? readings))
            {
                return false;
            }

            _count -= readings.Count;
            return true;
        }
    }
}
