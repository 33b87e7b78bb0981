namespace EnviAgriNet.Cloud.Inbox.Keywords;

/// <summary>A word that says what is wanted.</summary>
internal readonly record struct Keyword
{
    public Keyword(Intent intent, string word)
    {
        Intent = intent;
        Skeleton = TextFold.Skeleton(TextFold.Fold(word)).Replace(" ", string.Empty, StringComparison.Ordinal);
        IsThai = TextFold.IsThai(Skeleton[0]);
    }

    /// <summary>What it says.</summary>
    public Intent Intent { get; }

    /// <summary>Its spelling as words are compared.</summary>
    public string Skeleton { get; }

    /// <summary>Whether it is Thai: then a place may follow without a space.</summary>
    public bool IsThai { get; }

    /// <summary>How many letters at the begin of a word are this keyword, or 0; a slip is taken when it is asked for.</summary>
    public int LengthIn(ReadOnlySpan<char> skeleton, bool withSlip)
    {
        if (!withSlip)
        {
            return (IsThai ? skeleton.StartsWith(Skeleton) : skeleton.SequenceEqual(Skeleton)) ? Skeleton.Length : 0;
        }

        if (Skeleton.Length < Spelling.FuzzyLengthMin)
        {
            return 0;
        }

        if (!IsThai)
        {
            // The first letter is seldom the wrong one, and "main" is not "rain".
            bool isLike = skeleton.Length > 1 && (skeleton[0] == Skeleton[0] || skeleton[1] == Skeleton[0]);
            return isLike && Spelling.IsOneSlip(skeleton, Skeleton) ? skeleton.Length : 0;
        }

        foreach (int length in (ReadOnlySpan<int>)[skeleton.Length, Skeleton.Length, Skeleton.Length + 1, Skeleton.Length - 1])
        {
            if (length <= skeleton.Length && Spelling.IsOneSlip(skeleton[..length], Skeleton))
            {
                return length;
            }
        }

        return 0;
    }
}
