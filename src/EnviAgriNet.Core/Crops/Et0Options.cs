namespace EnviAgriNet.Core.Crops;

/// <summary>Choices of the daily reference evapotranspiration that belong to a place or a method, not to a day.</summary>
public sealed record Et0Options
{
    /// <summary>Grass as in FAO-56 by default.</summary>
    public ReferenceSurface Surface { get; init; } = ReferenceSurface.Short;

    /// <summary>
    /// Default 0.3, 0 to 1: solar over clear-sky radiation is raised to it in Eq. 39, as ASCE 2005 Eq. 18 does; FAO-56 calls 0.33
    /// dense cloud and names no limit. Without one (0) the sky of a very dark day would warm the ground. Results say when it was used.
    /// </summary>
    public double RadiationRatioMin { get; init; } = 0.3;

    /// <summary>The coefficient of Eq. 50 where radiation is not measured: default 0.16 inland, 0.19 on a coast.</summary>
    public double TemperatureCoefficient { get; init; } = Radiation.InlandCoefficient;
}
