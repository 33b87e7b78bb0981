using EnviAgriNet.Cloud.Registry.Markets;

namespace EnviAgriNet.Cloud.Forecasts;

/// <summary>A published forecast in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Series">What is forecast.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="DataTo">The last price it knew.</param>
/// <param name="LastStep">The last day, week or month it tells of.</param>
internal sealed record ForecastLine(long Id, PriceSeries Series, DateTimeOffset MadeAt, DateOnly DataTo, DateOnly LastStep);
