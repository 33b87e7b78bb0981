namespace EnviAgriNet.Forecasting;

/// <summary>The forecast of one day, week or month, in the unit of the series; bounds never cross and are always finite.</summary>
/// <param name="Date">The day, the week's Monday or the month's first day.</param>
/// <param name="Median">As likely too low as too high.</param>
/// <param name="Low80">One in ten is below.</param>
/// <param name="High80">One in ten is above.</param>
/// <param name="Low95">One in forty is below.</param>
/// <param name="High95">One in forty is above.</param>
public sealed record ForecastStep(DateOnly Date, double Median, double Low80, double High80, double Low95, double High95);
