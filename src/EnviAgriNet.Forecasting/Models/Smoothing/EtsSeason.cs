namespace EnviAgriNet.Forecasting.Models.Smoothing;

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
