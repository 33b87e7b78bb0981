using EnviAgriNet.Core.Markets;
#pragma warning disable CS1591
namespace EnviAgriNet.Forecasting;

public sealed record SeriesPoint(DateOnly Date, double? Value);
public sealed record Regressor(string Name, IReadOnlyList<SeriesPoint> Points);
public sealed record ForecastRequest(IReadOnlyList<SeriesPoint> Points, Frequency Frequency, int Horizon, bool ZeroMeansMissing = true, IReadOnlyList<Regressor>? Regressors = null);
public sealed record PriceForecast(DateOnly DataTo, IReadOnlyList<ForecastStep> Steps, ModelCard Card);
public sealed record ForecastStep(DateOnly Date, double Median, double Low80, double High80, double Low95, double High95);
public sealed record ModelWeight(string Name, string Description, double Weight);
public sealed record ErrorTable(int Origins, ErrorRow Published, ErrorRow Naive, ErrorRow? SeasonalNaive);
public sealed record ErrorRow(double Smape, double Mase, double Msis, double Pinball, double Coverage80, double Coverage95);
public sealed record ModelCard(DateOnly DataFrom, DateOnly DataTo, int Points, int Filled, int Outliers, IReadOnlyList<ModelWeight> Weights, ErrorTable? LastYear, bool IsNaive, string Why);
