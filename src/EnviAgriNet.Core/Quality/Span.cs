namespace EnviAgriNet.Core.Quality;

/// <summary>Values from one number to another, both included, in whichever order the two were given.</summary>
public readonly record struct Span
{
    /// <summary>Two numbers in any order.</summary>
    public Span(double one, double other)
    {
        Min = Math.Min(one, other);
        Max = Math.Max(one, other);
    }

    /// <summary>The lower end.</summary>
    public double Min { get; }

    /// <summary>The upper end.</summary>
    public double Max { get; }

    /// <summary>Whether a value lies inside, ends included.</summary>
    public bool Holds(double value) => value >= Min && value <= Max;

    /// <summary>Whether the other lies wholly inside, ends included.</summary>
    public bool Holds(Span other) => other.Min >= Min && other.Max <= Max;

    /// <inheritdoc/>
    public override string ToString() => $"{Min} to {Max}";
}
