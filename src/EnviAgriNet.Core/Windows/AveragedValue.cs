namespace EnviAgriNet.Core.Windows;

/// <summary>A mean with the window it is of, so that a mean of 24 h is never taken for one of 8 h or for a reading.</summary>
/// <param name="Value">The mean; null when the window has too few hours.</param>
/// <param name="Window">The window and what it needs.</param>
/// <param name="HoursFilled">How many of its hours have a value.</param>
public readonly record struct AveragedValue(double? Value, AveragingWindow Window, int HoursFilled)
{
    /// <summary>The averaging period.</summary>
    public TimeSpan Period => TimeSpan.FromHours(Window.Hours);

    /// <summary>The share of its hours that have a value, from 0 to 1.</summary>
    public double Completeness => (double)HoursFilled / Window.Hours;

    /// <summary>Why there is no value: <c>too few hours: 15 of 24, needs 18</c>; null when there is one.</summary>
    public string? Reason => Value is null
        ? $"too few hours: {HoursFilled} of {Window.Hours}, needs {Window.HoursMin}"
        : null;
}
