using EnviAgriNet.Forecasting.Models.Arima;

namespace EnviAgriNet.Forecasting.Tests.Models.Arima;

public sealed class UnitRootsTests
{
    [Fact]
    public void Statistic_OfClassicSeries_IsAsInRsUrca()
    {
        Assert.Equal(1.315226463, UnitRoots.Statistic(ClassicSeries.Nile), 1e-8);
        Assert.Equal(0.3678891108, UnitRoots.Statistic(ClassicSeries.Hormone), 1e-8);
        Assert.Equal(0.7219743181, UnitRoots.Statistic(ClassicSeries.Users), 1e-8);
    }

    [Fact]
    public void Strength_OfClassicSeries_IsNearRsMstl()
    {
        Assert.Equal(0.9406724903, SeasonalStrength.Of(ClassicSeries.Passengers, 12), 1e-6);
        Assert.Equal(0.96445397, SeasonalStrength.Of([.. ClassicSeries.Passengers.Select(x => Math.Log(x))], 12), 1e-6);
    }

    [Fact]
    public void Differences_OfConstantsAndLines_StopWhereNothingMoves()
    {
        Assert.Equal(0, UnitRoots.Differences([5, 5, 5, 5, 5, 5], 2));
        Assert.Equal(1, UnitRoots.Differences([.. Enumerable.Range(0, 50).Select(t => 3.0 * t)], 2));
    }
}
