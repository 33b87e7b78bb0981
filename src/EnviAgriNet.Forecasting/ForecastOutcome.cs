namespace EnviAgriNet.Forecasting;

/// <summary>A forecast, or why there is none. Exactly one of the two is not null.</summary>
public sealed record ForecastOutcome
{
    private ForecastOutcome(PriceForecast? forecast, ForecastRefusal? refusal)
    {
        Forecast = forecast;
        Refusal = refusal;
    }

    /// <summary>The forecast.</summary>
    public PriceForecast? Forecast { get; }

    /// <summary>Why there is none.</summary>
    public ForecastRefusal? Refusal { get; }

    /// <summary>A forecast.</summary>
    public static ForecastOutcome Of(PriceForecast forecast) => new(forecast, null);

    /// <summary>A refusal.</summary>
    public static ForecastOutcome Refused(string field, string reason) => new(null, new ForecastRefusal(field, reason));
}

/// <summary>Why there is no forecast.</summary>
/// <param name="Field">What is at fault: <c>points</c>, <c>horizon</c> or <c>value</c>.</param>
/// <param name="Reason">The limit in English.</param>
public sealed record ForecastRefusal(string Field, string Reason);
