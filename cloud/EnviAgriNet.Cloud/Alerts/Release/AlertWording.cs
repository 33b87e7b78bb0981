using EnviAgriNet.Core.Alerts;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Cloud.Alerts.Release;

/// <summary>The words an officer gives; null leaves what there is.</summary>
/// <param name="TextTh">The SMS and headline in Thai.</param>
/// <param name="TextEn">The SMS and headline in English.</param>
/// <param name="DetailTh">The second SMS and description in Thai; empty for none.</param>
/// <param name="DetailEn">The second SMS and description in English; empty for none.</param>
internal sealed record AlertWording(string? TextTh, string? TextEn, string? DetailTh, string? DetailEn)
{
    /// <summary>The most characters of a detail: five SMS of Thai.</summary>
    public const int DetailLengthMax = 330;

    private const int PlaceLengthMax = 100;
    private const string MarkTh = "[ซ้อม] ";
    private const string MarkEn = "[DRILL] ";

    /// <summary>Whether nothing is given.</summary>
    public bool IsEmpty => TextTh is null && TextEn is null && DetailTh is null && DetailEn is null;

    /// <summary>What is wrong with the words, or null.</summary>
    public string? Fault(bool isExercise) =>
        FaultOf("Thai text", TextTh, SmsText.UnitsMax - (isExercise ? MarkTh.Length : 0), isOneLine: true)
        ?? FaultOf("English text", TextEn, SmsText.UnitsMax - (isExercise ? MarkEn.Length : 0), isOneLine: true)
        ?? FaultOf("Thai detail", DetailTh, DetailLengthMax, isOneLine: false)
        ?? FaultOf("English detail", DetailEn, DetailLengthMax, isOneLine: false);

    /// <summary>The texts with these words in them, in the languages that an officer can check.</summary>
    public Dictionary<string, AlertText> Over(IReadOnlyDictionary<string, AlertText> texts, bool isExercise) => new()
    {
        [Languages.Thai] = Over(texts[Languages.Thai], TextTh, DetailTh, isExercise ? MarkTh : string.Empty),
        [Languages.English] = Over(texts[Languages.English], TextEn, DetailEn, isExercise ? MarkEn : string.Empty),
    };

    /// <summary>Whether it is no character: no document may hold it.</summary>
    public static bool IsUnknown(char c) => c is '\uFFFE' or '\uFFFF';

    /// <summary>What is wrong with the name of a place that an officer gives, or null.</summary>
    public static string? PlaceFault(string what, string? name) => FaultOf(what, name, PlaceLengthMax, isOneLine: true);

    private static AlertText Over(AlertText old, string? text, string? detail, string mark) => old with
    {
        Sms = text is null ? old.Sms : mark + text.Trim(),
        Headline = text is null ? old.Headline : mark + text.Trim(),
        Description = detail?.Length > 0 ? mark + detail.Trim() : text is null ? old.Description : mark + text.Trim(),
        Detail = detail?.Trim() ?? (text is null ? old.Detail : string.Empty),
    };

    private static string? FaultOf(string what, string? text, int lengthMax, bool isOneLine) => text switch
    {
        null => null,
        _ when isOneLine && text.Trim().Length == 0 => $"the {what} is empty",
        _ when text.Trim().Length > lengthMax => $"the {what} has {text.Trim().Length} characters; allowed are {lengthMax}",
        _ when text.Any(c => char.IsControl(c) && (isOneLine || c != '\n')) => $"the {what} holds control characters",
        _ when text.Any(c => char.IsSurrogate(c) || IsUnknown(c)) => $"the {what} holds characters that phones do not show",
        _ => null,
    };
}
