namespace EnviAgriNet.Core.Indices;

/// <summary>Classes of the heat index in °C as used in Thailand.</summary>
public static class HeatClasses
{
    /// <summary>
    /// As the Thai Meteorological Department used them to 2023: 27 to 32, 32 to 41, 41 to 54, above 54 °C (Daily News 2185241).
    /// </summary>
    public static ClassScale TmdUntil2023 { get; } = new(
        "tmd-until-2023",
        "Thai Meteorological Department, in use to 2023, as told by the press",
        "none",
        new ClassStep("watch", 27),
        new ClassStep("warning", 32),
        new ClassStep("danger", 41),
        new ClassStep("extreme-danger", 54, IsFromIncluded: false));

    /// <summary>
    /// Limits 27, 33, 42 and 52 °C. Reports since 2024 agree with them, but no agency confirmed those above 33, so they bear
    /// no agency's name.
    /// </summary>
    public static ClassScale Steps27334252 { get; } = new(
        "steps-27-33-42-52",
        "Agrees with press reports since 2024; not confirmed by an agency",
        "none",
        new ClassStep("watch", 27),
        new ClassStep("warning", 33),
        new ClassStep("danger", 42),
        new ClassStep("extreme-danger", 52));
}
