namespace EnviAgriNet.Core.Messages;

/// <summary>
/// The languages people are told in. Thai and English are built in; any other comes as a file of words. A person may choose any
/// well-formed language, and hears the nearest one that has words.
/// </summary>
public static class Languages
{
    /// <summary>Thai.</summary>
    public const string Thai = "th";

    /// <summary>English.</summary>
    public const string English = "en";

    /// <summary>Lao, which Thai readers' neighbours read beside Thai.</summary>
    public const string Lao = "lo";

    private const int TagLengthMax = 35;

    /// <summary>The built-in ones, the first one first in documents.</summary>
    public static IReadOnlyList<string> All { get; } = [Thai, English];

    /// <summary>What the languages spoken most in Thailand call themselves, for pages; a language need not be here to be used.</summary>
    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string>
    {
        [Thai] = "ไทย",
        [English] = "English",
        [Lao] = "ລາວ",
        ["my"] = "မြန်မာ",
        ["km"] = "ខ្មែរ",
        ["ms"] = "Bahasa Melayu",
    };

    /// <summary>What a language calls itself, or its code.</summary>
    public static string NameOf(string language) => Names.TryGetValue(language, out string? name) ? name : language;

    /// <summary>
    /// Reads a language tag of BCP 47: a language of 2 or 3 letters, and parts of 1 to 8 letters or digits after hyphens. The answer
    /// is in lower case, so that one language has one code.
    /// </summary>
    public static bool TryParse(string? text, out string language)
    {
        language = string.Empty;
        string[] parts = text is { Length: >= 2 and <= TagLengthMax } ? text.Split('-') : [];
        if (parts.Length == 0 || parts[0].Length is < 2 or > 3 || !parts[0].All(char.IsAsciiLetter)
            || !parts.Skip(1).All(p => p.Length is >= 1 and <= 8 && p.All(char.IsAsciiLetterOrDigit)))
        {
            return false;
        }

        language = text!.ToLowerInvariant();
        return true;
    }

    /// <summary>
    /// In which of the languages that have words somebody is told: the wished one, without its region or script if need be; else Thai
    /// for Lao and English for the others; else Thai.
    /// </summary>
    public static string Choose(IEnumerable<string> available, string wished)
    {
        IReadOnlyCollection<string> all = available as IReadOnlyCollection<string> ?? [.. available];
        foreach (string one in Chain(wished))
        {
            if (all.Contains(one))
            {
                return one;
            }
        }

        return all.FirstOrDefault() ?? Thai;
    }

    /// <summary>The languages to try for a wish, the nearest first.</summary>
    public static IEnumerable<string> Chain(string wished)
    {
        string tag = wished.ToLowerInvariant();
        for (int end = tag.Length; end > 0; end = tag.LastIndexOf('-', end - 1))
        {
            yield return tag[..end];
        }

        bool readsThai = tag is Lao or Thai || tag.StartsWith(Lao + "-", StringComparison.Ordinal);
        yield return readsThai ? Thai : English;
        yield return readsThai ? English : Thai;
    }
}
