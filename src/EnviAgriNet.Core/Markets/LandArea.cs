namespace EnviAgriNet.Core.Markets;

/// <summary>Areas of land as farmers and as tables count them. One rai is 1,600 m², which is 0.16 ha.</summary>
public static class LandArea
{
    /// <summary>Square metres of a rai.</summary>
    public const double SquareMetresPerRai = 1_600;

    /// <summary>Hectares of a rai.</summary>
    public const double HectaresPerRai = 0.16;

    /// <summary>Hectares in rai.</summary>
    public static double RaiOfHectares(double hectares) => hectares / HectaresPerRai;

    /// <summary>Rai in hectares.</summary>
    public static double HectaresOfRai(double rai) => rai * HectaresPerRai;
}
