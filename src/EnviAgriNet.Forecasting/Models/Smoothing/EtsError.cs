namespace EnviAgriNet.Forecasting.Models.Smoothing;

/// <summary>How the errors of an exponential smoothing model enter.</summary>
public enum EtsError
{
    /// <summary>They add.</summary>
    Additive,

    /// <summary>They are parts of the level.</summary>
    Multiplicative,
}
