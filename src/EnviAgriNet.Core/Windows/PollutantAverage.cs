using EnviAgriNet.Core.Indices;

namespace EnviAgriNet.Core.Windows;

/// <summary>The mean of a pollutant over the window of its index, and the index.</summary>
/// <param name="Pollutant">Which one.</param>
/// <param name="Average">Its mean with the averaging period, or why there is none; rounded to what is shown to people.</param>
/// <param name="Index">Its index; null without a mean.</param>
public readonly record struct PollutantAverage(Pollutant Pollutant, AveragedValue Average, AqiValue? Index);
