using EnviAgriNet.Core.Alerts;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Cloud.Alerts.Release;

/// <summary>What people read when an officer ends a warning, unless other words are given.</summary>
internal static class EndWords
{
    private const int NameUnitsMax = 24;

    /// <summary>The version with the words of an all-clear.</summary>
    public static AlertVersion Over(AlertVersion version, bool isExercise) => Over(
        version, isExercise,
        ("{event} {place} สิ้นสุดแล้ว", "เจ้าหน้าที่แจ้งว่าเหตุการณ์สิ้นสุดแล้ว", "กลับไปทำกิจวัตรตามปกติได้ด้วยความระมัดระวัง"),
        ("ALL CLEAR: {event} {place} is over", "Officers report that it is over.", "Carry on as usual, with care."));

    private static AlertVersion Over(
        AlertVersion version, bool isExercise, (string Sms, string Description, string Instruction) thai, (string Sms, string Description, string Instruction) english) =>
        version with
        {
            Texts = new Dictionary<string, AlertText>
            {
                [Languages.Thai] = Over(version.Texts[Languages.Thai], isExercise ? "[ซ้อม] " : string.Empty, thai),
                [Languages.English] = Over(version.Texts[Languages.English], isExercise ? "[DRILL] " : string.Empty, english),
            },
        };

    private static AlertText Over(AlertText old, string mark, (string Sms, string Description, string Instruction) words)
    {
        string named = words.Sms.Replace("{event}", SmsText.Shorten(old.EventName, NameUnitsMax), StringComparison.Ordinal);
        string text = SmsText.Fit(mark + named, old.Area);
        return old with
        {
            Sms = text,
            Headline = text,
            Description = mark + words.Description,
            Instruction = words.Instruction,
            Detail = string.Empty,
        };
    }
}
