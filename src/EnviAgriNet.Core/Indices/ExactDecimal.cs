namespace EnviAgriNet.Core.Indices;

/// <summary>
/// Measured values as the decimal numbers that people wrote down. Tables of limits are decimal, and in binary 0.29 * 100 is
/// 28.999…: cutting that off would put a value one class too low. A double turned into a decimal keeps 15 significant
/// digits, which gives every printed number back exactly and lets a mean that ends in 9.0999999999999996 be the 9.1 it is.
/// </summary>
internal static class ExactDecimal
{
    /// <summary>No measured value comes near it, and all arithmetic of the tables stays far inside the range of a decimal.</summary>
    private const double Limit = 1e12;

    /// <summary>The value with 15 significant digits; false when it is not finite or larger than any measurement.</summary>
    public static bool TryFrom(double value, out decimal exact)
    {
        bool isUsable = double.IsFinite(value) && Math.Abs(value) <= Limit;
        exact = isUsable ? (decimal)value : 0;
        return isUsable;
    }

    /// <summary>Cuts off what lies beyond the given number of decimals, towards zero.</summary>
    public static decimal Truncate(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.ToZero);

    /// <summary>The whole number nearest to it, halves away from zero.</summary>
    public static int Round(decimal value) => (int)Math.Round(value, MidpointRounding.AwayFromZero);
}
