namespace EnviAgriNet.Forecasting.Models.Smoothing;

/// <summary>One of the forms of exponential smoothing (Hyndman et al. 2008).</summary>
/// <param name="Error">Its errors.</param>
/// <param name="Trend">Its trend.</param>
/// <param name="Season">Its season.</param>
public readonly record struct EtsForm(EtsError Error, EtsTrend Trend, EtsSeason Season)
{
    /// <inheritdoc/>
    public override string ToString()
    {
        string trend = Trend switch { EtsTrend.None => "N", EtsTrend.Additive => "A", _ => "Ad" };
        string season = Season switch { EtsSeason.None => "N", EtsSeason.Additive => "A", _ => "M" };
        return $"ETS({(Error == EtsError.Additive ? "A" : "M")},{trend},{season})";
    }
}
