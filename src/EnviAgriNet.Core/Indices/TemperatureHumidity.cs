namespace EnviAgriNet.Core.Indices;

/// <summary>The temperature-humidity index (THI) of livestock. Null for humidity outside 0 to 100 % and temperatures outside -80 to 100 °C.</summary>
public static class TemperatureHumidity
{
    /// <summary>
    /// Stress of cattle by the index: 68 and above mild, 72 moderate, 80 severe (eagle.direct, whose table ends at 89).
    /// </summary>
    public static ClassScale CattleStress { get; } = new(
        "cattle-stress",
        "eagle.direct: mild from 68, moderate 72 to 79, severe 80 to 89",
        "none",
        new ClassStep("mild", 68),
        new ClassStep("moderate", 72),
        new ClassStep("severe", 80));

    /// <summary>The usual form, <c>0.8T + RH(T - 14.4) + 46.4</c>.</summary>
    public static double? Index(double celsius, double humidity) =>
        IsUsable(celsius, humidity) ? (0.8 * celsius) + (humidity / 100 * (celsius - 14.4)) + 46.4 : null;

    /// <summary>The form of the US National Research Council of 1971; within 0.2 of the usual one in warm air.</summary>
    public static double? IndexOf1971(double celsius, double humidity) =>
        IsUsable(celsius, humidity)
            ? (1.8 * celsius) + 32 - ((0.55 - (0.0055 * humidity)) * ((1.8 * celsius) - 26))
            : null;

    private static bool IsUsable(double celsius, double humidity) => celsius is >= -80 and <= 100 && humidity is >= 0 and <= 100;
}
