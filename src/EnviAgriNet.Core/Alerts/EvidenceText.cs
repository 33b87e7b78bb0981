using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Core.Alerts;

/// <summary>
/// The measured numbers behind a warning as its words have them. Whatever the evidence, <c>values</c> tells all of it and
/// <c>short</c> what decided; haze and river floods have further numbers of their own.
/// </summary>
internal static class EvidenceText
{
    private const double HoursShownMin = 1;

    /// <summary>The numbers by the name that stands for them in braces.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Numbers(HazardChange change, Evidence evidence, Phrasebook book)
    {
        IReadOnlyList<MeasuredValue> values = Values(evidence);
        List<KeyValuePair<string, string>> numbers =
        [
            new("at", book.Time(change.At)),
            new("since", book.Time(change.Onset)),
            new("until", book.Time(change.ExpiresAt)),
            new("values", string.Join(", ", values.Select(book.Long))),
            new("short", values.Count == 0 ? string.Empty : book.Short(values[0])),
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
                numbers.Add(new("side", book.Phrases[river.Bank.IsOverBank ? "above" : "below"]));
                numbers.Add(new("rise", Rise(river, book)));
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

    private static string Rise(RiverEvidence river, Phrasebook book) => river.RisePerHour switch
    {
        null => book.Phrases["rise-unknown"],
        >= 0 and var rise => book.Phrase("rises", ("rate", Number(rise, "0.00"))),
        var fall => book.Phrase("falls", ("rate", Number(-fall.Value, "0.00"))),
    };

    private static string Number(double value, string format) => MeasureWords.Number(value, format);
}
