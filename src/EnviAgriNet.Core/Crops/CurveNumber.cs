namespace EnviAgriNet.Core.Crops;

/// <summary>
/// Rain that runs off, by the curve number method with the wetness of the top layer (ASCE Manual 70, 2016, Eq. 14-12 to 14-20).
/// </summary>
public static class CurveNumber
{
    /// <summary>The curve number of a dry soil from the one of a middling soil (Eq. 14-14).</summary>
    public static double Dry(double curveNumber) => curveNumber / (2.281 - (0.01281 * curveNumber));

    /// <summary>The curve number of a wet soil from the one of a middling soil (Eq. 14-15).</summary>
    public static double Wet(double curveNumber) => curveNumber / (0.427 + (0.00573 * curveNumber));

    /// <summary>Runoff in mm of a day's rain in mm at a curve number above 0 to 100 (Eq. 14-12 and 14-13).</summary>
    public static double Runoff(double rain, double curveNumber)
    {
        double storage = 250 * ((100 / curveNumber) - 1);
        double excess = rain - (0.2 * storage);
        return excess > 0 ? Math.Min(excess * excess / (rain + (0.8 * storage)), rain) : 0;
    }

    /// <summary>The curve number of a day from the depletion of the top layer (Eq. 14-18 to 14-20).</summary>
    /// <param name="curveNumber">Of a middling soil.</param>
    /// <param name="depletion">De of the day before, mm.</param>
    /// <param name="soil">For REW and TEW.</param>
    public static double Of(double curveNumber, double depletion, Soil soil)
    {
        double wetBelow = 0.5 * soil.ReadilyEvaporable;
        double dryFrom = (0.7 * soil.ReadilyEvaporable) + (0.3 * soil.TotalEvaporable);
        if (depletion <= wetBelow)
        {
            return Wet(curveNumber);
        }

        return depletion >= dryFrom
            ? Dry(curveNumber)
            : (((depletion - wetBelow) * Dry(curveNumber)) + ((dryFrom - depletion) * Wet(curveNumber))) / (dryFrom - wetBelow);
    }
}
