namespace EnviAgriNet.Core.Crops;

/// <summary>
/// Safe alternate wetting and drying of paddies (IRRI): the field is flooded again when the water in the field tube has sunk to a
/// depth below the soil, and kept flooded while the plants settle and around flowering.
/// </summary>
/// <param name="DepthCm">How far below the soil the water may sink, default 15 cm, 5 to 30; IRRI's safe limit is 15.</param>
/// <param name="RefloodCm">The depth to flood to, default 5 cm above the soil.</param>
public sealed record PaddyWaterRule(double DepthCm = 15, double RefloodCm = 5)
{
    /// <summary>Whether to irrigate.</summary>
    /// <param name="waterCm">The water in the tube from the soil surface: positive above it, negative below.</param>
    /// <param name="stage">The stage of the plants.</param>
    public bool IsIrrigationDue(double waterCm, PaddyStage stage) =>
        stage is PaddyStage.Establishment or PaddyStage.Flowering ? waterCm <= 0 : waterCm <= -DepthCm;
}

/// <summary>The stages of rice that the rule tells apart.</summary>
public enum PaddyStage
{
    /// <summary>The first one to two weeks after transplanting: the field stays flooded.</summary>
    Establishment,

    /// <summary>Tillering until booting.</summary>
    Vegetative,

    /// <summary>From a week before to a week after flowering: the field stays flooded.</summary>
    Flowering,

    /// <summary>Grain filling and ripening.</summary>
    Ripening,
}
