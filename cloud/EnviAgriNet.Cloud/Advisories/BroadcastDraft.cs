using EnviAgriNet.Core.Crops;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Cloud.Advisories;

/// <summary>What an extension officer wants to tell the growers of a crop in an area.</summary>
/// <param name="Crop">A code of the table of crops.</param>
/// <param name="Variety">One variety of it, or null for all.</param>
/// <param name="Region">The area.</param>
/// <param name="TextTh">The words in Thai.</param>
/// <param name="TextEn">The words in English.</param>
internal sealed record BroadcastDraft(string Crop, string? Variety, RegionId Region, string TextTh, string TextEn)
{
    /// <summary>The words for a language of advice.</summary>
    public string In(string language) => language == Languages.Thai ? TextTh : TextEn;

    /// <summary>What keeps it from being sent, or null; names what is wrong and its limit.</summary>
    public string? Fault() =>
        !CropTable.TryFind(Crop, out _, out _) ? "crop is not the code of a crop, such as rice"
        : TextFault("the Thai text", TextTh) ?? TextFault("the English text", TextEn);

    private static string? TextFault(string name, string text) =>
        text.Trim().Length == 0 ? $"{name} is empty"
        : text.Any(char.IsControl) ? $"{name} has control characters"
        : SmsParts.Of(text) is { Count: > Limits.PartsMax } parts ? $"{name} takes {parts.Count} SMS, allowed are {Limits.PartsMax}"
        : null;
}

/// <summary>What a broadcast would do.</summary>
/// <param name="People">Who would be told.</param>
/// <param name="Thai">How many of them in Thai; the others in English.</param>
/// <param name="PartsTh">SMS parts of the Thai text.</param>
/// <param name="PartsEn">SMS parts of the English text.</param>
internal sealed record BroadcastPreview(int People, int Thai, int PartsTh, int PartsEn)
{
    /// <summary>SMS parts in all.</summary>
    public long Messages => ((long)Thai * PartsTh) + ((long)(People - Thai) * PartsEn);
}
