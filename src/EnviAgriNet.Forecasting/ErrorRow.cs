namespace EnviAgriNet.Forecasting;

/// <summary>Errors of a way to forecast over rolling origins, never in-sample. Null is what too few points could not tell.</summary>
/// <param name="Name">Which: <c>published</c>, <c>naive</c>, <c>snaive</c> or a model.</param>
/// <param name="Smape">Symmetric mean absolute percentage error as in the M4 competition, 0 to 200 %.</param>
/// <param name="Mase">Mean absolute error over that of the naive step within the training part.</param>
/// <param name="Pinball">Mean pinball loss over the quantiles 2.5, 10, 50, 90 and 97.5 %, in the unit of the series.</param>
/// <param name="Msis">Mean scaled interval score of the 95 % band.</param>
/// <param name="Coverage80">Share of values within the 80 % band, 0 to 1.</param>
/// <param name="Coverage95">Share of values within the 95 % band, 0 to 1.</param>
public sealed record ErrorRow(
    string Name, double? Smape, double? Mase, double? Pinball, double? Msis, double? Coverage80, double? Coverage95);
