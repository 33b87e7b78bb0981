namespace EnviAgriNet.Core.Quality;

/// <summary>A whole series as the tests see it: values in the order of the recording, NaN where one is missing.</summary>
public sealed class QualitySeries
{
    private readonly long[] _timesMs;
    private readonly double[] _values;
    private readonly double[]? _depths;
    private double? _stepSeconds;

    /// <summary>A series; all lists are equally long. They are kept, not copied.</summary>
    /// <param name="timesMs">Milliseconds since 1970.</param>
    /// <param name="values">The values; what is not finite is missing.</param>
    /// <param name="depths">The depth of each in metres, positive down, NaN where unknown; null when none is known.</param>
    public QualitySeries(long[] timesMs, double[] values, double[]? depths = null)
    {
        if (timesMs.Length != values.Length || (depths is not null && depths.Length != values.Length))
        {
            throw new ArgumentException("times, values and depths are not equally many", nameof(values));
        }

        _timesMs = timesMs;
        _values = values;
        _depths = depths;
    }

    /// <summary>How many points there are, missing ones included.</summary>
    public int Count => _values.Length;

    /// <summary>Milliseconds since 1970.</summary>
    public ReadOnlySpan<long> TimesMs => _timesMs;

    /// <summary>The values; not finite is missing.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>Whether any depth is known.</summary>
    public bool HasDepths => _depths is not null && Array.Exists(_depths, double.IsFinite);

    /// <summary>
    /// The median step between neighbours in whole seconds, as ioos_qc counts it; where that is zero, the exact one. NaN with fewer
    /// than two points.
    /// </summary>
    public double StepSeconds => _stepSeconds ??= MedianStep();

    /// <summary>The depth of a point, NaN when unknown.</summary>
    public double DepthAt(int i) => _depths is null ? double.NaN : _depths[i];

    /// <summary>Whether the value of a point is missing.</summary>
    public bool IsMissing(int i) => !double.IsFinite(_values[i]);

    private double MedianStep()
    {
        if (Count < 2)
        {
            return double.NaN;
        }

        long[] steps = new long[Count - 1];
        for (int i = 0; i < steps.Length; i++)
        {
            steps[i] = _timesMs[i + 1] - _timesMs[i];
        }

        Array.Sort(steps);
        int middle = steps.Length / 2;
        long ms = steps.Length % 2 == 1 ? steps[middle] : (steps[middle - 1] + steps[middle]) / 2;
        return ms >= 1000 ? ms / 1000 : ms / 1000.0;
    }
}
