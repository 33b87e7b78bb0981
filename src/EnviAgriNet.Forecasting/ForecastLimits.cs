namespace EnviAgriNet.Forecasting;

/// <summary>The sizes that are taken.</summary>
public static class ForecastLimits
{
    /// <summary>Most points of a series; the newest are kept by the caller who has more.</summary>
    public const int PointsMax = 20_000;

    /// <summary>Longest horizon in steps.</summary>
    public const int HorizonMax = 260;

    /// <summary>Largest size of a value.</summary>
    public const double ValueMax = 1e15;
}
