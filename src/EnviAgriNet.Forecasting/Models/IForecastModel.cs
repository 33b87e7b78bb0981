namespace EnviAgriNet.Forecasting.Models;

/// <summary>A way to forecast a series from its own past. Stateless; the same values always give the same fit.</summary>
public interface IForecastModel
{
    /// <summary>Its short name in tables, such as <c>ets</c> or <c>snaive</c>.</summary>
    string Name { get; }

    /// <summary>Fits the model.</summary>
    /// <param name="values">Equally spaced values, oldest first, every one finite (gaps are filled before).</param>
    /// <param name="season">Steps in a season: 12 for months, 52 for weeks, 260 for working days; 1 for none.</param>
    /// <returns>The fit, or null when the model does not apply: too short a series, no season, no positive values.</returns>
    ModelFit? Fit(ReadOnlySpan<double> values, int season);
}
