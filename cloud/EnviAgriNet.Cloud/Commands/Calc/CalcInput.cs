namespace EnviAgriNet.Cloud.Commands.Calc;

/// <summary>One thing a calculation needs: given as an option, or in CSV as a column of the same name.</summary>
/// <param name="Name">The name in kebab case: the option is <c>--name</c>, the column <c>name</c>, whatever its case.</param>
/// <param name="Unit">The unit as people read it; empty for a text or a date.</param>
/// <param name="Description">What it is, for <c>--help</c>.</param>
internal sealed record CalcInput(string Name, string Unit, string Description)
{
    /// <summary>The lowest number taken.</summary>
    public double Min { get; init; } = double.NegativeInfinity;

    /// <summary>The highest number taken.</summary>
    public double Max { get; init; } = double.PositiveInfinity;

    /// <summary>Whether it may be missing.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether it holds for the whole call: an option only, never a column.</summary>
    public bool IsSetting { get; init; }

    /// <summary>Whether it makes sense only row by row: a column only, never an option with a value.</summary>
    public bool IsColumnOnly { get; init; }

    /// <summary>Whether it is a switch without a value; always a setting.</summary>
    public bool IsFlag { get; init; }

    /// <summary>An option that names its column, such as <c>column</c> for <c>--column precip</c>; null without one.</summary>
    public string? ColumnOption { get; init; }

    /// <summary>Other names its column may have.</summary>
    public IReadOnlyList<string> Spellings { get; init; } = [];

    /// <summary>The words taken, if it is one of a few; empty when any text is taken.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
}
