namespace EnviAgriNet.Cloud.Inbox.Keywords;

/// <summary>How far two spellings are apart.</summary>
internal static class Spelling
{
    /// <summary>Words shorter than this must be spelled right: one letter away from them lies half the language.</summary>
    public const int FuzzyLengthMin = 4;

    /// <summary>Whether one letter added, left out, mistaken or two neighbours swapped make one word of the other.</summary>
    public static bool IsOneSlip(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (Math.Abs(left.Length - right.Length) > 1)
        {
            return false;
        }

        int head = left.CommonPrefixLength(right);
        ReadOnlySpan<char> leftRest = left[head..];
        ReadOnlySpan<char> rightRest = right[head..];
        if (leftRest.Length == 0 && rightRest.Length == 0)
        {
            return false;
        }

        return leftRest.Length.CompareTo(rightRest.Length) switch
        {
            > 0 => leftRest[1..].SequenceEqual(rightRest),
            < 0 => rightRest[1..].SequenceEqual(leftRest),
            _ => leftRest[1..].SequenceEqual(rightRest[1..]) || IsSwap(leftRest, rightRest),
        };
    }

    private static bool IsSwap(ReadOnlySpan<char> left, ReadOnlySpan<char> right) =>
        left.Length >= 2 && left[0] == right[1] && left[1] == right[0] && left[2..].SequenceEqual(right[2..]);
}
