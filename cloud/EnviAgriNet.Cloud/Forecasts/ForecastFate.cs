using EnviAgriNet.Cloud.Registry.Markets;

namespace EnviAgriNet.Cloud.Forecasts;

/// <summary>What became of a series when its forecast was to be published.</summary>
/// <param name="Series">The series.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Id">The forecast people are shown now, or null.</param>
/// <param name="Reason">Why nothing was published, in English; null when something was.</param>
internal sealed record ForecastFate(PriceSeries Series, ForecastFateKind Kind, long? Id, string? Reason);

/// <summary>What can become of a series.</summary>
internal enum ForecastFateKind
{
    /// <summary>A new forecast is shown.</summary>
    Published,

    /// <summary>No price changed since the last one, which is shown on.</summary>
    Unchanged,

    /// <summary>The last price is too old to say anything of the days to come.</summary>
    TooOld,

    /// <summary>The forecaster found too little to go by.</summary>
    Refused,
}
