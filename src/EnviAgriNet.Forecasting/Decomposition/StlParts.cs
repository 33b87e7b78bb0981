namespace EnviAgriNet.Forecasting.Decomposition;

/// <summary>A series taken apart; season, trend and remainder add up to it.</summary>
/// <param name="Season">What comes again every season.</param>
/// <param name="Trend">What moves slowly.</param>
/// <param name="Remainder">The rest.</param>
/// <param name="Weights">How much each value was trusted, 0 to 1; all 1 unless robust.</param>
public sealed record StlParts(double[] Season, double[] Trend, double[] Remainder, double[] Weights);
