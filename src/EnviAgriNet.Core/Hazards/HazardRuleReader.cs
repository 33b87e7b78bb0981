using System.Text.Json;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Windows;

namespace EnviAgriNet.Core.Hazards;

/// <summary>Reads a rule from its document and finds all its faults.</summary>
internal sealed class HazardRuleReader
{
    private const int IdLengthMax = 60;
    private const int NameLengthMax = 120;
    private const int TextLengthMax = 1000;
    private const int ZoneLengthMax = 40;
    private const int RegionLengthMax = 6;
    private const int PersistenceHoursMax = SeriesWindow.HoursKept;

    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(60);

    private readonly List<string> _faults = [];
    private readonly ConditionReader _conditions;

    public HazardRuleReader() => _conditions = new ConditionReader(_faults);

    public IReadOnlyList<string> Faults => _faults;

    /// <summary>The rule, or null when it has a fault.</summary>
    public HazardRule? Read(JsonElement document)
    {
        RuleFields fields = new(document, string.Empty, _faults);
        RuleFields? name = fields.Object("name", isRequired: true);
        HazardRule rule = new()
        {
            Id = Id(fields),
            Version = fields.Find("version", isRequired: false) is null ? 0 : fields.Whole("version", 0, int.MaxValue),
            Hazard = Hazard(fields),
            NameTh = name?.Text("th", NameLengthMax, isRequired: true) ?? string.Empty,
            NameEn = name?.Text("en", NameLengthMax, isRequired: true) ?? string.Empty,
            Source = fields.Text("source", TextLengthMax, isRequired: true),
            IsConfirmed = fields.YesOrNo("confirmed"),
            Note = fields.Text("note", TextLengthMax, isRequired: false),
            Scope = Scope(fields),
            Moderate = _conditions.Level(fields, "moderate", isRequired: true) ?? NoLevel,
            Severe = _conditions.Level(fields, "severe", isRequired: false),
            RaiseBetween = Hours(fields),
            Timing = Timing(fields),
            Witnesses = Witnesses(fields),
        };
        name?.End();
        fields.End();
        if (_faults.Count == 0)
        {
            CheckWitnesses(rule);
        }

        return _faults.Count == 0 ? rule : null;
    }

    private static RuleLevel NoLevel { get; } = new(new AnyOf([]), new AnyOf([]));

    private static string Id(RuleFields fields)
    {
        string id = fields.Text("id", IdLengthMax, isRequired: true);
        if (id.Length > 0 && (id[0] == '-' || id[^1] == '-' || id.Contains("--", StringComparison.Ordinal)
            || !id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')))
        {
            fields.Fault("id", "is not words of a-z and 0-9 with a '-' between them");
        }

        return id;
    }

    private static HazardKind Hazard(RuleFields fields)
    {
        string code = fields.Text("hazard", NameLengthMax, isRequired: true);
        if (!HazardCodes.TryParse(code, out HazardKind hazard) && code.Length > 0)
        {
            fields.Fault("hazard", $"'{code}' is none; known are {string.Join(", ", Enum.GetValues<HazardKind>().Select(h => h.Code()))}");
        }

        return hazard;
    }

    private static RuleScope Scope(RuleFields fields)
    {
        if (fields.Object("scope", isRequired: false) is not { } scope)
        {
            return RuleScope.Everywhere;
        }

        List<RegionId> regions = [];
        foreach (string code in scope.Texts("regions", RuleScope.PlacesMax, RegionLengthMax))
        {
            if (RegionId.TryParse(code, out RegionId region))
            {
                regions.Add(region);
            }
            else
            {
                scope.Fault("regions", $"'{code}' is not a code of 2, 4 or 6 digits that begins with 1 to 9");
            }
        }

        List<string> zones = scope.Texts("zones", RuleScope.PlacesMax, ZoneLengthMax);
        scope.End();
        return new RuleScope { Regions = regions, Zones = zones };
    }

    private static DailyHours? Hours(RuleFields fields)
    {
        if (fields.Object("raise_between", isRequired: false) is not { } hours)
        {
            return null;
        }

        DailyHours between = new(hours.TimeOfDay("from"), hours.TimeOfDay("until"));
        if (between.From == between.Until)
        {
            hours.Fault("until", "is the same time as from; leave raise_between out for the whole day");
        }

        hours.End();
        return between;
    }

    private static HazardTiming Timing(RuleFields fields)
    {
        RuleFields? times = fields.Object("timing", isRequired: true);
        TimeSpan Of(string name, TimeSpan min) => times?.Duration(name, min, Longest) ?? min;
        HazardTiming timing = new()
        {
            OnsetHold = Of("onset_hold", TimeSpan.Zero),
            ClearHold = Of("clear_hold", TimeSpan.Zero),
            SilenceAfter = Of("silence_after", Shortest),
            Validity = Of("validity", Shortest),
            ExtendAhead = Of("extend_ahead", Shortest),
            AllClearValidity = Of("all_clear_validity", Shortest),
        };
        if (times is not null && timing.Validity <= timing.ExtendAhead)
        {
            times.Fault("validity", "must be longer than extend_ahead");
        }

        if (times is not null && timing.SilenceAfter > timing.Validity)
        {
            times.Fault("silence_after", "must not be longer than validity: nothing holds that long");
        }

        times?.End();
        return timing;
    }

    private RuleWitnesses Witnesses(RuleFields fields)
    {
        if (fields.Object("witnesses", isRequired: false) is not { } witnesses)
        {
            return new RuleWitnesses();
        }

        RuleWitnesses read = new()
        {
            Measures = _conditions.Read(witnesses, "measures", isRequired: false),
            Sibling = witnesses.YesOrNo("sibling"),
            Neighbour = witnesses.YesOrNo("neighbour"),
            Motion = Motion(witnesses.Object("motion", isRequired: false)),
            Persistence = Persistence(witnesses.Object("persistence", isRequired: false)),
        };
        witnesses.End();
        return read;
    }

    private static MotionWitness? Motion(RuleFields? fields)
    {
        if (fields is null)
        {
            return null;
        }

        MotionWitness motion = new(fields.Text("quantity", NameLengthMax, isRequired: true), new MotionLimits(
            fields.Whole("readings_min", 2, 1000), fields.Duration("span_min", Shortest, TimeSpan.FromHours(3)),
            fields.Number("rate_per_hour_max", 0), fields.Number("burst_per_hour_max", 0), fields.Number("step_share_max", 0, 1),
            fields.Number("step_free", 0)));
        fields.End();
        return motion;
    }

    private static PersistenceWitness? Persistence(RuleFields? fields)
    {
        if (fields is null)
        {
            return null;
        }

        PersistenceWitness persistence = new(
            ConditionReader.MeasureName(fields), ConditionReader.Sign(fields), fields.Number("value"), fields.Whole("hours", 1, PersistenceHoursMax),
            fields.Whole("of", 2, PersistenceHoursMax));
        if (persistence.Hours > persistence.Of)
        {
            fields.Fault("hours", "is more than of");
        }

        fields.End();
        return persistence;
    }

    // A witness that looks at a series which the rule does not judge would never speak.
    private void CheckWitnesses(HazardRule rule)
    {
        List<Measure> judged = [.. new[] { rule.Moderate.Raise, rule.Moderate.Hold, rule.Severe?.Raise, rule.Severe?.Hold }
            .OfType<Condition>().SelectMany(c => c.Terms).Select(t => Measures.Get(t.Measure))];
        if (rule.Witnesses.Motion is { } motion && !judged.Exists(m => m.Quantities.Contains(motion.Quantity)))
        {
            _faults.Add($"witnesses.motion.quantity: '{motion.Quantity}' is in no measure that the rule judges");
        }

        if (rule.Witnesses.Persistence is { } persistence
            && (!judged.Exists(m => m.Name == persistence.Measure) || !Measures.Get(persistence.Measure).HasHours))
        {
            _faults.Add($"witnesses.persistence.measure: '{persistence.Measure}' is not judged by the rule, or not known by the hour");
        }
    }
}
