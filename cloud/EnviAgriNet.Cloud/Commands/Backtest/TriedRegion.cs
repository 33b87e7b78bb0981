using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Cloud.Commands.Backtest;

/// <summary>Gathers what happens in one region during a back-test.</summary>
internal sealed class TriedRegion(ReachedLevel? reached, TimeSpan within)
{
    private readonly List<TriedEvent> _events = [];
    private readonly Dictionary<StationId, (ReachedMeter Meter, ReachWatch Watch)> _watches = [];
    private DateTimeOffset _first;
    private DateTimeOffset _last;

    /// <summary>How many readings were judged.</summary>
    public long Readings { get; private set; }

    /// <summary>Takes a reading, and looks whether the level is reached with it.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="isJudged">Whether it lies in the time that is tried; before that it only fills windows.</param>
    public void Take(SiteReading reading, bool isJudged)
    {
        DateTimeOffset at = reading.Reading.TakenAt;
        if (reached is not null)
        {
            (ReachedMeter meter, ReachWatch watch) = WatchOf(reading.Site.Station, reached);
            IReadOnlyList<double> values = meter.Take(reading);
            if (isJudged)
            {
                watch.Take(at, values);
            }
        }

        if (isJudged)
        {
            _first = Readings == 0 ? at : _first;
            _last = at;
            Readings++;
        }
    }

    /// <summary>Follows a change of an event.</summary>
    public void Follow(HazardChange change)
    {
        if (change.Kind == ChangeKind.Opened)
        {
            _events.Add(new TriedEvent(change));
        }
        else if (_events.Count > 0 && _events[^1].Id == change.EventId)
        {
            _events[^1].Follow(change);
        }
    }

    /// <summary>What was found.</summary>
    public TriedPlace ToPlace(string name) => new(
        name, _first, _last, Readings, _events,
        reached is null ? null : [.. _watches.Values.SelectMany(w => w.Watch.Spans).OrderBy(s => s.From)]);

    private (ReachedMeter Meter, ReachWatch Watch) WatchOf(StationId station, ReachedLevel level)
    {
        if (!_watches.TryGetValue(station, out (ReachedMeter Meter, ReachWatch Watch) watch))
        {
            watch = (ReachedMeter.Of(level.Measure), new ReachWatch(level, within));
            _watches.Add(station, watch);
        }

        return watch;
    }
}
