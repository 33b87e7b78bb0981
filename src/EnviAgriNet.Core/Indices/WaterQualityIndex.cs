namespace EnviAgriNet.Core.Indices;

/// <summary>
/// The class of a water quality index that someone else computed. The index itself is not computed here: how the Pollution
/// Control Department scores each parameter is not published where it could be checked.
/// </summary>
public static class WaterQualityIndex
{
    /// <summary>
    /// 91 to 100 very good, 71 to 90 good, 61 to 70 fair, 31 to 60 poor, 0 to 30 very poor. A class begins at its printed
    /// lower end, so 90.5 is good.
    /// </summary>
    public static ClassScale Classes { get; } = new(
        "pcd-wqi",
        "Pollution Control Department by the National Statistical Office",
        "very-poor",
        new ClassStep("poor", 31),
        new ClassStep("fair", 61),
        new ClassStep("good", 71),
        new ClassStep("very-good", 91));

    /// <summary>The class of an index from 0 to 100; null outside.</summary>
    public static string? ClassOf(double index) => index is >= 0 and <= 100 ? Classes.ClassOf(index) : null;
}
