namespace EnviAgriNet.Forecasting.Series;

/// <summary>A value of a day, week or month; null is a day without a quotation.</summary>
public readonly record struct SeriesPoint(DateOnly Date, double? Value);
