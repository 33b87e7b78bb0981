using EnviAgriNet.Cloud.Registry.Markets;
using EnviAgriNet.Forecasting;

namespace EnviAgriNet.Cloud.Forecasts;

/// <summary>A forecast of prices that people were shown, with its model card. It never changes; a newer one takes its place.</summary>
/// <param name="Id">Never given twice.</param>
/// <param name="Series">What is forecast.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Forecast">Medians and bounds in baht per kilogram, and how they were made.</param>
internal sealed record PublishedForecast(long Id, PriceSeries Series, DateTimeOffset MadeAt, PriceForecast Forecast);
