using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands.Backtest;

/// <summary>Prints what a back-test found: a table for people, or one line of JSON.</summary>
/// <param name="console">Where to.</param>
/// <param name="rule">The rule that was tried.</param>
/// <param name="call">What was asked for.</param>
internal sealed class BacktestPrinter(IConsole console, BacktestRule rule, BacktestCall call)
{
    // Names of places are Thai, and are read by people.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Prints.</summary>
    /// <param name="report">What was found.</param>
    /// <param name="counts">What was in the table; null for stored readings.</param>
    public void Print(BacktestReport report, RecordedCounts? counts)
    {
        if (call.AsJson)
        {
            console.Line(Json(report, counts).ToJsonString(Readable));
            return;
        }

        if (!call.TotalsOnly)
        {
            PrintAll(report, counts);
        }

        console.Line(Totals(report));
    }

    /// <summary>What was found in one line, for the registry.</summary>
    public string Found(BacktestReport report) =>
        $"{(call.Table is { } table ? Path.GetFileName(table.File) : "stored readings")}, {Text(report.Places.Min(p => p.First))} to "
        + $"{Text(report.Places.Max(p => p.Last))}{(call.Reached is { } reached ? $", {reached}" : string.Empty)}: {Totals(report)}";

    private void PrintAll(BacktestReport report, RecordedCounts? counts)
    {
        PrintHead(report, counts);
        foreach (Verdict verdict in report.Verdicts)
        {
            console.Line(Row(verdict));
        }

        foreach ((TriedPlace place, IReadOnlyList<Reach> spans) in report.Missed)
        {
            console.Line($"{place.Name,-18} no warning       {string.Empty,-9} {string.Empty,8}  {Text(spans[0].From)} {string.Empty,9}  missed");
        }

        if (report.Places.Count > 1)
        {
            PrintPlaces(report);
        }
    }

    private void PrintHead(BacktestReport report, RecordedCounts? counts)
    {
        console.Line(
            $"rule {rule.Name} ({rule.Title}) on {report.Places.Sum(p => p.Readings)} readings of {report.Places.Count} "
            + $"{(report.Places.Count == 1 ? "place" : "places")}, {Text(report.Places.Min(p => p.First))} to {Text(report.Places.Max(p => p.Last))} "
            + $"({Offset()}); warnings from {call.Level} on");
        if (counts is not null)
        {
            console.Line(
                $"{counts.Rows} rows, {counts.RowsFiltered} left out by --where, {counts.RowsOutside} outside --from and --to, {counts.RowsBad} bad, "
                + $"{counts.CellsMissing} cells missing");
        }

        console.Line(call.Reached is { } reached
            ? $"level to come before: {reached}, at most {Number(call.Within.TotalHours)} h after the warning"
            : "no level to come before (--reached)");
        console.Line($"{"place",-18} {"raised",-16} {"highest",-9} {"hours",8}  {"reached",-16} {"lead h",9}  result");
    }

    private string Row(Verdict verdict)
    {
        TriedEvent tried = verdict.Event;
        string open = tried.Outcome == EventOutcome.Ended ? string.Empty : $" ({tried.Outcome.ToString().ToLowerInvariant()})";
        string result = verdict.Result is { } kind ? Name(kind).Replace('_', ' ') : "-";
        string after = verdict.After is { } time ? $", reached after {Number(time.TotalHours)} h" : string.Empty;
        return $"{verdict.Place.Name,-18} {Text(tried.AtLevel(call.Level)!.Value)} {tried.Highest,-9} "
            + $"{Number(tried.Length(verdict.Place.Last).TotalHours),8}  {(verdict.ReachedAt is { } at ? Text(at) : "-"),-16} "
            + $"{(verdict.Lead is { } lead ? Number(lead.TotalHours) : "-"),9}  {result}{after}{open}";
    }

    private void PrintPlaces(BacktestReport report)
    {
        console.Line(string.Empty);
        console.Line($"{"place",-18} {"events",7} {"hits",6} {"late",6} {"false",6} {"missed",6} {"hours",9} {"median lead h",13}");
        foreach (TriedPlace place in report.Places)
        {
            BacktestReport one = BacktestReport.Of([place], call.Level, call.Within);
            console.Line(
                $"{place.Name,-18} {one.Events,7} {one.Hits,6} {one.Late,6} {one.FalseAlarms,6} {one.Missed.Count,6} {Number(one.Hours),9} "
                + $"{(one.MedianLeadHours is { } lead ? Number(lead) : "-"),13}");
        }

        console.Line(string.Empty);
    }

    private string Totals(BacktestReport report) => call.Reached is null
        ? $"events {report.Events}, hours under warning {Number(report.Hours)}"
        : $"events {report.Events}, hits {report.Hits} (late {report.Late}), false alarms {report.FalseAlarms}, missed {report.Missed.Count}, "
            + $"hours under warning {Number(report.Hours)}, median lead {(report.MedianLeadHours is { } lead ? Number(lead) + " h" : "-")}";

    /// <summary>What was found as JSON.</summary>
    public JsonObject Json(BacktestReport report, RecordedCounts? counts) => new()
    {
        ["rule"] = rule.Name,
        ["hazard"] = rule.Hazard.Code(),
        ["from"] = Stamp(report.Places.Min(p => p.First)),
        ["to"] = Stamp(report.Places.Max(p => p.Last)),
        ["level"] = call.Level.ToString().ToLowerInvariant(),
        ["reached"] = call.Reached is { } reached
            ? new JsonObject { ["measure"] = reached.Measure, ["is"] = reached.Sign, ["value"] = reached.Limit }
            : null,
        ["within_hours"] = call.Within.TotalHours,
        ["readings"] = report.Places.Sum(p => p.Readings),
        ["rows"] = counts is null ? null : new JsonObject
        {
            ["read"] = counts.Rows,
            ["filtered"] = counts.RowsFiltered,
            ["outside"] = counts.RowsOutside,
            ["bad"] = counts.RowsBad,
            ["cells_missing"] = counts.CellsMissing,
            ["first_fault"] = counts.FirstFault,
        },
        ["events"] = new JsonArray([.. report.Verdicts.Select(Json)]),
        ["missed"] = new JsonArray([.. report.Missed.Select(m => Json(m.Place, m.Spans))]),
        ["places"] = new JsonArray([.. report.Places.Select(p => PlaceJson(p))]),
        ["totals"] = TotalsJson(report),
    };

    private JsonObject Json(Verdict verdict) => new()
    {
        ["place"] = verdict.Place.Name,
        ["event"] = verdict.Event.Id,
        ["onset"] = Stamp(verdict.Event.Onset),
        ["raised"] = Stamp(verdict.Event.AtLevel(call.Level)!.Value),
        ["severe_at"] = verdict.Event.SevereAt is { } severe ? Stamp(severe) : null,
        ["proposed_at"] = verdict.Event.ProposedAt is { } proposed ? Stamp(proposed) : null,
        ["over"] = verdict.Event.OverAt is { } over ? Stamp(over) : null,
        ["outcome"] = verdict.Event.Outcome.ToString().ToLowerInvariant(),
        ["highest"] = verdict.Event.Highest.ToString().ToLowerInvariant(),
        ["hours"] = Round(verdict.Event.Length(verdict.Place.Last).TotalHours),
        ["reached"] = verdict.ReachedAt is { } at ? Stamp(at) : null,
        ["lead_hours"] = verdict.Lead is { } lead ? Round(lead.TotalHours) : null,
        ["reached_after_hours"] = verdict.After is { } after ? Round(after.TotalHours) : null,
        ["result"] = verdict.Result is { } kind ? Name(kind) : null,
    };

    private JsonObject Json(TriedPlace place, IReadOnlyList<Reach> spans)
    {
        Reach furthest = spans.Aggregate((a, b) => call.Reached!.IsFurther(b.Furthest, a.Furthest) ? b : a);
        return new JsonObject
        {
            ["place"] = place.Name,
            ["reached"] = Stamp(spans[0].From),
            ["until"] = Stamp(spans.Max(s => s.Until)),
            ["furthest"] = furthest.Furthest,
            ["furthest_at"] = Stamp(furthest.FurthestAt),
        };
    }

    private JsonObject PlaceJson(TriedPlace place)
    {
        JsonObject json = TotalsJson(BacktestReport.Of([place], call.Level, call.Within));
        json.Insert(0, "place", place.Name);
        json.Insert(1, "reaches", place.Reaches is null ? null : new JsonArray([.. Reach.Join(place.Reaches, call.Within).Select(s => Json(place, s))]));
        return json;
    }

    private static JsonObject TotalsJson(BacktestReport report) => new()
    {
        ["events"] = report.Events,
        ["hits"] = report.Hits,
        ["late"] = report.Late,
        ["false_alarms"] = report.FalseAlarms,
        ["missed"] = report.Missed.Count,
        ["hours_under_warning"] = Round(report.Hours),
        ["median_lead_hours"] = report.MedianLeadHours is { } lead ? Round(lead) : null,
    };

    private static string Name(VerdictKind kind) => kind switch
    {
        VerdictKind.Hit => "hit",
        VerdictKind.Late => "late",
        _ => "false_alarm",
    };

    private static double Round(double hours) => Math.Round(hours, 2, MidpointRounding.AwayFromZero);

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private string Text(DateTimeOffset time) => time.ToOffset(call.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private string Stamp(DateTimeOffset time) => time.ToOffset(call.Offset).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private string Offset() => new DateTimeOffset(2000, 1, 1, 0, 0, 0, call.Offset).ToString("zzz", CultureInfo.InvariantCulture);
}
