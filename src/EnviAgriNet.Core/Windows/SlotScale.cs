using System.Collections.Concurrent;
using EnviAgriNet.Core.Quantities;

namespace EnviAgriNet.Core.Windows;

/// <summary>
/// The steps in which a window keeps the values of a quantity: codes of 16 bits from the lowest plausible value to the highest.
/// The step is the smallest of 1, 2, 5 times a power of ten that gets along with <see cref="CodeMax"/>, and every value kept is a
/// whole multiple of it, so that 0 and what instruments print in decimals stay exact wherever their digits allow.
/// </summary>
internal sealed class SlotScale
{
    /// <summary>The largest code; a slot keeps the code plus one, and 0 when it is empty.</summary>
    public const int CodeMax = 65_534;

    private const int ExponentMin = -9;
    private const int ExponentMax = 15;

    private static readonly ConcurrentDictionary<Quantity, SlotScale> Known = [];

    private readonly double _stepsPerUnit;
    private readonly double _base;
    private readonly double _times;
    private readonly double _over;

    private SlotScale(Quantity quantity)
    {
        Quantity = quantity;
        (_times, _over) = StepOf(quantity);
        _stepsPerUnit = _over / _times;
        _base = Math.Floor(Math.Round(quantity.Min * _stepsPerUnit, 6));
    }

    public Quantity Quantity { get; }

    public double Step => _times / _over;

    /// <summary>The scale of a quantity; its windows share it.</summary>
    public static SlotScale Of(Quantity quantity) => Known.GetOrAdd(quantity, q => new SlotScale(q));

    /// <summary>The code nearest to a plausible value.</summary>
    public int CodeOf(double value) => Math.Min(CodeMax, (int)(Math.Round(value * _stepsPerUnit) - _base));

    /// <summary>The value of a code, or of a mean of codes.</summary>
    public double ValueOf(double code) => (_base + code) * _times / _over;

    /// <summary>The sum of values from the sum of their codes.</summary>
    public double SumOf(double codes, double count) => ((_base * count) + codes) * _times / _over;

    // One of the two is 1: a step of 0.05 is 1 over 20, so that no value suffers from 0.05 not being a binary number.
    private static (double Times, double Over) StepOf(Quantity quantity)
    {
        double range = quantity.Max - quantity.Min;
        for (int exponent = ExponentMin; exponent <= ExponentMax; exponent++)
        {
            foreach (int digit in (ReadOnlySpan<int>)[1, 2, 5])
            {
                double power = Math.Pow(10, Math.Abs(exponent));
                double times = exponent < 0 ? 1 : digit * power;
                double over = exponent < 0 ? power / digit : 1;

                // A range that begins between two steps takes one code more.
                if (range * over / times <= CodeMax - 1 || (range * over / times <= CodeMax && IsWhole(quantity.Min * over / times)))
                {
                    return (times, over);
                }
            }
        }

        throw new ArgumentException($"The range of '{quantity}' is too wide for a window", nameof(quantity));
    }

    private static bool IsWhole(double steps) => Math.Abs(steps - Math.Round(steps)) < 1e-6;
}
