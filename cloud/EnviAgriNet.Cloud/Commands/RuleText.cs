using System.Globalization;
using EnviAgriNet.Core.Alerts;
using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Cloud.Commands;

/// <summary>What a rule says, in Markdown, made of the rule itself.</summary>
internal static class RuleText
{
    /// <summary>The lines about one rule.</summary>
    public static IEnumerable<string> Lines(HazardRule rule)
    {
        yield return $"### {rule.Hazard.Code()}: {rule.NameEn} (`{rule}`)";
        yield return string.Empty;
        yield return $"{rule.NameTh}. Applies {Scope(rule.Scope)}.";
        yield return string.Empty;
        yield return "| level | raised when | held while |";
        yield return "|---|---|---|";
        yield return $"| Moderate | {Text(rule.Moderate.Raise)} | {Text(rule.Moderate.Hold)} |";
        yield return rule.Severe is { } severe
            ? $"| Severe | {Text(severe.Raise)} | {Text(severe.Hold)} |"
            : "| Severe | never | |";
        yield return string.Empty;
        yield return $"- Times: {Times(rule)}.";
        yield return $"- Witnesses for Severe: {Witnesses(rule.Witnesses)}.";
        yield return $"- Warnings: {Codes(rule.Hazard)}.";
        yield return $"- Source ({(rule.IsConfirmed ? "confirmed" : "not confirmed")}): {rule.Source}.";
        if (rule.Note.Length > 0)
        {
            yield return $"- Why: {rule.Note}";
        }
    }

    /// <summary>A condition as people read it.</summary>
    public static string Text(Condition condition) => condition switch
    {
        Term term => $"{term.Measure} {term.Is.Sign()} {Number(term.Value)} {Measures.Get(term.Measure).Unit}",
        AnyOf any => string.Join(" or ", any.Conditions.Select(Inner)),
        AllOf all => string.Join(" and ", all.Conditions.Select(Inner)),
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    private static string Codes(HazardKind hazard)
    {
        HazardWords words = AlertTemplates.Of(hazard);
        return $"CAP category {words.Category}, event code {words.EventCode}; Moderate {Codes(words.Moderate)}; Severe {Codes(words.Severe)}";
    }

    private static string Codes(AlertCase one) =>
        $"{one.Codes.ResponseType}, {one.Codes.Urgency}, {one.Codes.Certainty}{(one.Codes.IsSiren ? ", with the siren" : string.Empty)}";

    private static string Inner(Condition condition) => condition is Term ? Text(condition) : $"({Text(condition)})";

    private static string Scope(RuleScope scope)
    {
        if (scope.Regions.Count == 0 && scope.Zones.Count == 0)
        {
            return "everywhere";
        }

        string regions = scope.Regions.Count == 0 ? string.Empty : $"in regions {string.Join(", ", scope.Regions)}";
        string zones = scope.Zones.Count == 0 ? string.Empty : $"at stations of zones {string.Join(", ", scope.Zones)}";
        return string.Join(" and ", new[] { regions, zones }.Where(t => t.Length > 0));
    }

    private static string Times(HazardRule rule)
    {
        HazardTiming timing = rule.Timing;
        string day = rule.RaiseBetween is { } hours ? $"; raises only from {hours.From:HH:mm} to {hours.Until:HH:mm} Bangkok time" : string.Empty;
        string onset = timing.OnsetHold == TimeSpan.Zero ? "at once" : $"after {Span(timing.OnsetHold)}";
        return $"raised {onset}, cleared after {Span(timing.ClearHold)}, a series is silent after {Span(timing.SilenceAfter)}, "
            + $"a warning is valid for {Span(timing.Validity)} and extended {Span(timing.ExtendAhead)} before its end, "
            + $"an all-clear for {Span(timing.AllClearValidity)}{day}";
    }

    private static string Witnesses(RuleWitnesses witnesses)
    {
        List<string> all = [];
        if (witnesses.Measures is { } measures)
        {
            all.Add(Text(measures));
        }

        if (witnesses.Sibling)
        {
            all.Add("a second sensor of the station that raises it");
        }

        if (witnesses.Neighbour)
        {
            all.Add("another station of the province that raises it");
        }

        if (witnesses.Motion is { } motion)
        {
            all.Add($"{motion.Quantity} itself while it moves as water can ({motion.Limits.ReadingsMin} readings over "
                + $"{Span(motion.Limits.SpanMin)}, up to {Number(motion.Limits.RatePerHourMax)} m/h, in several steps up to "
                + $"{Number(motion.Limits.BurstPerHourMax)} m/h)");
        }

        if (witnesses.Persistence is { } stays)
        {
            all.Add($"{stays.Measure} {stays.Is.Sign()} {Number(stays.Value)} in {stays.Hours} of the last {stays.Of} hours and without the worst of them");
        }

        return all.Count == 0 ? "none, a person decides" : "any of " + string.Join("; ", all);
    }

    private static string Span(TimeSpan span) => span switch
    {
        _ when span.TotalHours < 1 => $"{Number(span.TotalMinutes)} min",
        _ when span.TotalDays >= 2 => $"{Number(span.TotalDays)} d",
        _ => $"{Number(span.TotalHours)} h",
    };

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
