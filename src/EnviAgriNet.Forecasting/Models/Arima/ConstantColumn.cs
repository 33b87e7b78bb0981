namespace EnviAgriNet.Forecasting.Models.Arima;

/// <summary>The column of a constant: ones for a mean; the steps counted for a drift, which differencing turns into ones.</summary>
internal static class ConstantColumn
{
    public static double[] Of(int count, int differences)
    {
        double[] column = new double[count];
        for (int t = 0; t < count; t++)
        {
            column[t] = At(t, differences);
        }

        return column;
    }

    public static double At(int step, int differences) => differences == 0 ? 1 : step + 1;
}
