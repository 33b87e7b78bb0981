using EnviAgriNet.Core.Crops.Outlook.Yields;

namespace EnviAgriNet.Core.Crops.Outlook;

/// <summary>How yield answers to water (FAO-33): 1 − Ya/Ym = Ky (1 − ETa/ETm).</summary>
public static class YieldResponse
{
    /// <summary>Ya/Ym, 0 to 1; 1 for a ratio that is not a number.</summary>
    /// <param name="ky">Ky of the crop, 0 and above.</param>
    /// <param name="ratio">ETa/ETm of the season, 0 to 1.</param>
    public static double Factor(double ky, double ratio) =>
        double.IsNaN(ratio) || double.IsNaN(ky) ? 1 : Math.Clamp(1 - (ky * (1 - Math.Clamp(ratio, 0, 1))), 0, 1);

    /// <summary>
    /// The outlook of a field: what the area's history leads to expect, lowered by what this season's lack of water costs. Usual lack of
    /// water is in the history already, so that a rain-fed field is expected a little too low; a good season is never raised.
    /// </summary>
    public static YieldOutlook Outlook(YieldForecast usual, double? factor, int years, int lastYear)
    {
        double f = factor ?? 1;
        return new YieldOutlook(usual.Low * f, usual.Median * f, usual.High * f, usual.Median, factor, years, lastYear);
    }
}
