using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Core.Alerts;

/// <summary>
/// All words of warnings in one language. Phrases, months, measures and names are whole: what a file lacks is taken from the language
/// it falls back to. Cases may be missing; such a warning is told in the language people fall back to.
/// </summary>
/// <param name="Language">The language's code.</param>
/// <param name="Name">What the language calls itself.</param>
/// <param name="Phrases">The short pieces that texts are joined of, by the keys of <see cref="PhraseRules"/>.</param>
/// <param name="Months">The twelve months.</param>
/// <param name="Measures">How measured numbers are told, by measure.</param>
/// <param name="Hazards">Names and cases by hazard.</param>
public sealed record Phrasebook(
    string Language,
    string Name,
    IReadOnlyDictionary<string, string> Phrases,
    IReadOnlyList<string> Months,
    IReadOnlyDictionary<string, MeasurePhrase> Measures,
    IReadOnlyDictionary<string, HazardPhrases> Hazards)
{
    private const int BuddhistEra = 543;

    /// <summary>The words of a case; null when the language has none.</summary>
    public AlertTemplate? Find(string hazard, string alertCase) =>
        Hazards.TryGetValue(hazard, out HazardPhrases? words) ? words.Cases.GetValueOrDefault(alertCase) : null;

    /// <summary>What a hazard is called in the middle of a sentence.</summary>
    public string NameOf(string hazard) =>
        Hazards.TryGetValue(hazard, out HazardPhrases? words) ? words.Name : Hazards[AlertTemplates.OtherKey].Name;

    /// <summary>A phrase with its placeholders filled.</summary>
    public string Phrase(string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        string text = Phrases[key];
        foreach ((string name, string value) in values)
        {
            text = text.Replace("{" + name + "}", value, StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>A time of Bangkok as a text tells it.</summary>
    public string Time(DateTimeOffset time) => TimeIn("time", time);

    /// <summary>A time of Bangkok as an SMS tells it.</summary>
    public string ShortTime(DateTimeOffset time) => TimeIn("time-short", time);

    /// <summary>A time of Bangkok as an SMS tells it beside another of the same year.</summary>
    public string DayTime(DateTimeOffset time) => TimeIn("time-day", time);

    /// <summary>A measured number as a text tells it.</summary>
    public string Long(MeasuredValue value) => MeasureWords.Long(value, Measures);

    /// <summary>A measured number as an SMS tells it.</summary>
    public string Short(MeasuredValue value) => MeasureWords.Short(value, Measures);

    private string TimeIn(string key, DateTimeOffset time)
    {
        DateTimeOffset local = LocalTime.Of(time);
        int buddhist = local.Year + BuddhistEra;
        return Phrase(
            key, ("day", $"{local.Day}"), ("month", Months[local.Month - 1]), ("year", $"{local.Year}"), ("year_be", $"{buddhist}"),
            ("year_be_short", $"{buddhist % 100:00}"), ("clock", $"{local:HH:mm}"));
    }
}

/// <summary>How a measured number is told; <c>{0}</c> stands for the number.</summary>
/// <param name="Long">In a text.</param>
/// <param name="Short">In an SMS.</param>
public sealed record MeasurePhrase(string Long, string Short);

/// <summary>What is said about one hazard in one language.</summary>
/// <param name="Name">What it is called in the middle of a sentence.</param>
/// <param name="Cases">The words by case.</param>
public sealed record HazardPhrases(string Name, IReadOnlyDictionary<string, AlertTemplate> Cases);
