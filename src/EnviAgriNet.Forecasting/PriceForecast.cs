namespace EnviAgriNet.Forecasting;

/// <summary>A forecast with what stands behind it.</summary>
/// <param name="Steps">As many as were asked for, oldest first.</param>
/// <param name="Card">What stands behind it.</param>
public sealed record PriceForecast(IReadOnlyList<ForecastStep> Steps, ModelCard Card);
