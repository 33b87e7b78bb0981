namespace EnviAgriNet.Forecasting.Backtests;

/// <summary>What came out of a trial, or why there was none.</summary>
/// <param name="From">The first origin: the last date known to the first forecast.</param>
/// <param name="To">The last origin.</param>
/// <param name="Errors">Errors of what would have been published, naive and seasonal naive, over all origins and steps.</param>
/// <param name="ByStep">The same for each step ahead, of what would have been published.</param>
/// <param name="NaiveShown">At how many origins naive would have been published.</param>
/// <param name="Refusal">Why there was no trial, or null.</param>
public sealed record BacktestReport(
    DateOnly? From, DateOnly? To, ErrorTable Errors, IReadOnlyList<ErrorRow> ByStep, int NaiveShown, ForecastRefusal? Refusal);
