using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Protocol.Configs;

/// <summary>What a config must keep to; the cloud asks before it sends, the edge before it obeys.</summary>
public static class StationConfigRules
{
    private const int DaySeconds = 86_400;
    private const int GapMin = 10;
    private const int StandsMin = 600;
    private const int IdLengthMax = 40;
    private const int ClipLengthMax = 60;
    private const string Thai = "th";
    private static readonly string[] Severities = ["Extreme", "Severe", "Moderate", "Minor"];
    private static readonly string[] Tongues = [Thai, "en"];

    /// <summary>Every fault, each with its key and the limit; empty when the config may be obeyed.</summary>
    public static IReadOnlyList<string> FaultsOf(StationConfig config)
    {
        List<string> faults = [];
        if (config.Version is < 1 or > Limits.SequenceMax)
        {
            faults.Add($"version: {config.Version} is not 1 to {Limits.SequenceMax}");
        }

        if (config.Rules.Count > Limits.LocalRulesMax)
        {
            faults.Add($"rules: {config.Rules.Count} are too many, allowed are {Limits.LocalRulesMax}");
            return faults;
        }

        HashSet<string> ids = [];
        for (int i = 0; i < config.Rules.Count; i++)
        {
            string at = $"rules[{i}]";
            if (config.Rules[i] is not { } rule)
            {
                faults.Add($"{at}: is null");
                continue;
            }

            faults.AddRange(NamesOf(rule, ids).Concat(ValuesOf(rule)).Concat(TextsOf(rule)).Select(fault => $"{at}.{fault}"));
        }

        return faults;
    }

    private static IEnumerable<string> NamesOf(LocalRule rule, HashSet<string> ids)
    {
        if (!IsToken(rule.Id, IdLengthMax))
        {
            yield return $"id: '{Cut(rule.Id)}' is not 1 to {IdLengthMax} characters of a-z, 0-9 and '-'";
        }
        else if (!ids.Add(rule.Id))
        {
            yield return $"id: '{rule.Id}' is there twice";
        }

        if (!SeriesName.TryParse(rule.Series, out _, out string? fault))
        {
            yield return $"series: {fault}";
        }

        if (!Severities.Contains(rule.Severity))
        {
            yield return $"severity: '{Cut(rule.Severity)}' is not one of {string.Join(", ", Severities)}";
        }

        if (rule.Voice is { } voice && !IsToken(voice, ClipLengthMax))
        {
            yield return $"voice: '{Cut(voice)}' is not 1 to {ClipLengthMax} characters of a-z, 0-9 and '-'";
        }
    }

    private static IEnumerable<string> ValuesOf(LocalRule rule)
    {
        if (rule.Above.HasValue == rule.Below.HasValue)
        {
            yield return "above: exactly one of above and below must be given";
        }
        else if (rule.Above < rule.Clear)
        {
            yield return $"clear: {rule.Clear} is higher than above {rule.Above}";
        }
        else if (rule.Below > rule.Clear)
        {
            yield return $"clear: {rule.Clear} is lower than below {rule.Below}";
        }

        (string Key, int Seconds, int Min)[] spans =
        [
            ("hold", rule.HoldSeconds, 0),
            ("clear_hold", rule.ClearHoldSeconds, 0),
            ("gap", rule.GapSeconds, GapMin),
            ("stands", rule.StandsSeconds, StandsMin),
        ];
        foreach ((string key, int seconds, int min) in spans)
        {
            if (seconds < min || seconds > DaySeconds)
            {
                yield return $"{key}: {seconds} seconds are not {min} to {DaySeconds}";
            }
        }
    }

    private static IEnumerable<string> TextsOf(LocalRule rule)
    {
        if (string.IsNullOrWhiteSpace(rule.Text.GetValueOrDefault(Thai)))
        {
            yield return "text.th: is missing";
        }

        foreach ((string language, string text) in rule.Text)
        {
            if (!Tongues.Contains(language))
            {
                yield return $"text.{Cut(language)}: is not one of {string.Join(", ", Tongues)}";
            }
            else if (text is null || text.Length > Limits.BoardTextMax || text.Any(char.IsControl))
            {
                yield return $"text.{language}: is not at most {Limits.BoardTextMax} characters on one line";
            }
        }
    }

    private static bool IsToken(string text, int lengthMax) =>
        text.Length is > 0 && text.Length <= lengthMax && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static string Cut(string text) => text.Length <= IdLengthMax ? text : text[..IdLengthMax] + "…";
}
