using System.Globalization;

namespace EnviAgriNet.Core.Messages;

/// <summary>Fits a text into one SMS. Thai makes a message UCS-2, so every vowel and tone mark counts as one of 70 units.</summary>
public static class SmsText
{
    /// <summary>The most UTF-16 units of one SMS in UCS-2.</summary>
    public const int UnitsMax = 70;

    /// <summary>The word in a template that stands for the place.</summary>
    public const string Place = "{place}";

    private const string Cut = "…";

    /// <summary>
    /// Puts a place name into a text, shortened where it must be so that all fits in <see cref="UnitsMax"/> units. Everything
    /// else of the text stays whole, so a number is never cut.
    /// </summary>
    /// <param name="text">The text with <see cref="Place"/> in it, at most once.</param>
    /// <param name="place">The name of the place.</param>
    public static string Fit(string text, string place) => Fit(text, [place]);

    /// <summary>Puts the first name into a text that leaves it within <see cref="UnitsMax"/> units; else the last one, shortened.</summary>
    /// <param name="text">The text with <see cref="Place"/> in it, at most once.</param>
    /// <param name="places">The names of the place, the longest first.</param>
    public static string Fit(string text, IReadOnlyList<string> places)
    {
        int room = UnitsMax - (text.Length - (text.Contains(Place, StringComparison.Ordinal) ? Place.Length : 0));
        ArgumentOutOfRangeException.ThrowIfNegative(room, nameof(text));
        string place = places.FirstOrDefault(p => p.Length <= room) ?? Shorten(places[^1], room);
        return text.Replace(Place, place, StringComparison.Ordinal);
    }

    /// <summary>
    /// The name in at most that many units. It is cut between graphemes, so that no vowel or tone mark loses its consonant, and
    /// never inside a number, and the cut is shown.
    /// </summary>
    public static string Shorten(string name, int unitsMax)
    {
        if (name.Length <= unitsMax)
        {
            return name;
        }

        int end = 0;
        TextElementEnumerator graphemes = StringInfo.GetTextElementEnumerator(name);
        while (graphemes.MoveNext())
        {
            int next = graphemes.ElementIndex + graphemes.GetTextElement().Length;
            if (next > unitsMax - Cut.Length)
            {
                break;
            }

            bool splitsNumber = next < name.Length && char.IsDigit(name[next - 1]) && char.IsDigit(name[next]);
            end = splitsNumber ? end : next;
        }

        string kept = name[..end].TrimEnd();
        return kept.Length == 0 ? string.Empty : kept + Cut;
    }
}
