using EnviAgriNet.Protocol.Cap;

namespace EnviAgriNet.Cloud.Platforms;

/// <summary>What a foreign alert says, by language.</summary>
/// <param name="Headline">Its headline, or the name of its event.</param>
/// <param name="Instruction">What to do.</param>
/// <param name="Onset">Since when.</param>
internal sealed record IncomingWords(
    IReadOnlyDictionary<string, string> Headline, IReadOnlyDictionary<string, string> Instruction, DateTimeOffset? Onset)
{
    /// <summary>Reads an alert; one that cannot be read has no words.</summary>
    public static IncomingWords Of(IncomingAlert alert)
    {
        Dictionary<string, string> headline = [];
        Dictionary<string, string> instruction = [];
        DateTimeOffset? onset = null;
        foreach (CapInfo info in CapReader.Read(alert.Xml).Alert?.Infos ?? [])
        {
            string language = (info.Language ?? "en-US").Split('-')[0].ToLowerInvariant();
            headline.TryAdd(language, (string.IsNullOrWhiteSpace(info.Headline) ? info.Event : info.Headline).Trim());
            if (!string.IsNullOrWhiteSpace(info.Instruction))
            {
                instruction.TryAdd(language, info.Instruction.Trim());
            }

            onset ??= info.Onset ?? info.Effective;
        }

        return new IncomingWords(headline, instruction, onset);
    }
}
