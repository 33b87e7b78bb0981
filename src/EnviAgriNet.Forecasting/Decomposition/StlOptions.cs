namespace EnviAgriNet.Forecasting.Decomposition;

/// <summary>How a series is taken apart; the defaults are those of R's <c>stl</c> with <c>s.window = "periodic"</c>.</summary>
public sealed record StlOptions
{
    /// <summary>Seasons over which the season may change, odd and at least 7; null for the same season in every year.</summary>
    public int? SeasonWindow { get; init; }

    /// <summary>Steps over which the trend bends, odd; null for R's default, about one and a half seasons.</summary>
    public int? TrendWindow { get; init; }

    /// <summary>Whether outliers lose their weight (fifteen rounds, as R's <c>robust = TRUE</c>).</summary>
    public bool Robust { get; init; }
}
