namespace EnviAgriNet.Forecasting.Models;

/// <summary>A model fitted to a series: its forecasts, and what it would have said one step ahead in the past.</summary>
public abstract class ModelFit
{
    /// <summary>What was fitted, such as <c>ETS(A,Ad,N)</c> or <c>ARIMA(1,1,1)(0,1,1)[12]</c>.</summary>
    public abstract string Description { get; }

    /// <summary>How many numbers were estimated from the series, the variance not counted.</summary>
    public abstract int Parameters { get; }

    /// <summary>One-step errors, value minus forecast, of the length of the series; NaN where there was no forecast yet.</summary>
    public abstract IReadOnlyList<double> Residuals { get; }

    /// <summary>
    /// The same model with the same estimated numbers on a series that goes on after the fitted one: what the model of then would say
    /// now. Quick, for trials over many origins.
    /// </summary>
    /// <param name="values">The fitted values and those after them.</param>
    public abstract ModelFit Apply(ReadOnlySpan<double> values);

    /// <summary>Point forecasts for the next <paramref name="horizon"/> steps, every one finite.</summary>
    public abstract double[] Forecast(int horizon);

    /// <summary>Standard errors of those forecasts by the model's own theory, never negative and every one finite.</summary>
    public abstract double[] StandardErrors(int horizon);
}
