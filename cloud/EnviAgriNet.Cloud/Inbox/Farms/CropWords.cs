using EnviAgriNet.Cloud.Advisories;
using EnviAgriNet.Cloud.Inbox.Keywords;

namespace EnviAgriNet.Cloud.Inbox.Farms;

/// <summary>
/// Finds the crop in what people write, in any spacing, with or without tone marks, one slip allowed in longer words, also where the
/// place follows without a space. Pure, never throws.
/// </summary>
internal static class CropWords
{
    private const int SpanWordsMax = 3;

    // One letter away from a shorter word lies another crop, and a name of a place may begin with one.
    private const int FuzzyLengthMin = 6;
    private const int LeadingLengthMin = 5;

    private static readonly (string Skeleton, CropName Crop)[] Entries =
    [
        .. CropNames.All.SelectMany(crop => crop.Words.Append(crop.NameTh).Append(crop.NameEn).Select(word => (Skeleton: Run(word), Crop: crop)))
            .Where(entry => entry.Skeleton.Length > 0).DistinctBy(entry => entry.Skeleton).OrderByDescending(entry => entry.Skeleton.Length),
    ];

    private static readonly Dictionary<string, CropName> BySkeleton = Entries.ToDictionary(entry => entry.Skeleton, entry => entry.Crop, StringComparer.Ordinal);

    /// <summary>The crop, and what stands beside it; no crop and the whole text when there is none.</summary>
    /// <param name="text">What stands beside a keyword.</param>
    public static (CropName? Crop, string Others) Take(string text)
    {
        IReadOnlyList<string> words = Words.Of(TextFold.Fold(text));
        string[] skeletons = [.. words.Select(TextFold.Skeleton)];
        foreach (Func<string, CropName?> way in (Func<string, CropName?>[])[Whole, Misspelt])
        {
            for (int count = Math.Min(SpanWordsMax, words.Count); count > 0; count--)
            {
                for (int from = 0; from + count <= words.Count; from++)
                {
                    if (way(string.Concat(skeletons.Skip(from).Take(count))) is { } crop)
                    {
                        return (crop, string.Join(' ', words.Where((_, i) => i < from || i >= from + count)));
                    }
                }
            }
        }

        for (int i = 0; i < words.Count; i++)
        {
            if (Leading(skeletons[i]) is { } found)
            {
                return (found.Crop, string.Join(' ', words.Select((word, at) => at == i ? skeletons[i][found.Skeleton.Length..] : word)));
            }
        }

        return (null, text);
    }

    private static CropName? Whole(string run) => BySkeleton.GetValueOrDefault(run);

    // Two crops as near as each other are none.
    private static CropName? Misspelt(string run)
    {
        if (run.Length < FuzzyLengthMin)
        {
            return null;
        }

        CropName[] near = [.. Entries.Where(entry => entry.Skeleton.Length >= FuzzyLengthMin && Spelling.IsOneSlip(run, entry.Skeleton)).Select(entry => entry.Crop).Distinct()];
        return near is [var only] ? only : null;
    }

    private static (string Skeleton, CropName Crop)? Leading(string word) =>
        Array.Find(Entries, entry => entry.Skeleton.Length >= LeadingLengthMin && TextFold.IsThai(entry.Skeleton[0])
            && word.StartsWith(entry.Skeleton, StringComparison.Ordinal)) is { Skeleton: not null } found
            ? found
            : null;

    private static string Run(string word) => string.Concat(Words.Of(TextFold.Fold(word)).Select(TextFold.Skeleton));
}
