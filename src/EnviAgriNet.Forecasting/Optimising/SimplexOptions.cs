namespace EnviAgriNet.Forecasting.Optimising;

/// <summary>When a simplex search ends.</summary>
public sealed record SimplexOptions
{
    /// <summary>Evaluations allowed. Default 500.</summary>
    public int EvaluationsMax { get; init; } = 500;

    /// <summary>Ends when best and worst corner differ by less than this part of the best. Default 1e-8.</summary>
    public double Tolerance { get; init; } = 1e-8;

    /// <summary>Lower limits, one for each coordinate, or null for none. Points are moved onto the limit.</summary>
    public IReadOnlyList<double>? Lower { get; init; }

    /// <summary>Upper limits, one for each coordinate, or null for none. Points are moved onto the limit.</summary>
    public IReadOnlyList<double>? Upper { get; init; }
}
