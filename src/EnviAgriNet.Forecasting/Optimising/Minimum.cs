namespace EnviAgriNet.Forecasting.Optimising;

/// <summary>The smallest value found.</summary>
/// <param name="Point">Where it is.</param>
/// <param name="Value">The value; positive infinity when no finite value was met.</param>
/// <param name="Evaluations">How often the function was asked.</param>
/// <param name="Converged">Whether the search ended by its tolerance and not by its limit.</param>
public sealed record Minimum(double[] Point, double Value, int Evaluations, bool Converged);
