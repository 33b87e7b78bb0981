namespace EnviAgriNet.Forecasting.Metrics;

/// <summary>Adds up errors of forecasts until a row is made of them.</summary>
internal sealed class ErrorTally
{
    private const double Alpha = 0.05;

    private int _points;
    private double _smape;
    private double _scaled;
    private int _scaledPoints;
    private int _banded;
    private int _bandedScaled;
    private double _pinball;
    private double _intervals;
    private int _within80;
    private int _within95;

    /// <summary>Counts one forecast.</summary>
    /// <param name="actual">What came.</param>
    /// <param name="step">What was said.</param>
    /// <param name="scale">The naive scale of what was known then; NaN or 0 leaves the scaled measures out.</param>
    /// <param name="hasBands">Whether its bands are meant.</param>
    public void Add(double actual, ForecastStep step, double scale, bool hasBands)
    {
        _points++;
        _smape += ForecastErrors.Smape([actual], [step.Median]);
        bool isScaled = scale > 0;
        if (isScaled)
        {
            _scaled += Math.Abs(actual - step.Median) / scale;
            _scaledPoints++;
        }

        if (!hasBands)
        {
            return;
        }

        _banded++;
        _within80 += actual >= step.Low80 && actual <= step.High80 ? 1 : 0;
        _within95 += actual >= step.Low95 && actual <= step.High95 ? 1 : 0;
        _pinball += (ForecastErrors.Pinball(actual, step.Low95, 0.025)
            + ForecastErrors.Pinball(actual, step.Low80, 0.1)
            + ForecastErrors.Pinball(actual, step.Median, 0.5)
            + ForecastErrors.Pinball(actual, step.High80, 0.9)
            + ForecastErrors.Pinball(actual, step.High95, 0.975)) / 5;
        if (isScaled)
        {
            _intervals += ForecastErrors.IntervalScore(actual, step.Low95, step.High95, Alpha) / scale;
            _bandedScaled++;
        }
    }

    /// <summary>The row.</summary>
    public ErrorRow Row(string name) => new(
        name,
        Mean(_smape, _points),
        Mean(_scaled, _scaledPoints),
        Mean(_pinball, _banded),
        Mean(_intervals, _bandedScaled),
        Mean(_within80, _banded),
        Mean(_within95, _banded));

    private static double? Mean(double sum, int count) => count == 0 ? null : sum / count;
}
