namespace EnviAgriNet.Protocol.Cap;

/// <summary>Something wrong with a message.</summary>
/// <param name="Element">The path of the element, as in <c>alert/info[2]/area[1]/polygon</c>.</param>
/// <param name="Rule">The rule it breaks, with its limit.</param>
public sealed record CapFault(string Element, string Rule)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Element}: {Rule}";
}
