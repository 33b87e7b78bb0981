namespace EnviAgriNet.Cloud.Performance;

/// <summary>The targets of one year. What is not set is shown with an example, and the page says that it is one.</summary>
internal sealed class KpiTargets
{
    /// <summary>
    /// What is shown where a year has no target of its own: examples, not anybody's plan. Five minutes to the phone is what was asked
    /// of the country's warnings after the earthquake of March 2025.
    /// </summary>
    public static KpiTargets Examples { get; } = new()
    {
        Completeness = 0.95,
        Usable = 0.95,
        Uptime = 0.98,
        DelayMinutes = 5,
        LeadMinutes = 30,
        Reach = 0.9,
        Satisfaction = 4,
    };

    /// <summary>Default none; 0 to 1: the share of a station's hours with readings.</summary>
    public double? Completeness { get; set; }

    /// <summary>Default none; 0 to 1: the share of readings that are usable.</summary>
    public double? Usable { get; set; }

    /// <summary>Default none; 0 to 1: the share of the time in which stations are there.</summary>
    public double? Uptime { get; set; }

    /// <summary>Default none; above 0 to 1,440 minutes from the measurement until half of the receipts are there.</summary>
    public double? DelayMinutes { get; set; }

    /// <summary>Default none; above 0 to 10,080 minutes from the first receipt until the worst of the event.</summary>
    public double? LeadMinutes { get; set; }

    /// <summary>Default none; 0 to 1: the share of people who got a warning meant for them.</summary>
    public double? Reach { get; set; }

    /// <summary>Default none; 1 to 5: the mean answer to the question after an event.</summary>
    public double? Satisfaction { get; set; }

    /// <summary>What is wrong with the targets, one sentence each.</summary>
    public IEnumerable<string> Faults(string year)
    {
        (string Name, double? Value, double Min, double Max)[] all =
        [
            (nameof(Completeness), Completeness, 0, 1), (nameof(Usable), Usable, 0, 1), (nameof(Uptime), Uptime, 0, 1),
            (nameof(DelayMinutes), DelayMinutes, 0.01, 1_440), (nameof(LeadMinutes), LeadMinutes, 0.01, 10_080), (nameof(Reach), Reach, 0, 1),
            (nameof(Satisfaction), Satisfaction, 1, 5),
        ];
        return all.Where(t => t.Value is { } value && !(value >= t.Min && value <= t.Max))
            .Select(t => $"Kpi:Targets:{year}:{t.Name} is {t.Min} to {t.Max}");
    }
}
