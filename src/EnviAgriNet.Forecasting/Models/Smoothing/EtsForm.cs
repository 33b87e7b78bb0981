namespace EnviAgriNet.Forecasting.Models.Smoothing;

/// <summary>How the errors of an exponential smoothing model enter.</summary>
public enum EtsError
{
    /// <summary>They add.</summary>
    Additive,

    /// <summary>They are parts of the level.</summary>
    Multiplicative,
}

/// <summary>The trend of an exponential smoothing model.</summary>
public enum EtsTrend
{
    /// <summary>None.</summary>
    None,

    /// <summary>It goes on.</summary>
    Additive,

    /// <summary>It dies out.</summary>
    Damped,
}

/// <summary>The season of an exponential smoothing model.</summary>
public enum EtsSeason
{
    /// <summary>None.</summary>
    None,

    /// <summary>It adds.</summary>
    Additive,

    /// <summary>It multiplies.</summary>
    Multiplicative,
}

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
