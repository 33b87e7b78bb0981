namespace EnviAgriNet.Forecasting.Models.Simple;

/// <summary>Whether a series can be computed with at all: squares and their sums must stay numbers.</summary>
internal static class ValuesInReach
{
    private const double Largest = 1e100;

    public static bool Of(ReadOnlySpan<double> values, int atLeast)
    {
        if (values.Length < atLeast)
        {
            return false;
        }

        foreach (double value in values)
        {
            if (!(Math.Abs(value) <= Largest))
            {
                return false;
            }
        }

        return true;
    }
}
