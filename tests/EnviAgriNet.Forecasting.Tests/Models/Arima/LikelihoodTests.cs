using EnviAgriNet.Forecasting.Models.Arima;

namespace EnviAgriNet.Forecasting.Tests.Models.Arima;

public sealed class LikelihoodTests
{
    private static readonly ArimaOrder Wide = new(2, 0, 2, 1, 0, 1, 4, true);
    private static readonly double[] Point = [0.5, -0.2, 0.3, 0.1, 0.4, -0.3, 0.7];

    [Fact]
    public void Exact_OfThirdOrder_IsAsRsArima()
    {
        var problem = new ArimaProblem(ClassicSeries.Hormone, [], 0, 0, 1);
        ArimaEstimate estimate = problem.Exact(new ArimaOrder(3, 0, 0, 0, 0, 0, 1, true), 1e-10)!;
        Assert.Equal(-27.09241107, estimate.LogLikelihood, 1e-5);
        Assert.Equal(0.6447965165, estimate.Point[0], 1e-3);
        Assert.Equal(-0.2198061917, estimate.Point[2], 1e-3);
        Assert.Equal(2.393127468, estimate.Point[3], 1e-3);
    }

    [Fact]
    public void Run_OfTheFilter_HasTheVarianceAndPredictionsOfTheWholeCovariance()
    {
        var polynomials = new ArmaPolynomials(Wide);
        Assert.True(polynomials.Take(Point.AsSpan(0, 6), 1));
        double[] series = [.. ClassicSeries.Hormone.Take(20).Select(x => x - 2.4)];
        double[] errors = new double[20];
        double[] scales = new double[20];
        new InnovationsFilter(polynomials).Run(series, errors, scales);

        double[] psi = ArmaPolynomials.Psi(polynomials.Ar, polynomials.Ma, 4000);
        double[] covariances = [.. Enumerable.Range(0, 20).Select(lag => Enumerable.Range(0, 3900).Sum(k => psi[k] * psi[k + lag]))];
        (double[] whole, double[] variances) = ByDurbin(series, covariances);
        for (int t = 0; t < 20; t++)
        {
            Assert.Equal(whole[t], errors[t], 9);
            Assert.Equal(variances[t], scales[t] * scales[t], 9);
        }
    }

    [Fact]
    public void Slopes_OfTheConditionalSquares_AreThoseOfSmallSteps()
    {
        double[] series = [.. Enumerable.Range(0, 400).Select(t => Math.Sin(t * t * 0.37) + (0.5 * Math.Cos(t * 0.8)))];
        double[][] columns = [[.. Enumerable.Range(0, 400).Select(t => 1 + (0.1 * Math.Sin(t)))]];
        var problem = new ConditionalSquares(Wide, series, columns, 1);
        AssertSlopes(problem, 0.02);
    }

    [Fact]
    public void Slopes_OfTheExactSquares_AreThoseOfSmallSteps()
    {
        double[] series = [.. Enumerable.Range(0, 90).Select(t => Math.Sin(t * t * 0.37) + (0.5 * Math.Cos(t * 0.8)))];
        double[][] columns = [[.. Enumerable.Range(0, 90).Select(t => 1 + (0.1 * Math.Sin(t)))]];
        AssertSlopes(new ExactSquares(Wide, series, columns, 1), 1e-3);
    }

    private static void AssertSlopes(ILeastSquares problem, double tolerance)
    {
        double[] normal = new double[problem.Size * problem.Size];
        double[] slope = new double[problem.Size];
        problem.Squares(Point);
        problem.Slopes(Point, normal, slope);
        double largest = slope.Max(Math.Abs);
        for (int i = 0; i < Point.Length; i++)
        {
            double[] up = [.. Point];
            double[] down = [.. Point];
            up[i] += 1e-5;
            down[i] -= 1e-5;
            double numeric = (problem.Squares(up) - problem.Squares(down)) / 4e-5;
            Assert.True(Math.Abs(numeric - slope[i]) < tolerance * largest, $"coefficient {i}: {slope[i]} but by small steps {numeric}");
        }
    }

    /// <summary>One-step errors and their variances by the innovations of a plain Cholesky factor.</summary>
    private static (double[] Errors, double[] Variances) ByDurbin(double[] series, double[] covariances)
    {
        int count = series.Length;
        double[,] lower = new double[count, count];
        double[] errors = new double[count];
        double[] variances = new double[count];
        for (int t = 0; t < count; t++)
        {
            double predicted = 0;
            for (int k = 0; k <= t; k++)
            {
                double sum = covariances[t - k];
                for (int j = 0; j < k; j++)
                {
                    sum -= lower[t, j] * lower[k, j] * variances[j];
                }

                lower[t, k] = k == t ? 1 : sum / variances[k];
                variances[t] = k == t ? sum : variances[t];
                predicted += k == t ? 0 : lower[t, k] * errors[k];
            }

            errors[t] = series[t] - predicted;
        }

        return (errors, variances);
    }
}
