namespace EnviAgriNet.Core.Hazards;

/// <summary>A measure of a station at a time.</summary>
/// <param name="Value">The value in the unit of the measure.</param>
/// <param name="Bound">How much of the truth it is.</param>
internal readonly record struct MeasureValue(double Value, Bound Bound)
{
    public static implicit operator MeasureValue(double exact) => new(exact, Bound.Exact);
}

/// <summary>What a value computed from too few readings still says.</summary>
internal enum Bound
{
    /// <summary>It is the value.</summary>
    Exact,

    /// <summary>The true value is this or larger: a sum or a maximum with gaps.</summary>
    AtLeast,

    /// <summary>The true value is this or smaller: a minimum with gaps.</summary>
    AtMost,
}
