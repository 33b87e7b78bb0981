namespace EnviAgriNet.Forecasting.Models.Simple;

/// <summary>The same estimated numbers on a series that goes on.</summary>
internal delegate ModelFit AppliedTo(ReadOnlySpan<double> values);
