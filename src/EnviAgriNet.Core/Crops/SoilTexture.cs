namespace EnviAgriNet.Core.Crops;

/// <summary>
/// A soil texture with the ranges of FAO-56 Table 19, for where a soil was not measured. The table's total evaporable water is
/// for a layer of 0.10 m.
/// </summary>
/// <param name="Code">The code in kebab case, such as <c>sandy-loam</c>.</param>
/// <param name="FieldCapacity">Lowest and highest water content at field capacity, m³/m³.</param>
/// <param name="WiltingPoint">Lowest and highest water content at wilting point, m³/m³.</param>
/// <param name="ReadilyEvaporable">Lowest and highest REW, mm.</param>
public sealed record SoilTexture(
    string Code,
    (double Low, double High) FieldCapacity,
    (double Low, double High) WiltingPoint,
    (double Low, double High) ReadilyEvaporable)
{
    /// <summary>Ze of the table, m.</summary>
    public const double EvaporationDepth = 0.10;

    /// <summary>Every texture, coarse to fine.</summary>
    public static IReadOnlyList<SoilTexture> All { get; } =
    [
        new("sand", (0.07, 0.17), (0.02, 0.07), (2, 7)),
        new("loamy-sand", (0.11, 0.19), (0.03, 0.10), (4, 8)),
        new("sandy-loam", (0.18, 0.28), (0.06, 0.16), (6, 10)),
        new("loam", (0.20, 0.30), (0.07, 0.17), (8, 10)),
        new("silt-loam", (0.22, 0.36), (0.09, 0.21), (8, 11)),
        new("silt", (0.28, 0.36), (0.12, 0.22), (8, 11)),
        new("silt-clay-loam", (0.30, 0.37), (0.17, 0.24), (8, 11)),
        new("silty-clay", (0.30, 0.42), (0.17, 0.29), (8, 12)),
        new("clay", (0.32, 0.40), (0.20, 0.24), (8, 12)),
    ];

    /// <summary>A soil in the middle of every range.</summary>
    public Soil Typical => new(Middle(FieldCapacity), Middle(WiltingPoint), EvaporationDepth, Middle(ReadilyEvaporable));

    private static double Middle((double Low, double High) range) => (range.Low + range.High) / 2;
}
