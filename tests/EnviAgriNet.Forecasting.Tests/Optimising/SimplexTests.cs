using EnviAgriNet.Forecasting.Optimising;

namespace EnviAgriNet.Forecasting.Tests.Optimising;

public sealed class SimplexTests
{
    [Fact]
    public void Minimise_RosenbrocksValley_FindsItsEnd()
    {
        Minimum minimum = Simplex.Minimise(
            x => Math.Pow(1 - x[0], 2) + (100 * Math.Pow(x[1] - (x[0] * x[0]), 2)), [-1.2, 1], [0.5, 0.5],
            new SimplexOptions { Tolerance = 1e-14 });
        Assert.True(minimum.Converged);
        Assert.Equal(1, minimum.Point[0], 1e-4);
        Assert.Equal(1, minimum.Point[1], 1e-4);
    }

    [Fact]
    public void Minimise_BeyondALimit_StaysOnIt()
    {
        Minimum minimum = Simplex.Minimise(
            x => Math.Pow(x[0] - 5, 2) + (x[1] * x[1]), [0.5, 1], [1, 1],
            new SimplexOptions { Lower = [0, 0], Upper = [1, 10] });
        Assert.Equal([1, 0], [Math.Round(minimum.Point[0], 6), Math.Round(minimum.Point[1], 3)]);
    }

    [Fact]
    public void Minimise_WhereTheFunctionIsNotANumber_GoesAround()
    {
        Minimum minimum = Simplex.Minimise(x => x[0] < 1 ? double.NaN : x[0], [3], [1]);
        Assert.Equal(1, minimum.Value, 1e-6);
    }

    [Fact]
    public void Minimise_OfNothingFinite_EndsAtItsLimitWithInfinity()
    {
        Minimum minimum = Simplex.Minimise(_ => double.NaN, [1, 2], [1, 1], new SimplexOptions { EvaluationsMax = 50 });
        Assert.Equal(double.PositiveInfinity, minimum.Value);
        Assert.InRange(minimum.Evaluations, 3, 60);
    }
}
