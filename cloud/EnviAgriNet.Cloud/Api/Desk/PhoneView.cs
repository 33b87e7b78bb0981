using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Cloud.Api.Desk;

/// <summary>What a phone of one language receives.</summary>
/// <param name="Language">The language's code.</param>
/// <param name="Name">What it calls itself.</param>
/// <param name="ToldIn">The language it is told in: another one where the warning has no words in this one.</param>
/// <param name="Sms">The first SMS.</param>
/// <param name="Detail">The second SMS; null when there is none.</param>
/// <param name="Headline">For channels with room.</param>
/// <param name="Description">What is happening.</param>
/// <param name="Instruction">What to do.</param>
/// <param name="Area">The place.</param>
/// <param name="SenderName">Who says so.</param>
/// <param name="Contacts">How many contacts read it.</param>
internal sealed record PhoneView(
    string Language, string Name, string ToldIn, SmsView Sms, SmsView? Detail, string Headline, string Description, string Instruction, string Area,
    string SenderName, int Contacts);

/// <summary>A text as SMS.</summary>
/// <param name="Text">The text.</param>
/// <param name="Encoding">How it is coded.</param>
/// <param name="Units">Its length in that coding.</param>
/// <param name="UnitsMax">How much fits into as many parts.</param>
/// <param name="Parts">How many messages it takes.</param>
/// <param name="Splits">The texts of the parts.</param>
internal sealed record SmsView(string Text, string Encoding, int Units, int UnitsMax, int Parts, IReadOnlyList<string> Splits)
{
    public static SmsView Of(string text)
    {
        SmsParts parts = SmsParts.Of(text);
        int max = parts.Count > 1 ? parts.Count * parts.Encoding.PartUnitsMax() : parts.Encoding.SingleUnitsMax();
        return new SmsView(text, parts.Encoding.Name(), parts.Units, max, parts.Count, parts.Texts);
    }
}
