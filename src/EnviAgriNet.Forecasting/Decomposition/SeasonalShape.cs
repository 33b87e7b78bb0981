namespace EnviAgriNet.Forecasting.Decomposition;

/// <summary>Whether a season adds to the level or multiplies it.</summary>
public enum SeasonalShape
{
    /// <summary>So many baht more in June.</summary>
    Additive,

    /// <summary>So many per cent more in June.</summary>
    Multiplicative,
}
