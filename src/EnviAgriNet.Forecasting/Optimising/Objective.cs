namespace EnviAgriNet.Forecasting.Optimising;

/// <summary>A function to be made as small as possible. NaN and infinities are taken as "worse than anything".</summary>
/// <param name="point">Where it is asked; only valid during the call.</param>
public delegate double Objective(ReadOnlySpan<double> point);
