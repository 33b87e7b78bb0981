using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Core.Alerts;

/// <summary>Makes the words of a warning from what was measured.</summary>
public static class AlertComposer
{
    /// <summary>Composes what is said about a change of an event.</summary>
    /// <param name="change">The change; it must carry its evidence.</param>
    /// <param name="place">How the place is called.</param>
    /// <param name="senderNameTh">Who says so, in Thai.</param>
    /// <param name="senderNameEn">Who says so, in English.</param>
    /// <param name="isExercise">Whether nothing real is happening; then every text says so first.</param>
    public static AlertContent Compose(
        HazardChange change, Place place, string senderNameTh, string senderNameEn, bool isExercise)
    {
        Evidence evidence = change.Evidence
            ?? throw new ArgumentException("a change without evidence is told to nobody", nameof(change));
        HazardWords words = AlertTemplates.Of(change.Hazard);
        AlertCase alertCase = words.CaseOf(change.Level, evidence);
        Dictionary<string, AlertText> texts = Languages.All.ToDictionary(l => l, l => Text(
            alertCase.In(l), l, place.In(l), l == Languages.Thai ? senderNameTh : senderNameEn,
            EvidenceText.Numbers(change, evidence, l), isExercise));
        return new AlertContent(alertCase, words.Category, words.EventCode, EvidenceText.Parameters(evidence), texts);
    }

    private static AlertText Text(
        AlertTemplate template,
        string language,
        string place,
        string senderName,
        IReadOnlyList<KeyValuePair<string, string>> numbers,
        bool isExercise)
    {
        string mark = !isExercise ? string.Empty : language == Languages.Thai ? "[ซ้อม] " : "[DRILL] ";
        string Fill(string text) => numbers.Aggregate(
            text, (t, n) => t.Replace("{" + n.Key + "}", n.Value, StringComparison.Ordinal));
        string Whole(string text) => Fill(text).Replace(SmsText.Place, place, StringComparison.Ordinal);
        return new AlertText(
            template.EventName,
            mark + Whole(template.Headline),
            mark + Whole(template.Happening) + (template.Effect.Length == 0 ? string.Empty : "\n" + template.Effect),
            template.Instruction,
            SmsText.Fit(mark + Fill(template.Sms), place),
            place,
            senderName);
    }
}
