using EnviAgriNet.Core.Crops.Outlook;
using EnviAgriNet.Core.Crops.Outlook.Yields;

namespace EnviAgriNet.Core.Tests.Crops.Outlook.Yields;

public sealed class YieldForecasterTests
{
    [Theory]
    [InlineData(1.25, 0.8, 0.75)]
    [InlineData(1.0, 0.8, 0.8)]
    [InlineData(0.5, 0.6, 0.8)]
    [InlineData(1.2, 0, 0)]
    [InlineData(1.1, double.NaN, 1)]
    public void Factor_OfFao33_IsOneMinusKyTimesDeficit(double ky, double ratio, double factor) =>
        Assert.Equal(factor, YieldResponse.Factor(ky, ratio), 9);

    [Fact]
    public void Of_SameEveryYear_IsThatWithoutWidth()
    {
        YieldForecast forecast = YieldForecaster.Of(Years(20, _ => (1000, 900, 450)), 2020)!;
        Assert.Equal((450d, 450d, 450d), (Math.Round(forecast.Low, 6), Math.Round(forecast.Median, 6), Math.Round(forecast.High, 6)));
        Assert.Equal((0.9, 500d, 450d), (forecast.HarvestedShare, forecast.KgPerHarvestedRai, Math.Round(forecast.TonsMedian, 6)));
    }

    [Fact]
    public void Of_YearsFromItsOwnOn_AreNotLookedAt()
    {
        List<YieldYear> years = Years(30, i => (1000, 950, 400 + (i * 3) + (i % 4)));
        YieldForecast honest = YieldForecaster.Of([.. years.Where(y => y.Year < 2015)], 2015, Rain(false))!;
        Assert.Equal(honest, YieldForecaster.Of(years, 2015, Rain(true)));
    }

    [Fact]
    public void Of_FloodRainOfBefore_LowersTheShare()
    {
        // Every tenth year the North pours and a third of the area drowns.
        List<YieldYear> years = Years(30, i => (1000, i % 10 == 9 ? 650 : 980, i % 10 == 9 ? 325 : 490));
        Dictionary<int, double> north = Enumerable.Range(0, 31).ToDictionary(i => 2000 + i, i => i % 10 == 9 || i == 30 ? 1200d : 800d + (i % 3));
        SeasonRain rain = new(north, north);
        YieldForecast dry = YieldForecaster.Of(years, 2030)!;
        YieldForecast wet = YieldForecaster.Of(years, 2030, rain)!;
        Assert.Equal(0.98, dry.HarvestedShare, 6);
        Assert.True(wet.HarvestedShare < 0.9, $"{wet.HarvestedShare}");
        Assert.True(wet.Low < wet.Median && dry.Low < 0.75 * dry.Median, $"{wet} {dry}");
    }

    [Fact]
    public void Of_FewOrOddYears_IsNullOrFinite()
    {
        Assert.Null(YieldForecaster.Of([], 2020));
        Assert.Null(YieldForecaster.Of(Years(4, _ => (1, 1, 1)), 2020));
        Assert.Null(YieldForecaster.Of(Years(40, _ => (0, 0, 0)), 2040));
        YieldForecast spike = YieldForecaster.Of(Years(12, i => (1000, 1000, i == 6 ? 1e9 : 500)), 2012)!;
        Assert.True(double.IsFinite(spike.High) && spike.Low >= 0 && spike.Low <= spike.Median && spike.Median <= spike.High);
        YieldForecast falling = YieldForecaster.Of(Years(12, i => (1000, 1000, 1200 - (i * 100))), 2012)!;
        Assert.True(falling.Low > 0);
    }

    [Fact]
    public void Run_Backtest_CountsFromTheEleventhYearOn()
    {
        Dictionary<string, IReadOnlyList<YieldYear>> areas = new() { ["60"] = Years(15, _ => (1000, 900, 450)), ["10"] = Years(8, _ => (1, 1, 1)) };
        IReadOnlyList<YieldTrial> trials = YieldBacktest.Run(areas, _ => null, 0, 3000);
        Assert.Equal([2010, 2011, 2012, 2013, 2014], trials.Select(t => t.Actual.Year));
        Assert.All(trials, t => Assert.Equal(t.Before, t.After));
    }

    private static List<YieldYear> Years(int count, Func<int, (double Planted, double Harvested, double Tons)> of) =>
        [.. Enumerable.Range(0, count).Select(i => (i, of(i))).Select(y => new YieldYear(2000 + y.i, y.Item2.Planted, y.Item2.Harvested, y.Item2.Tons))];

    private static SeasonRain Rain(bool withFuture)
    {
        Dictionary<int, double> rain = Enumerable.Range(1990, 26).ToDictionary(y => y, y => 900d + (37 * (y % 7)));
        if (withFuture)
        {
            rain[2016] = 9000;
        }

        return new SeasonRain(rain, rain);
    }
}
