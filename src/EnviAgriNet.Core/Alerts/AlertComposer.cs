using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Core.Alerts;

/// <summary>Makes the words of a warning from what was measured, in every language that has words for it.</summary>
public static class AlertComposer
{
    /// <summary>Composes what is said about a change of an event, in the built-in languages.</summary>
    /// <param name="change">The change; it must carry its evidence.</param>
    /// <param name="place">How the place is called.</param>
    /// <param name="senderNameTh">Who says so, in Thai.</param>
    /// <param name="senderNameEn">Who says so, in English.</param>
    /// <param name="isExercise">Whether nothing real is happening; then every text says so first.</param>
    public static AlertContent Compose(
        HazardChange change, Place place, string senderNameTh, string senderNameEn, bool isExercise) => Compose(
            change, new WarningPlace(place), new AlertSource(senderNameTh, senderNameEn), isExercise, Phrasebooks.BuiltIn);

    /// <summary>Composes what is said about a change of an event.</summary>
    /// <param name="change">The change; it must carry its evidence.</param>
    /// <param name="place">Where, and where to go.</param>
    /// <param name="source">Who says so.</param>
    /// <param name="isExercise">Whether nothing real is happening; then every text says so first.</param>
    /// <param name="books">The words, a language each; one without words for this case has no text.</param>
    public static AlertContent Compose(
        HazardChange change, WarningPlace place, AlertSource source, bool isExercise, IReadOnlyList<Phrasebook> books)
    {
        Evidence evidence = change.Evidence
            ?? throw new ArgumentException("a change without evidence is told to nobody", nameof(change));
        HazardWords words = AlertTemplates.Of(change.Hazard);
        string key = AlertTemplates.KeyOf(change.Hazard);
        string name = words.CaseNameOf(change.Level, evidence);
        bool isOver = change.Level == HazardLevel.None;
        Draft draft = new(key, name, change, isOver ? place with { Shelters = [] } : place, source, isExercise, isOver)
        {
            ResponseType = words.CaseOf(change.Level, evidence).Codes.ResponseType,
        };
        return new AlertContent(
            words.CaseOf(change.Level, evidence), words.Category, words.EventCode, EvidenceText.Parameters(evidence),
            Texts(books, draft, b => EvidenceText.Numbers(change, evidence, b)));
    }

    /// <summary>Composes what is said when a warning is taken back.</summary>
    /// <param name="hazard">Which hazard it warned of.</param>
    /// <param name="place">Where.</param>
    /// <param name="source">Who says so.</param>
    /// <param name="at">When it is taken back.</param>
    /// <param name="reason">Why, as people may read it, in Thai or in any other language; empty when nothing is said.</param>
    /// <param name="isExercise">Whether nothing real is happening.</param>
    /// <param name="books">The words, a language each.</param>
    public static AlertContent ComposeCancel(
        HazardKind hazard,
        WarningPlace place,
        AlertSource source,
        DateTimeOffset at,
        string reason,
        bool isExercise,
        IReadOnlyList<Phrasebook> books)
    {
        HazardWords words = AlertTemplates.Of(hazard);
        HazardChange change = new(
            ChangeKind.Ended, default, hazard, string.Empty, at, HazardLevel.None, HazardLevel.None, at, at, IsLive: true, null);
        Draft draft = new(
            AlertTemplates.OtherKey, AlertTemplates.CancelledCase, change, place with { Shelters = [] }, source, isExercise, IsOver: true);
        return new AlertContent(
            AlertTemplates.Cancelled, words.Category, words.EventCode, [],
            Texts(books, draft, b => [new("at", b.Time(at)), new("reason", reason)]));
    }

    private static Dictionary<string, AlertText> Texts(
        IReadOnlyList<Phrasebook> books, Draft draft, Func<Phrasebook, IReadOnlyList<KeyValuePair<string, string>>> numbers)
    {
        Dictionary<string, AlertText> texts = [];
        foreach (Phrasebook book in books)
        {
            if (book.Find(draft.Key, draft.CaseName) is { } template)
            {
                texts.Add(book.Language, Text(book, template, draft, numbers(book)));
            }
        }

        return texts;
    }

    private static AlertText Text(
        Phrasebook book, AlertTemplate template, Draft draft, IReadOnlyList<KeyValuePair<string, string>> numbers)
    {
        string language = book.Language;
        string number = draft.Source.NumberFor(draft.Change.Hazard);
        string mark = draft.IsExercise ? book.Phrases["drill"] : string.Empty;
        IReadOnlyList<string> names = draft.Place.NamesIn(language);
        (string, string)[] always = [("number", number), ("hazard", book.NameOf(AlertTemplates.KeyOf(draft.Change.Hazard)))];
        string Fill(string text) => always.Concat(numbers.Select(n => (n.Key, n.Value))).Aggregate(
            text, (t, n) => t.Replace("{" + n.Item1 + "}", n.Item2, StringComparison.Ordinal));
        string Whole(string text, string place) => Fill(text).Replace(SmsText.Place, place, StringComparison.Ordinal).TrimEnd();
        string measuredAt = draft.Place.Station is { } station
            ? book.Phrase("station", ("place", names[0]), ("station", station.In(language)))
            : names[0];
        string sender = draft.Source.In(language);
        return new AlertText(
            template.EventName,
            mark + Whole(template.Headline, names[0]),
            Lines(mark + Whole(template.Happening, measuredAt), Fill(template.Effect), Validity(book, draft, sender)),
            Lines(Whole(template.Instruction, names[0]), Shelters(book, draft.Place), Call(book, template, number)),
            SmsText.Fit(mark + Fill(template.Sms), names),
            draft.Place.Area.In(language),
            sender,
            Detail(book, template, draft, mark, number).In(book))
        {
            Contact = number,
        };
    }

    private static string Lines(params string[] lines) => string.Join('\n', lines.Where(l => l.Length > 0));

    private static string Validity(Phrasebook book, Draft draft, string sender) => draft.IsOver
        ? book.Phrase("sender", ("sender", sender))
        : book.Phrase("validity", ("sender", sender), ("until", book.Time(draft.Change.ExpiresAt)));

    private static string Shelters(Phrasebook book, WarningPlace place) => place.Shelters.Count == 0
        ? string.Empty
        : book.Phrase("go", ("shelters", string.Join(
            ", ", place.Shelters.Take(WarningPlace.SheltersMax).Select(s => s.In(book.Language)))));

    // Words that name the number where it belongs need no line of their own for it.
    private static string Call(Phrasebook book, AlertTemplate template, string number) =>
        number.Length == 0 || template.Instruction.Contains("{number}", StringComparison.Ordinal)
            ? string.Empty
            : book.Phrase("call", ("number", number));

    private static DetailText Detail(Phrasebook book, AlertTemplate template, Draft draft, string mark, string number)
    {
        HazardChange change = draft.Change;
        string at = book.Phrase("sms-at", ("at", book.ShortTime(change.At)));
        (DateTimeOffset onset, DateTimeOffset end) = (LocalTime.Of(change.Onset), LocalTime.Of(change.ExpiresAt));
        string since = onset.Year == end.Year && onset.Date != end.Date ? book.DayTime(onset) : book.ShortTime(onset);
        string until = onset.Date == end.Date ? $"{end:HH:mm}" : book.ShortTime(end);
        bool goesNow = draft.ResponseType is "Evacuate" or "Shelter";
        return new DetailText(
            mark,
            draft.IsOver ? at : book.Phrase("sms-span", ("since", since), ("until", until)),
            draft.IsOver ? at : book.Phrase("sms-until", ("until", book.ShortTime(end))),
            template.Steps.Replace("{number}", number, StringComparison.Ordinal),
            goesNow ? "sms-go" : "sms-places",
            draft.Place.Shelters,
            number,
            draft.Source.In(book.Language));
    }

    // What is the same in every language.
    private sealed record Draft(
        string Key, string CaseName, HazardChange Change, WarningPlace Place, AlertSource Source, bool IsExercise, bool IsOver)
    {
        public string ResponseType { get; init; } = string.Empty;
    }
}
