namespace EnviAgriNet.Forecasting.Series;

/// <summary>Something else that moves the price, such as rain, the area planted or an exchange rate.</summary>
/// <param name="Name">How the model card names it.</param>
/// <param name="Points">Its values on the dates of the series and, where they are known, of the horizon.</param>
public sealed record Regressor(string Name, IReadOnlyList<SeriesPoint> Points);
