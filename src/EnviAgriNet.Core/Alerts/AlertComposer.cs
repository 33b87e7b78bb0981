using System.Globalization;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Core.Alerts;

/// <summary>Makes the words of a warning from what was measured.</summary>
public static class AlertComposer
{
    private const double HoursShownMin = 1;

    /// <summary>Composes what is said about a change of an event.</summary>
    /// <param name="change">The change; it must carry its evidence.</param>
    /// <param name="place">How the place is called.</param>
    /// <param name="senderNameTh">Who says so, in Thai.</param>
    /// <param name="senderNameEn">Who says so, in English.</param>
    /// <param name="isExercise">Whether nothing real is happening; then every text says so first.</param>
    public static AlertContent Compose(
        HazardChange change, Place place, string senderNameTh, string senderNameEn, bool isExercise)
    {
        Evidence evidence = change.Evidence
            ?? throw new ArgumentException("a change without evidence is told to nobody", nameof(change));
        AlertCase alertCase = CaseOf(change, evidence);
        Dictionary<string, AlertText> texts = Languages.All.ToDictionary(l => l, l => Text(
            AlertTemplates.Of(alertCase, l), l, place.In(l), l == Languages.Thai ? senderNameTh : senderNameEn,
            Numbers(change, evidence, l), isExercise));
        return Coded(alertCase, Parameters(evidence), texts);
    }

    private static AlertText Text(
        AlertTemplate template,
        string language,
        string place,
        string senderName,
        IReadOnlyList<KeyValuePair<string, string>> numbers,
        bool isExercise)
    {
        string mark = !isExercise ? string.Empty : language == Languages.Thai ? "[ซ้อม] " : "[DRILL] ";
        string Fill(string text) => numbers.Aggregate(
            text, (t, n) => t.Replace("{" + n.Key + "}", n.Value, StringComparison.Ordinal));
        string Whole(string text) => Fill(text).Replace(SmsText.Place, place, StringComparison.Ordinal);
        return new AlertText(
            template.EventName,
            mark + Whole(template.Headline),
            mark + Whole(template.Happening) + (template.Effect.Length == 0 ? string.Empty : "\n" + template.Effect),
            template.Instruction,
            SmsText.Fit(mark + Fill(template.Sms), place),
            place,
            senderName);
    }

    private static AlertCase CaseOf(HazardChange change, Evidence evidence) => (change.Hazard, change.Level) switch
    {
        (HazardKind.Haze, HazardLevel.None) => AlertCase.HazeOver,
        (HazardKind.Haze, HazardLevel.Moderate) => AlertCase.HazeModerate,
        (HazardKind.Haze, _) => AlertCase.HazeSevere,
        (_, HazardLevel.None) => AlertCase.RiverOver,
        (_, HazardLevel.Moderate) => AlertCase.RiverModerate,
        _ => evidence is RiverEvidence { HoursToBank: not null } ? AlertCase.RiverSoon : AlertCase.RiverSevere,
    };

    private static AlertContent Coded(
        AlertCase alertCase,
        IReadOnlyList<KeyValuePair<string, string>> parameters,
        IReadOnlyDictionary<string, AlertText> texts)
    {
        (string category, string code) = alertCase is AlertCase.HazeModerate or AlertCase.HazeSevere or AlertCase.HazeOver
            ? ("Health", "OET-004")
            : ("Met", "OET-081");
        (string response, string urgency, string severity, string certainty, bool siren) = alertCase switch
        {
            AlertCase.HazeModerate => ("Avoid", "Expected", "Moderate", "Observed", false),
            AlertCase.HazeSevere => ("Shelter", "Immediate", "Severe", "Observed", false),
            AlertCase.RiverModerate => ("Prepare", "Expected", "Moderate", "Likely", false),
            AlertCase.RiverSoon => ("Evacuate", "Expected", "Severe", "Likely", true),
            AlertCase.RiverSevere => ("Evacuate", "Immediate", "Severe", "Observed", true),
            _ => ("AllClear", "Past", "Minor", "Observed", false),
        };
        return new AlertContent(
            alertCase, category, code, response, urgency, severity, certainty, siren, parameters, texts);
    }

    private static List<KeyValuePair<string, string>> Numbers(HazardChange change, Evidence evidence, string language)
    {
        List<KeyValuePair<string, string>> numbers =
        [
            new("at", LocalTime.Text(change.At, language)),
            new("since", LocalTime.Text(change.Onset, language)),
        ];
        switch (evidence)
        {
            case HazeEvidence haze:
                numbers.Add(new("value", Number(haze.Mean, haze.Mean < 100 ? "0.#" : "0")));
                numbers.Add(new("index", haze.Index.Text));
                break;
            case RiverEvidence river:
                numbers.Add(new("level", Number(river.Level, "0.00")));
                numbers.Add(new("percent", Number(river.Bank.Percent, "0")));
                numbers.Add(new("gap", Number(river.Bank.Difference, "0.00")));
                numbers.Add(new("hours", Number(Math.Max(HoursShownMin, Math.Round(river.HoursToBank ?? 0)), "0")));
                numbers.Add(new("side", Side(river, language)));
                numbers.Add(new("rise", Rise(river, language)));
                break;
        }

        return numbers;
    }

    private static string Side(RiverEvidence river, string language) => (river.Bank.IsOverBank, language) switch
    {
        (true, Languages.Thai) => "สูงกว่าตลิ่ง",
        (false, Languages.Thai) => "ต่ำกว่าตลิ่ง",
        (true, _) => "above",
        _ => "below",
    };

    private static string Rise(RiverEvidence river, string language) => (river.RisePerHour, language) switch
    {
        (null, Languages.Thai) => "ยังไม่ทราบอัตราการเปลี่ยนแปลง",
        (null, _) => "How fast it changes is not known.",
        ( >= 0, Languages.Thai) => $"เพิ่มขึ้น {Number(river.RisePerHour.Value, "0.00")} ม./ชม.",
        ( >= 0, _) => $"It rises by {Number(river.RisePerHour.Value, "0.00")} m an hour.",
        (_, Languages.Thai) => $"ลดลง {Number(-river.RisePerHour.Value, "0.00")} ม./ชม.",
        _ => $"It falls by {Number(-river.RisePerHour.Value, "0.00")} m an hour.",
    };

    private static List<KeyValuePair<string, string>> Parameters(Evidence evidence)
    {
        List<KeyValuePair<string, string>> parameters = [new("station", evidence.Station.Value)];
        switch (evidence)
        {
            case HazeEvidence haze:
                parameters.Add(new("pm25_24h_ug_m3", Number(haze.Mean, "0.0")));
                parameters.Add(new("thai_aqi", haze.Index.Text));
                parameters.Add(new("hours_with_data", Number(haze.Hours, "0")));
                break;
            case RiverEvidence river:
                parameters.Add(new("water_level_m", Number(river.Level, "0.00")));
                parameters.Add(new("bank_percent", Number(river.Bank.Percent, "0.0")));
                if (river.RisePerHour is { } rise)
                {
                    parameters.Add(new("rise_m_per_hour", Number(rise, "0.00")));
                }

                if (river.HoursToBank is { } hours)
                {
                    parameters.Add(new("hours_to_bank", Number(hours, "0.0")));
                }

                break;
        }

        return parameters;
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
