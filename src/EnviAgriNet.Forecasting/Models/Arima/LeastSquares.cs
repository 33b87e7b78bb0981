namespace EnviAgriNet.Forecasting.Models.Arima;

/// <summary>The method of Levenberg and Marquardt with walls: where the model is not admissible the step is shortened.</summary>
internal static class LeastSquares
{
    private const double DampingMax = 1e8;

    /// <summary>Improves <paramref name="point"/> in place and returns its sum of squares.</summary>
    public static double Minimise(ILeastSquares problem, double[] point, int stepsMax, double gain)
    {
        int size = problem.Size;
        double best = problem.Squares(point);
        if (size == 0 || !double.IsFinite(best))
        {
            return best;
        }

        double[] normal = new double[size * size];
        double[] slope = new double[size];
        double[] tried = new double[size];
        double[] work = new double[size * size];
        double damping = 1e-3;
        for (int step = 0; step < stepsMax && best > 0; step++)
        {
            problem.Slopes(point, normal, slope);
            double before = best;
            while (damping < DampingMax)
            {
                if (!Solve(normal, slope, damping, work, tried))
                {
                    damping *= 10;
                    continue;
                }

                // What the step would bring if the errors were straight lines; when that is too little nothing else will bring more.
                double promised = 0;
                for (int i = 0; i < size; i++)
                {
                    promised += tried[i] * slope[i];
                    tried[i] = point[i] - tried[i];
                }

                if (promised <= gain * best)
                {
                    damping = DampingMax;
                    break;
                }

                double squares = problem.Squares(tried);
                if (squares < best)
                {
                    best = squares;
                    tried.CopyTo(point, 0);
                    damping = Math.Max(1e-9, damping / 10);
                    break;
                }

                damping *= double.IsFinite(squares) ? 10 : 4;
            }

            if (damping >= DampingMax || before - best <= gain * best)
            {
                break;
            }
        }

        return best;
    }

    /// <summary>Solves (normal + damping × its diagonal) x = slope by Cholesky; false when it is not definite.</summary>
    private static bool Solve(double[] normal, double[] slope, double damping, double[] work, double[] solution)
    {
        int size = slope.Length;
        double largest = 0;
        for (int i = 0; i < size; i++)
        {
            largest = Math.Max(largest, normal[(i * size) + i]);
        }

        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = normal[(i * size) + j];
                if (i == j)
                {
                    sum += (damping * sum) + (1e-14 * largest);
                }

                for (int k = 0; k < j; k++)
                {
                    sum -= work[(i * size) + k] * work[(j * size) + k];
                }

                if (i != j)
                {
                    work[(i * size) + j] = sum / work[(j * size) + j];
                }
                else if (sum > 0 && double.IsFinite(sum))
                {
                    work[(i * size) + i] = Math.Sqrt(sum);
                }
                else
                {
                    return false;
                }
            }
        }

        Substitute(work, slope, solution);
        return true;
    }

    private static void Substitute(double[] lower, double[] right, double[] solution)
    {
        int size = right.Length;
        for (int i = 0; i < size; i++)
        {
            double sum = right[i];
            for (int k = 0; k < i; k++)
            {
                sum -= lower[(i * size) + k] * solution[k];
            }

            solution[i] = sum / lower[(i * size) + i];
        }

        for (int i = size - 1; i >= 0; i--)
        {
            double sum = solution[i];
            for (int k = i + 1; k < size; k++)
            {
                sum -= lower[(k * size) + i] * solution[k];
            }

            solution[i] = sum / lower[(i * size) + i];
        }
    }
}
