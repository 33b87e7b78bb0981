using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Core.Alerts;

/// <summary>
/// The second SMS: since when and until when, what to do in short, where to go, whom to call, who says so. What has no room is left
/// out, the least needed first: further places to go, since when, who says so; then the rest, and the place to go and the number last.
/// </summary>
/// <param name="Mark">The mark of an exercise, or empty.</param>
/// <param name="Span">Since when and until when.</param>
/// <param name="Until">Until when alone.</param>
/// <param name="Steps">What to do.</param>
/// <param name="GoPhrase">The phrase that says where to go, now or later.</param>
/// <param name="Shelters">Where to go, the nearest first.</param>
/// <param name="Number">Whom to call.</param>
/// <param name="Sender">Who says so.</param>
internal sealed record DetailText(
    string Mark,
    string Span,
    string Until,
    string Steps,
    string GoPhrase,
    IReadOnlyList<EvacuationPoint> Shelters,
    string Number,
    string Sender)
{
    /// <summary>The most UTF-16 units: two parts of UCS-2, whatever the encoding.</summary>
    public const int UnitsMax = 2 * 67;

    private const int PartsMax = 2;

    /// <summary>The text.</summary>
    public string In(Phrasebook book)
    {
        string call = Number.Length == 0 ? string.Empty : book.Phrase("sms-call", ("number", Number));
        for (int places = Math.Min(Shelters.Count, WarningPlace.SheltersMax); places > 1; places--)
        {
            if (Fits(book, [Span, Steps, Go(book, places), call, Sender], out string text))
            {
                return text;
            }
        }

        string go = Go(book, Math.Min(1, Shelters.Count));
        string[][] shorter =
        [
            [Span, Steps, go, call, Sender], [Until, Steps, go, call, Sender], [Span, Steps, go, call], [Until, Steps, go, call], [Steps, go, call], [Until, go, call], [go, call],
        ];
        foreach (string[] pieces in shorter)
        {
            if (Fits(book, pieces, out string text))
            {
                return text;
            }
        }

        // A name of a place that fills both parts by itself.
        string without = Join(book, [Steps, call]);
        string frame = book.Phrase(GoPhrase, ("shelters", string.Empty));
        int room = SmsEncoding.Ucs2.PartUnitsMax() - frame.Length;
        string name = SmsText.Shorten(Shelters.Count == 0 ? string.Empty : Shelters[0].Name.In(book.Language), room);
        return Fits(book, [book.Phrase(GoPhrase, ("shelters", name)), call], out string last) ? last : without;
    }

    private string Go(Phrasebook book, int places) => places == 0
        ? string.Empty
        : book.Phrase(GoPhrase, ("shelters", string.Join(book.Phrases["or"], Shelters.Take(places).Select(s => s.In(book.Language)))));

    private bool Fits(Phrasebook book, string[] pieces, out string text)
    {
        text = Join(book, pieces);
        return text.Length <= UnitsMax && SmsParts.Of(text).Count <= PartsMax;
    }

    private string Join(Phrasebook book, string[] pieces) =>
        Mark + string.Join(book.Phrases["sms-join"], pieces.Where(p => p.Length > 0));
}
