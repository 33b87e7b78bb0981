using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Core.Alerts;

/// <summary>
/// The measured numbers behind a warning as its words have them. Whatever the evidence, <c>values</c> tells all of it and
/// <c>short</c> what decided; haze and river floods have further numbers of their own.
/// </summary>
internal static class EvidenceText
{
    private const double HoursShownMin = 1;

    /// <summary>The numbers by the name that stands for them in braces.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Numbers(HazardChange change, Evidence evidence, string language)
    {
        IReadOnlyList<MeasuredValue> values = Values(evidence);
        List<KeyValuePair<string, string>> numbers =
        [
            new("at", LocalTime.Text(change.At, language)),
            new("since", LocalTime.Text(change.Onset, language)),
            new("values", string.Join(", ", values.Select(v => MeasureWords.Long(v, language)))),
            new("short", values.Count == 0 ? string.Empty : MeasureWords.Short(values[0], language)),
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

    /// <summary>The numbers as documents carry them.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Parameters(Evidence evidence)
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
            default:
                parameters.AddRange(Values(evidence).Select(v => KeyValuePair.Create(v.Measure, Number(v.Value, "0.0##"))));
                break;
        }

        return parameters;
    }

    private static IReadOnlyList<MeasuredValue> Values(Evidence evidence) => evidence switch
    {
        MeasureEvidence measured => [.. measured.Values.Where(v => double.IsFinite(v.Value))],
        HazeEvidence haze => [new("pm25_24h", haze.Mean, "ug/m3")],
        RiverEvidence { RisePerHour: > 0 and var rise } river =>
            [new("bank_percent", river.Bank.Percent, "%"), new("rise_per_hour", rise, "m/h")],
        RiverEvidence river => [new("bank_percent", river.Bank.Percent, "%")],
        _ => [],
    };

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

    private static string Number(double value, string format) => MeasureWords.Number(value, format);
}
