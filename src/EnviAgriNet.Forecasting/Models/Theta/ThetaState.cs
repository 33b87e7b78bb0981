namespace EnviAgriNet.Forecasting.Models.Theta;

/// <summary>Where the optimised Theta method stands after some values.</summary>
/// <param name="Count">How many values were seen.</param>
/// <param name="Level">The smoothed level.</param>
/// <param name="Mean">The mean of the values.</param>
/// <param name="Height">The line's height before the first value.</param>
/// <param name="Slope">The line's rise a step.</param>
/// <param name="Fade">One minus the weight of the newest value, to the power of <paramref name="Count"/>.</param>
internal readonly record struct ThetaState(int Count, double Level, double Mean, double Height, double Slope, double Fade);
