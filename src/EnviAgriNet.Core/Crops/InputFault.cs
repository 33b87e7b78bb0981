namespace EnviAgriNet.Core.Crops;

/// <summary>Why a calculation has no result: the input that is absent or impossible, and what it has to be.</summary>
/// <param name="Field">The input by its short name, such as <c>tmax</c>.</param>
/// <param name="Limit">What it has to be, such as <c>must lie in -60 to 60 °C</c>.</param>
public sealed record InputFault(string Field, string Limit)
{
    /// <summary>The fault as one sentence without a full stop.</summary>
    public override string ToString() => $"{Field} {Limit}";

    /// <summary>A fault when a given value is not finite or lies outside a range; null when it is absent or possible.</summary>
    internal static InputFault? OutOfRange(string field, double? value, double min, double max, string unit) =>
        value is not { } given || (given >= min && given <= max)
            ? null
            : new InputFault(field, $"must lie in {min} to {max}{(unit.Length == 0 ? unit : " " + unit)}, not {given}");

    /// <summary>A fault when a value that is needed is absent.</summary>
    internal static InputFault? Missing(string field, double? value) =>
        value is null ? new InputFault(field, "is missing") : null;
}
