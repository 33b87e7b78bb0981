namespace EnviAgriNet.Core.Indices;

/// <summary>
/// Classes of one number by rising limits, with where they are from. It is data: a region that has better limits brings its
/// own scale, and limits that no agency confirms carry a neutral name.
/// </summary>
public sealed class ClassScale
{
    private readonly ClassStep[] _steps;

    /// <summary>Makes a scale; limits that do not rise are a programmer's error.</summary>
    /// <param name="name">As it is told to people; an agency's name only where the agency published the limits.</param>
    /// <param name="source">Where the limits are from, and how sure that is.</param>
    /// <param name="lowest">The code of the class below the first limit.</param>
    /// <param name="steps">The classes above, in rising order.</param>
    public ClassScale(string name, string source, string lowest, params IReadOnlyList<ClassStep> steps)
    {
        if (steps.Zip(steps.Skip(1)).Any(pair => !(pair.First.From < pair.Second.From)))
        {
            throw new ArgumentException($"The limits of '{name}' do not rise", nameof(steps));
        }

        Name = name;
        Source = source;
        Lowest = lowest;
        _steps = [.. steps];
    }

    /// <summary>The name of the scale.</summary>
    public string Name { get; }

    /// <summary>Where its limits are from.</summary>
    public string Source { get; }

    /// <summary>The code of the class below the first limit.</summary>
    public string Lowest { get; }

    /// <summary>The classes above the lowest, in rising order.</summary>
    public IReadOnlyList<ClassStep> Steps => _steps;

    /// <summary>The code of the class; null for a value that is not finite.</summary>
    public string? ClassOf(double value)
    {
        if (!double.IsFinite(value))
        {
            return null;
        }

        string code = Lowest;
        foreach (ClassStep step in _steps)
        {
            code = step.Includes(value) ? step.Code : code;
        }

        return code;
    }
}

/// <summary>One class of a <see cref="ClassScale"/>.</summary>
/// <param name="Code">Its code.</param>
/// <param name="From">Where it begins.</param>
/// <param name="IsFromIncluded">Whether its limit belongs to it; false for "above" in the source.</param>
public sealed record ClassStep(string Code, double From, bool IsFromIncluded = true)
{
    /// <summary>
    /// Values a billionth below a limit are the limit, spoilt by binary arithmetic: no instrument resolves that, and
    /// 0.1 + 0.2 must not fall out of a class that begins at 0.3.
    /// </summary>
    internal const int DecimalsCompared = 9;

    /// <summary>Whether a value has reached the class.</summary>
    internal bool Includes(double value)
    {
        double compared = Math.Round(value, DecimalsCompared);
        return IsFromIncluded ? compared >= From : compared > From;
    }
}
