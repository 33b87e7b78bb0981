namespace EnviAgriNet.Core.Crops.Outlook.Yields;

/// <summary>Least squares without a constant, drawn towards 0, for a handful of columns.</summary>
internal static class SmallRidge
{
    /// <summary>The coefficients.</summary>
    /// <param name="rows">As many columns each.</param>
    /// <param name="targets">As many as rows.</param>
    /// <param name="penalty">Added to the diagonal, above 0, so that there always is a solution.</param>
    public static double[] Solve(IReadOnlyList<double[]> rows, IReadOnlyList<double> targets, double penalty)
    {
        int n = rows[0].Length;
        double[,] a = new double[n, n];
        double[] x = new double[n];
        for (int i = 0; i < n; i++)
        {
            a[i, i] = penalty;
            for (int r = 0; r < rows.Count; r++)
            {
                x[i] += rows[r][i] * targets[r];
                for (int j = 0; j < n; j++)
                {
                    a[i, j] += rows[r][i] * rows[r][j];
                }
            }
        }

        Eliminate(a, x);
        return x;
    }

    // The matrix is symmetric and positive definite: no pivot is needed.
    private static void Eliminate(double[,] a, double[] x)
    {
        int n = x.Length;
        for (int i = 0; i < n; i++)
        {
            for (int j = i + 1; j < n; j++)
            {
                double factor = a[j, i] / a[i, i];
                for (int k = i; k < n; k++)
                {
                    a[j, k] -= factor * a[i, k];
                }

                x[j] -= factor * x[i];
            }
        }

        for (int i = n - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < n; j++)
            {
                x[i] -= a[i, j] * x[j];
            }

            x[i] /= a[i, i];
        }
    }
}
