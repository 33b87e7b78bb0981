using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Windows;

namespace EnviAgriNet.Core.Hazards;

/// <summary>
/// The state of one region: the windows of the stations registered in it, and a tracker per hazard. Pure: time comes in as an
/// argument. Not safe for use by several threads.
/// </summary>
internal sealed class Region
{
    private static readonly HazardKind[] Hazards = [HazardKind.Haze, HazardKind.RiverFlood];

    private readonly HazardRules _rules;
    private readonly Dictionary<HazardKind, HazardTracker> _trackers = [];
    private readonly List<StationWindows> _stations = [];

    public Region(RegionId id, HazardRules rules, Func<HazardKind, TrackerState> stateOf)
    {
        Id = id;
        _rules = rules;
        foreach (HazardKind hazard in Hazards)
        {
            _trackers[hazard] = new HazardTracker(id, hazard, rules.TimingOf(hazard), stateOf(hazard));
        }
    }

    public RegionId Id { get; }

    public IEnumerable<KeyValuePair<HazardKind, TrackerState>> States =>
        Hazards.Select(h => KeyValuePair.Create(h, _trackers[h].State));

    public void Add(StationWindows station)
    {
        _stations.Add(station);
        _stations.Sort((a, b) => a.Site.Station.CompareTo(b.Site.Station));
    }

    public void Remove(StationWindows station) => _stations.Remove(station);

    /// <summary>Judges a hazard at a measurement time; a time before the last judgement changes nothing.</summary>
    /// <param name="hazard">Which hazard.</param>
    /// <param name="at">Measurement time.</param>
    /// <param name="now">Network time.</param>
    /// <param name="isRaisedBeside">Whether a station of the province other than the given one raises the hazard at that time.</param>
    /// <param name="changes">Where changes are added.</param>
    public void Judge(
        HazardKind hazard,
        DateTimeOffset at,
        DateTimeOffset now,
        Func<StationId, bool> isRaisedBeside,
        List<HazardChange> changes)
    {
        HazardTracker tracker = _trackers[hazard];
        if (at < tracker.State.KnownAt)
        {
            return;
        }

        List<Sensor> sensors = Sensors(hazard, at).Where(s => s.Judgement is not null).ToList();
        List<Sensor> known = sensors.Where(s => !s.IsSilent).ToList();
        if (known.Count == 0)
        {
            return;
        }

        List<Sensor> severe = known.Where(s => s.Judgement!.Raise == HazardLevel.Severe).ToList();
        Sensor worst = known.MaxBy(s => ((int)s.Judgement!.Raise, (int)s.Judgement.Hold, s.Judgement.Badness));
        RegionJudgement judgement = new(
            NewestRaising(known, HazardLevel.Moderate),
            NewestRaising(known, HazardLevel.Severe),
            known.Max(s => s.Judgement!.Hold),
            sensors.Where(s => s.IsSilent).Select(s => s.Judgement!.Hold).DefaultIfEmpty().Max(),
            severe.Exists(s => IsWitnessed(hazard, s, known, at, isRaisedBeside)),
            worst.Judgement!.Evidence);
        tracker.Judge(at, judgement, now - at <= _rules.LateAfter, changes);
    }

    /// <summary>
    /// Lets network time pass. A warning that ran out is closed only when no reading can come any more that still counts as live:
    /// one that is on its way may yet speak for it or end it.
    /// </summary>
    public void Advance(DateTimeOffset now, List<HazardChange> changes)
    {
        foreach (HazardKind hazard in Hazards)
        {
            _trackers[hazard].Advance(now - _rules.LateAfter, changes);
        }
    }

    /// <summary>Whether a station of this region other than the given one raises the hazard at a time.</summary>
    public bool IsRaisedBeside(HazardKind hazard, StationId station, DateTimeOffset at) =>
        Sensors(hazard, at).Any(s =>
            !s.IsSilent && s.Station.Site.Station != station && s.Judgement?.Raise >= HazardLevel.Moderate);

    private static DateTimeOffset? NewestRaising(List<Sensor> known, HazardLevel level) =>
        known.Where(s => s.Judgement!.Raise >= level).Select(s => (DateTimeOffset?)s.LatestAt).Max();

    private bool IsWitnessed(
        HazardKind hazard, Sensor sensor, List<Sensor> known, DateTimeOffset at, Func<StationId, bool> isRaisedBeside)
    {
        StationWindows station = sensor.Station;
        return sensor.Judgement!.IsPlausible
            || known.Exists(s => s != sensor && s.Station == station && s.Judgement!.Raise >= HazardLevel.Moderate)
            || (hazard == HazardKind.Haze
                ? station.Pm10.Values.Any(w => HazeJudge.IsWitnessedByPm10(_rules.Haze, w, at))
                : station.Rain.Values.Any(w => w.SumAt(at) > _rules.RiverFlood.WitnessRainAbove))
            || isRaisedBeside(station.Site.Station);
    }

    private IEnumerable<Sensor> Sensors(HazardKind hazard, DateTimeOffset at)
    {
        HazardTiming timing = _rules.TimingOf(hazard);
        foreach (StationWindows station in _stations)
        {
            if (hazard == HazardKind.Haze)
            {
                foreach (DayWindow window in station.Pm25.Values)
                {
                    if (SilenceOf(window.LatestAt, at, timing) is { } silent)
                    {
                        yield return new Sensor(station, window.LatestAt!.Value, silent, HazeJudge.Judge(
                            _rules.Haze, station.Site.Station, window, silent ? window.LatestAt.Value : at));
                    }
                }
            }
            else
            {
                foreach (RecentWindow window in station.WaterLevel.Values)
                {
                    if (SilenceOf(window.LatestAt, at, timing) is { } silent)
                    {
                        yield return new Sensor(station, window.LatestAt!.Value, silent, RiverJudge.Judge(
                            _rules.RiverFlood, station.Site, window));
                    }
                }
            }
        }
    }

    // Null: no reading, or silent for longer than a warning is valid, so that nothing it said holds any more.
    private static bool? SilenceOf(DateTimeOffset? latest, DateTimeOffset at, HazardTiming timing) =>
        latest is null || at - latest > timing.Validity ? null : at - latest > timing.SilenceAfter;
}
