using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Cloud.Commands.Backtest;

/// <summary>Gathers what happens in one region during a back-test.</summary>
internal sealed class TriedRegion(ReachedLevel? reached, TimeSpan within)
{
    private readonly List<TriedEvent> _events = [];
    private readonly ReachWatch? _watch = reached is null ? null : new ReachWatch(reached, within);
    private readonly Dictionary<StationId, ReachedMeter> _meters = [];
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
        IReadOnlyList<double> values = Measure(reading);
        if (!isJudged)
        {
            return;
        }

        _first = Readings == 0 ? at : _first;
        _last = at;
        Readings++;
        foreach (double value in values)
        {
            _watch!.Take(at, value);
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
    public TriedPlace ToPlace(string name) => new(name, _first, _last, Readings, _events, _watch?.Spans);

    private IReadOnlyList<double> Measure(SiteReading reading)
    {
        if (reached is null)
        {
            return [];
        }

        if (!_meters.TryGetValue(reading.Site.Station, out ReachedMeter? meter))
        {
            meter = ReachedMeter.Of(reached.Measure);
            _meters.Add(reading.Site.Station, meter);
        }

        return meter.Take(reading);
    }
}
