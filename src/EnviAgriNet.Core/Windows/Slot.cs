namespace EnviAgriNet.Core.Windows;

/// <summary>The readings of one slot of a window as a few numbers.</summary>
/// <param name="At">The mean time of its readings.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Sum">Their sum.</param>
/// <param name="Count">How many they are, 1 or more.</param>
public readonly record struct Slot(DateTimeOffset At, double Mean, double Sum, int Count);
