namespace EnviAgriNet.Core.Quantities;

/// <summary>A measured property: what it is called, in which unit it travels, and which values a sensor can honestly show.</summary>
/// <param name="Code">The name on the wire: <c>a-z</c>, <c>0-9</c>, <c>_</c>.</param>
/// <param name="Unit">The UCUM code of the only unit used on the wire and in the store.</param>
/// <param name="Min">The lowest plausible value; below it a reading fails the gross range test.</param>
/// <param name="Max">The highest plausible value; above it a reading fails the gross range test.</param>
/// <param name="Resolution">The step in which values are shown to people; stored values keep all their digits.</param>
/// <param name="Averaging">How values of one hour or day become one.</param>
/// <param name="NameEn">The English name.</param>
/// <param name="NameTh">The Thai name.</param>
public sealed record Quantity(
    string Code,
    string Unit,
    double Min,
    double Max,
    double Resolution,
    AveragingRule Averaging,
    string NameEn,
    string NameTh)
{
    /// <summary>Whether a value lies in the plausible range, both ends included.</summary>
    public bool IsPlausible(double value) => value >= Min && value <= Max;

    /// <inheritdoc/>
    public override string ToString() => Code;
}
