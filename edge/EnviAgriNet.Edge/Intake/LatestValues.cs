using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Edge.Intake;

/// <summary>The last value of each series, for people. Bounded; may be used from any thread.</summary>
internal sealed class LatestValues
{
    private readonly Lock _gate = new();
    private readonly Dictionary<SeriesName, Heard> _latest = [];

    /// <summary>The newest time of readings that tell no boot, as in a replay; null when the last batch told one.</summary>
    public DateTimeOffset? ReplayTime { get; private set; }

    /// <summary>Takes accepted readings over.</summary>
    /// <param name="readings">The readings.</param>
    /// <param name="hasBoot">Whether their times belong to a clock that runs now.</param>
    /// <param name="heardAt">The monotonic moment they came.</param>
    public void Take(IReadOnlyList<Reading> readings, bool hasBoot, TimeSpan heardAt)
    {
        lock (_gate)
        {
            foreach (Reading reading in readings)
            {
                bool isKnown = _latest.TryGetValue(reading.Series, out Heard known);
                if (isKnown ? reading.TakenAt >= known.Reading.TakenAt : _latest.Count < Limits.SeriesShownMax)
                {
                    _latest[reading.Series] = new Heard(reading, heardAt);
                }
            }

            DateTimeOffset newest = readings.Max(r => r.TakenAt);
            ReplayTime = hasBoot ? null : ReplayTime > newest ? ReplayTime : newest;
        }
    }

    /// <summary>The last values by name.</summary>
    public IReadOnlyList<Heard> All()
    {
        lock (_gate)
        {
            return [.. _latest.Values.OrderBy(h => h.Reading.Series.Text, StringComparer.Ordinal)];
        }
    }
}

/// <summary>A reading and the monotonic moment it was heard.</summary>
internal readonly record struct Heard(Reading Reading, TimeSpan HeardAt);
