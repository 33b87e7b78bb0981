namespace EnviAgriNet.Core.Windows;

/// <summary>How a thing measured can move; what moves otherwise may be a fault of the sensor.</summary>
/// <param name="ReadingsMin">How many readings it takes to tell.</param>
/// <param name="SpanMin">How long they must reach back.</param>
/// <param name="RatePerHourMax">The fastest change per hour that needs no further sign.</param>
/// <param name="BurstPerHourMax">The fastest change per hour at all, in a rise of several steps.</param>
/// <param name="StepShareMax">The largest share of such a rise that one step may carry.</param>
/// <param name="StepFree">A step no larger than this is never too fast: the noise of the sensor.</param>
public readonly record struct MotionLimits(
    int ReadingsMin,
    TimeSpan SpanMin,
    double RatePerHourMax,
    double BurstPerHourMax,
    double StepShareMax,
    double StepFree);
