namespace EnviAgriNet.Forecasting.Models.Smoothing;

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
