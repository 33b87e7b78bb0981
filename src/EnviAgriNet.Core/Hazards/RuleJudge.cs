using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Indices;

namespace EnviAgriNet.Core.Hazards;

/// <summary>Judges stations by one rule.</summary>
internal sealed class RuleJudge
{
    private readonly List<Measure> _measures;
    private readonly List<Measure> _witnessMeasures;
    private readonly HashSet<string> _quantities;
    private readonly Term _lead;

    public RuleJudge(HazardRule rule)
    {
        Rule = rule;
        IEnumerable<Condition> conditions = rule.Severe is { } severe
            ? [rule.Moderate.Raise, severe.Raise, rule.Moderate.Hold, severe.Hold]
            : [rule.Moderate.Raise, rule.Moderate.Hold];
        _measures = MeasuresOf(conditions);
        _witnessMeasures = rule.Witnesses.Measures is { } witness ? MeasuresOf([witness]) : [];
        _quantities = [.. _measures.SelectMany(m => m.Quantities)];
        _lead = rule.Moderate.Raise.Terms.First();
    }

    public HazardRule Rule { get; }

    /// <summary>Whether readings of a quantity bear on it; witnesses alone do not.</summary>
    public bool Judges(string quantity) => _quantities.Contains(quantity);

    /// <summary>The groups of series of a station that it judges.</summary>
    public IReadOnlyList<SeriesGroup> GroupsOf(StationWindows station) => station.GroupsOf(_measures);

    /// <summary>What a group of series says at a time.</summary>
    public GroupJudgement Judge(SeriesGroup group, DateTimeOffset at)
    {
        MeasureSet measures = new(group, at, Rule.Timing, Silence.IsAbsent);
        Verdict moderate = Rule.Moderate.Raise.Judge(measures);
        Verdict severe = Rule.Severe?.Raise.Judge(measures) ?? Verdict.No;
        Verdict severeHold = severe.Or(Rule.Severe?.Hold.Judge(measures) ?? Verdict.No);
        Verdict moderateHold = moderate.Or(severeHold).Or(Rule.Moderate.Hold.Judge(measures));
        bool raises = Rule.RaiseBetween?.Contains(at) ?? true;
        HazardLevel hold = LevelOf(severeHold, moderateHold);
        HazardLevel silent = moderateHold.IsKnown && severeHold.Truth == Truth.Unknown ? HazardLevel.Severe : HazardLevel.None;
        if (measures.HasSilent)
        {
            HazardLevel last = LastHeld(group, at);
            silent = last > silent ? last : silent;
        }

        return new GroupJudgement
        {
            Judge = this,
            Measures = measures,
            IsKnown = moderateHold.IsKnown,
            Raise = raises ? LevelOf(severe, moderate) : HazardLevel.None,
            RaisedAt = moderate.Or(severe).At,
            SevereAt = severe.At,
            Hold = hold,
            Silent = silent > hold ? silent : HazardLevel.None,
            Decided = severe.Measure ?? moderate.Measure ?? severeHold.Measure ?? moderateHold.Measure,
        };
    }

    /// <summary>Whether another measure of the station, or the series itself, bears witness.</summary>
    public bool IsWitnessed(SeriesGroup group, DateTimeOffset at)
    {
        RuleWitnesses witnesses = Rule.Witnesses;
        return (witnesses.Motion is { } motion && group.WindowOf(motion.Quantity)?.IsPlausible(motion.Limits) == true)
            || (witnesses.Persistence is { } persistence && Persists(persistence, group, at))
            || (witnesses.Measures is { } condition && group.Station.GroupsOf(_witnessMeasures).Any(g =>
                condition.Judge(new MeasureSet(g, at, Rule.Timing, Silence.IsIgnored)).IsYes));
    }

    /// <summary>Tells which of two groups of one level is the worse; larger is worse.</summary>
    public double BadnessOf(MeasureSet measures) => measures.Of(_lead.Measure).Value is { } lead
        ? _lead.Is.IsUpward() ? lead.Value : -lead.Value
        : double.NegativeInfinity;

    /// <summary>The numbers behind a judgement, the one that decided first.</summary>
    public Evidence EvidenceOf(GroupJudgement judgement)
    {
        MeasureSet measures = judgement.Measures;
        StationId station = measures.Group.Site.Station;
        return Rule.Hazard switch
        {
            HazardKind.Haze when HazeEvidence(measures, judgement.Decided) is { } haze => haze,
            HazardKind.RiverFlood when RiverEvidence(measures) is { } river => river,
            _ => new MeasureEvidence(station, ValuesOf(measures, judgement.Decided)),
        };
    }

    private static HazeEvidence? HazeEvidence(MeasureSet measures, string? decided)
    {
        Measure measure = Hazards.Measures.Get("pm25_24h");
        return (decided ?? measure.Name) == measure.Name && measures.Of(measure.Name).Value is { } mean
            && ThaiAqiTable.Since2023.ValueOf(Pollutant.Pm25, mean.Value) is { } index
            ? new HazeEvidence(
                measures.Group.Site.Station, mean.Value, index,
                measures.Group.WindowsOf(measure)![0].MeanOfHours(measures.At, 24)?.Filled ?? 0)
            : null;
    }

    private static RiverEvidence? RiverEvidence(MeasureSet measures)
    {
        SeriesGroup group = measures.Group;
        if (group.WindowOf("water_level") is not { } level || Hazards.Measures.Bank(group.Site, level) is not { } bank)
        {
            return null;
        }

        double? rise = level.RisePerHour(measures.At);
        double? hours = rise >= Hazards.Measures.RisePerHourMin && !bank.IsOverBank ? bank.Difference / rise : null;
        return new RiverEvidence(group.Site.Station, level.Latest, bank, rise, hours);
    }

    private static List<Measure> MeasuresOf(IEnumerable<Condition> conditions) =>
        [.. conditions.SelectMany(c => c.Terms).Select(t => Hazards.Measures.Get(t.Measure)).Distinct()];

    private static HazardLevel LevelOf(Verdict severe, Verdict moderate) =>
        severe.IsYes ? HazardLevel.Severe : moderate.IsYes ? HazardLevel.Moderate : HazardLevel.None;

    private static bool Persists(PersistenceWitness persistence, SeriesGroup group, DateTimeOffset at)
    {
        Measure measure = Hazards.Measures.Get(persistence.Measure);
        if (group.WindowsOf(measure) is not { } windows
            || measure.Hours!(windows, at, persistence.Of) is not { Count: > 1 } hours
            || hours.Count(h => persistence.Is.Holds(h, persistence.Value)) < persistence.Hours)
        {
            return false;
        }

        double worst = persistence.Is.IsUpward() ? hours.Max() : hours.Min();
        return persistence.Is.Holds((hours.Sum() - worst) / (hours.Count - 1), persistence.Value);
    }

    private HazardLevel LastHeld(SeriesGroup group, DateTimeOffset at)
    {
        MeasureSet last = new(group, at, Rule.Timing, Silence.LastSaid);
        Verdict severe = Rule.Severe is { } level ? level.Raise.Judge(last).Or(level.Hold.Judge(last)) : Verdict.No;
        return LevelOf(severe, Rule.Moderate.Raise.Judge(last).Or(Rule.Moderate.Hold.Judge(last)));
    }

    private List<MeasuredValue> ValuesOf(MeasureSet measures, string? decided)
    {
        List<MeasuredValue> values = [];
        foreach (Measure measure in _measures)
        {
            // Hours without end are no number for a document.
            if (measures.Of(measure.Name).Value is { } value && double.IsFinite(value.Value))
            {
                values.Insert(measure.Name == decided ? 0 : values.Count, new MeasuredValue(measure.Name, value.Value, measure.Unit));
            }
        }

        return values;
    }
}
