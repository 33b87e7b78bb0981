using EnviAgriNet.Core.Quality;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Core.Tests.Quality;

public sealed class NetworkTests
{
    private static readonly NeighbourTest Test = new(10, 0.5, 30);

    [Theory]
    [InlineData(30, 1)]
    [InlineData(37.5, 1)]
    [InlineData(37.6, 3)]
    [InlineData(12.4, 3)]
    [InlineData(double.NaN, 9)]
    public void Neighbour_DistanceToTheMedian_IsSuspectBeyondTolerance(double value, int expected) =>
        Assert.Equal(expected, (int)Test.Judge(value, [new(1, 20), new(2, 25), new(3, 900), new(4, 10), new(5, double.NaN), new(6, 30)]));

    [Fact]
    public void Neighbour_HighMedian_AllowsAShareOfIt()
    {
        NeighbourValue[] smoke = [new(1, 200), new(2, 200), new(3, 200)];
        Assert.Equal(QualityFlag.Pass, Test.Judge(300, smoke));
        Assert.Equal(QualityFlag.Suspect, Test.Judge(301, smoke));
    }

    [Fact]
    public void Neighbour_TooFewOrTooFar_CannotTell()
    {
        Assert.Equal(QualityFlag.NotEvaluated, Test.Judge(500, [new(1, 20), new(2, 20)]));
        Assert.Equal(QualityFlag.NotEvaluated, Test.Judge(500, [new(1, 20), new(2, 20), new(30.1, 20)]));
        Assert.Equal(QualityFlag.Suspect, Test.Judge(500, [new(1, 20), new(2, 20), new(30, 20)]));
    }

    [Fact]
    public void Neighbour_ManyAround_AsksTheNearest()
    {
        NeighbourValue[] near = [.. Enumerable.Range(1, 8).Select(i => new NeighbourValue(i, 20))];
        NeighbourValue[] far = [.. Enumerable.Range(1, 20).Select(i => new NeighbourValue(10 + i, 500))];
        Assert.Equal(QualityFlag.Pass, Test.Judge(20, [.. far, .. near]));
    }

    [Fact]
    public void Neighbour_Directions_GoRoundNorth()
    {
        NeighbourTest test = new(30, 0);
        Assert.Equal(QualityFlag.Pass, test.Judge(355, [new(1, 5), new(2, 10), new(3, 20)], isDirection: true));
        Assert.Equal(QualityFlag.Suspect, test.Judge(180, [new(1, 5), new(2, 10), new(3, 20)], isDirection: true));
    }

    [Fact]
    public void Consistency_OfAMoment_NamesBothSides()
    {
        ConsistencyTest test = ConsistencyTest.Default;
        Assert.Empty(test.Judge(new StationMoment { Pm25 = 30, Pm10 = 50, AirTemperature = 30, DewPoint = 25, WindSpeed = 2, WindDirection = 10 }));
        Assert.Equal(["pm10", "pm25"], test.Judge(new StationMoment { Pm25 = 90, Pm10 = 50 }).Order());
        Assert.Equal(["air_temperature", "dew_point"], test.Judge(new StationMoment { AirTemperature = 20, DewPoint = 20.6 }).Order());
        Assert.Empty(test.Judge(new StationMoment { AirTemperature = 20, DewPoint = 20.5 }));
        Assert.Equal(["wind_direction"], test.Judge(new StationMoment { WindDirection = 90 }));
        Assert.Equal(
            ["wind_direction", "wind_speed"],
            test.Judge(new StationMoment { WindSpeed = 0, WindDirection = 90, WindDirectionBefore = 10 }).Order());
    }

    /// <summary>The time tests of ioos_qc: a date beyond the span or in the future, reception older than 6 h, a gap over 2 h.</summary>
    [Fact]
    public void Times_BeyondTheirSpan_Fail()
    {
        DateTimeOffset now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal(QualityFlag.Fail, GapTest.ImpossibleDate(now.AddSeconds(1), now, null, null));
        Assert.Equal(QualityFlag.Pass, GapTest.ImpossibleDate(now, now, now, now));
        Assert.Equal(QualityFlag.Fail, GapTest.ImpossibleDate(now.AddDays(-2), now, now.AddDays(-1), null));
        Assert.Equal(QualityFlag.Pass, GapTest.Reception(6 * 3_600_000, TimeSpan.FromHours(6)));
        Assert.Equal(QualityFlag.Fail, GapTest.Reception((6 * 3_600_000) + 1, TimeSpan.FromHours(6)));
        long[] times = [0, 7_200_000, 14_400_001, 14_500_000];
        Assert.Equal("1141", Flags.Of(new GapTest(null, 7200), new QualitySeries(times, [1, 1, 1, 1])));
        Assert.Equal("441", Flags.Of(new GapTest(null, 7200), new QualitySeries([0, 7_200_001, 7_300_000], [1, 1, 1])));
    }
}
