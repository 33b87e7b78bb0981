using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Core.Alerts;

/// <summary>Every text of a warning in every language, with what it costs as SMS: what an editor shows. Nothing is stored or sent.</summary>
/// <param name="Hazard">Which hazard.</param>
/// <param name="Level">The level's word.</param>
/// <param name="Languages">The languages, the built-in ones first.</param>
public sealed record AlertPreview(HazardKind Hazard, string Level, IReadOnlyList<LanguagePreview> Languages)
{
    /// <summary>Composes the texts.</summary>
    /// <param name="request">What is shown.</param>
    /// <param name="place">Where.</param>
    /// <param name="source">Who says so.</param>
    /// <param name="books">The words, a language each.</param>
    public static AlertPreview Of(PreviewRequest request, WarningPlace place, AlertSource source, IReadOnlyList<Phrasebook> books)
    {
        AlertContent content = request.IsCancel
            ? AlertComposer.ComposeCancel(request.Hazard, place, source, request.At, request.Reason, request.IsExercise, books)
            : AlertComposer.Compose(request.Change(), place, source, request.IsExercise, books);
        return new AlertPreview(request.Hazard, request.LevelWord, [.. books.Select(b => Show(b, content))]);
    }

    private static LanguagePreview Show(Phrasebook book, AlertContent content)
    {
        string told = Messages.Languages.Choose(content.Texts.Keys.ToList(), book.Language);
        AlertText text = content.Texts[told];
        return new LanguagePreview(book.Language, book.Name, told, text, SmsParts.Of(text.Sms), SmsParts.Of(text.Detail));
    }
}

/// <summary>A warning in one language.</summary>
/// <param name="Language">The language's code.</param>
/// <param name="Name">What it calls itself.</param>
/// <param name="ToldIn">The language it is told in: another one where this one has no words for it.</param>
/// <param name="Text">The texts.</param>
/// <param name="Sms">The first SMS.</param>
/// <param name="Detail">The second SMS.</param>
public sealed record LanguagePreview(string Language, string Name, string ToldIn, AlertText Text, SmsParts Sms, SmsParts Detail);
