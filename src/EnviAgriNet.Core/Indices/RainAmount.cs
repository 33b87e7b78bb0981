namespace EnviAgriNet.Core.Indices;

/// <summary>
/// Classes of the rain of 24 hours, by the Thai Meteorological Department (arcims.tmd.go.th, DetailDailyRain). A class begins
/// at its printed lower end, so what lies between two printed ends (10.05 mm between 10.0 and 10.1) stays in the lower one,
/// as with a gauge that counts full tenths; only so can 0.05 mm be a trace, as the table wants.
/// </summary>
public static class RainAmount
{
    /// <summary>The class of the rain of one rain day; null for a negative or not finite amount.</summary>
    /// <param name="millimetres">The sum of 24 hours in mm.</param>
    public static RainClass? ClassOf(double millimetres) => Math.Round(millimetres, ClassStep.DecimalsCompared) switch
    {
        double.PositiveInfinity => null,
        >= 90.1 => RainClass.VeryHeavy,
        >= 35.1 => RainClass.Heavy,
        >= 10.1 => RainClass.Moderate,
        >= 0.1 => RainClass.Light,
        > 0 => RainClass.Trace,
        0 => RainClass.None,
        _ => null,
    };

    /// <summary>
    /// How much of an area has rain, by the share of its stations: isolated below 20 %, widely scattered to 40, scattered to
    /// 60, fairly widespread to 80, widespread above 80 (tmd.go.th FileID 29). Null outside 0 to 100 %.
    /// </summary>
    public static RainCover? CoverOf(double percent) => percent switch
    {
        < 0 or > 100 or double.NaN => null,
        0 => RainCover.None,
        < 20 => RainCover.Isolated,
        < 40 => RainCover.WidelyScattered,
        < 60 => RainCover.Scattered,
        <= 80 => RainCover.FairlyWidespread,
        _ => RainCover.Widespread,
    };
}

/// <summary>Classes of the rain of 24 hours; the numbers rise with the rain.</summary>
public enum RainClass
{
    /// <summary>No rain at all.</summary>
    None,

    /// <summary>Below 0.1 mm: it rained, and there was nothing to measure.</summary>
    Trace,

    /// <summary>0.1 to 10.0 mm.</summary>
    Light,

    /// <summary>10.1 to 35.0 mm.</summary>
    Moderate,

    /// <summary>35.1 to 90.0 mm.</summary>
    Heavy,

    /// <summary>90.1 mm and more.</summary>
    VeryHeavy,
}

/// <summary>How much of an area has rain.</summary>
public enum RainCover
{
    /// <summary>Nowhere.</summary>
    None,

    /// <summary>Below 20 %.</summary>
    Isolated,

    /// <summary>20 to 40 %.</summary>
    WidelyScattered,

    /// <summary>40 to 60 %.</summary>
    Scattered,

    /// <summary>60 to 80 %.</summary>
    FairlyWidespread,

    /// <summary>Above 80 %.</summary>
    Widespread,
}
