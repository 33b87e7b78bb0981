namespace EnviAgriNet.Core.Indices;

/// <summary>Classes of salt in river water, where the sea comes up the river. Data with neutral names: see each limit's source.</summary>
public static class WaterSalinity
{
    /// <summary>
    /// In g/L. Above 0.25 the press gives as the limit of raw water for the waterworks of Bangkok; above 2 is a published
    /// example of a rule for rivers; 0.75 is often quoted for orchids and not confirmed.
    /// </summary>
    public static ClassScale Steps { get; } = new(
        "salinity-steps-0.25-0.75-2",
        "0.25 g/L: press on raw water of Bangkok; 2 g/L: an example rule; 0.75 g/L: not confirmed",
        "fresh",
        new ClassStep("raised", 0.25, IsFromIncluded: false),
        new ClassStep("high", 0.75, IsFromIncluded: false),
        new ClassStep("very-high", 2, IsFromIncluded: false));
}
