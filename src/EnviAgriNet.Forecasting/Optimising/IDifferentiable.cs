namespace EnviAgriNet.Forecasting.Optimising;

/// <summary>A function that knows its own slope.</summary>
internal interface IDifferentiable
{
    /// <summary>Its value; an infinity or NaN where it is not defined.</summary>
    double Value(ReadOnlySpan<double> point);

    /// <summary>Its slope at the point last asked by <see cref="Value"/>, which was finite there.</summary>
    void Slope(Span<double> slope);
}
