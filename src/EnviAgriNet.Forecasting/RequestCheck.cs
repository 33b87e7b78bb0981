using EnviAgriNet.Forecasting.Series;

namespace EnviAgriNet.Forecasting;

/// <summary>The limits of a request.</summary>
internal static class RequestCheck
{
    /// <summary>The refusal, or null.</summary>
    public static ForecastOutcome? Fault(ForecastRequest request)
    {
        if (request.Horizon is < 1 or > ForecastLimits.HorizonMax)
        {
            return ForecastOutcome.Refused("horizon", $"must be 1 to {ForecastLimits.HorizonMax}; it is {request.Horizon}");
        }

        foreach (SeriesPoint point in request.Points)
        {
            if (point.Value is { } value && Math.Abs(value) > ForecastLimits.ValueMax)
            {
                return ForecastOutcome.Refused(
                    "value", FormattableString.Invariant($"must be at most {ForecastLimits.ValueMax:0.#E+0} in size; on {point.Date:yyyy-MM-dd} it is {value}"));
            }
        }

        return null;
    }
}
