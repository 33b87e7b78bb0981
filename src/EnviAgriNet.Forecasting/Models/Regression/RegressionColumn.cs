namespace EnviAgriNet.Forecasting.Models.Regression;

/// <summary>Something else that moves the series, on the series' own steps.</summary>
/// <param name="Name">How a model card names it.</param>
/// <param name="Values">Its values from the first value of the series on, and those ahead of it as far as they are known; NaN where missing.</param>
public sealed record RegressionColumn(string Name, IReadOnlyList<double> Values);
