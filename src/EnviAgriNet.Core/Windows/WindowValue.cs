namespace EnviAgriNet.Core.Windows;

/// <summary>A number over a window, and how much of the window it rests on.</summary>
/// <param name="Value">The number, in the unit of the quantity.</param>
/// <param name="Filled">The slots of the window that hold data, 1 or more.</param>
/// <param name="Slots">All slots of the window: minutes, or hours where the window is one of hours.</param>
public readonly record struct WindowValue(double Value, int Filled, int Slots)
{
    /// <summary>The share of the window that holds data, from 0 to 1.</summary>
    public double Completeness => (double)Filled / Slots;
}
