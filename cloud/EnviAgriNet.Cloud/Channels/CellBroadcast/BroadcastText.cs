using EnviAgriNet.Protocol.Cap;

namespace EnviAgriNet.Cloud.Channels.CellBroadcast;

/// <summary>What is broadcast in one language.</summary>
/// <param name="Language">The language tag of the CAP content.</param>
/// <param name="MessageIdentifier">Which class of message it is.</param>
/// <param name="Pages">The pages.</param>
/// <param name="LeftOut">Elements of the CAP content that did not fit, so that the operator knows.</param>
internal sealed record BroadcastText(string Language, int MessageIdentifier, BroadcastPages Pages, IReadOnlyList<string> LeftOut)
{
    /// <summary>The longest of several texts that fits: what happens and what to do, then less; null when none does.</summary>
    public static BroadcastText? Of(CapInfo info, CellBroadcastOptions options, bool isTest)
    {
        string language = info.Language ?? "en-US";
        int identifier = options.IdentifierOf(
            info.Severity.ToString(), isTest, language.StartsWith("th", StringComparison.OrdinalIgnoreCase));
        (string?[] Elements, string[] LeftOut)[] choices =
        [
            ([info.Headline, info.Description, info.Instruction, info.SenderName], []),
            ([info.Headline, info.Instruction, info.SenderName], ["description"]),
            ([info.Headline, info.SenderName], ["description", "instruction"]),
            ([info.Headline], ["description", "instruction", "senderName"]),
            ([info.Event], ["headline", "description", "instruction", "senderName"]),
        ];
        foreach ((string?[] elements, string[] leftOut) in choices)
        {
            string text = string.Join('\n', elements.Where(element => !string.IsNullOrWhiteSpace(element)));
            if (BroadcastPages.Of(text) is { } pages)
            {
                return new BroadcastText(language, identifier, pages, leftOut);
            }
        }

        return null;
    }
}
