using EnviAgriNet.Core.Quality;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Core.Tests.Quality;

public sealed class StationQualityTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly StationQuality _station = new(QualityBook.Default, ConsistencyTest.Default, isDustCorrected: false);

    [Fact]
    public void Judge_FinerDustAboveCoarser_DoubtsBoth()
    {
        Reading[] judged = _station.Judge([At("pm25", 90), At("pm10", 60), At("pm1", 40)]);
        Assert.Equal(
            [(QualityFlag.Suspect, QualityTest.Consistency), (QualityFlag.Suspect, QualityTest.Consistency), (QualityFlag.Pass, QualityTest.None)],
            judged.Select(r => (r.Quality, r.Test)));
    }

    [Theory]
    [InlineData("pm25", 60, "pm10", 58)]
    [InlineData("pm25/b", 90, "pm10", 60)]
    public void Judge_DustWithinTheNoiseOrOfAnotherChannel_Passes(string one, double first, string other, double second) =>
        Assert.All(_station.Judge([At(one, first), At(other, second)]), r => Assert.Equal(QualityFlag.Pass, r.Quality));

    [Fact]
    public void Judge_DustInHumidAir_IsDoubtedUnlessCorrected()
    {
        Reading[] humid = [At("humidity", 70.1), At("pm25", 30)];
        Assert.Equal((QualityFlag.Suspect, QualityTest.SensorDoubt), Mark(_station.Judge(humid)[1]));
        Assert.Equal(QualityFlag.Pass, _station.Judge([At("humidity", 70, 5), At("pm25", 31, 5)])[1].Quality);
        StationQuality corrected = new(QualityBook.Default, ConsistencyTest.Default, isDustCorrected: true);
        Assert.Equal(QualityFlag.Pass, corrected.Judge(humid)[1].Quality);
    }

    [Fact]
    public void Judge_HumidityOfLongAgo_SaysNothing()
    {
        _station.Judge([At("humidity", 95)]);
        Assert.Equal(QualityFlag.Suspect, _station.Judge([At("pm25", 30, 15)])[0].Quality);
        Assert.Equal(QualityFlag.Pass, _station.Judge([At("pm25", 30, 16)])[0].Quality);
    }

    [Fact]
    public void Judge_WindFromNowhere_DoubtsTheDirection()
    {
        _station.Judge([At("wind_speed", 0), At("wind_direction", 350)]);
        Assert.Equal(QualityFlag.Pass, _station.Judge([At("wind_speed", 0, 1), At("wind_direction", 0, 1)])[1].Quality);
        Assert.Equal(
            (QualityFlag.Suspect, QualityTest.Consistency), Mark(_station.Judge([At("wind_speed", 0, 2), At("wind_direction", 11, 2)])[1]));
        Assert.Equal(QualityFlag.Pass, _station.Judge([At("wind_speed", 1, 3), At("wind_direction", 90, 3)])[1].Quality);
    }

    [Fact]
    public void Judge_GustBelowItsMean_DoubtsBoth() =>
        Assert.All(
            _station.Judge([At("wind_speed", 9), At("wind_gust", 8)]),
            r => Assert.Equal((QualityFlag.Suspect, QualityTest.Consistency), Mark(r)));

    [Fact]
    public void Judge_FlagOfTheSource_IsNeverBettered()
    {
        Reading doubted = At("pm25", 30) with { Quality = QualityFlag.Suspect };
        Reading failed = At("pm10", 40) with { Quality = QualityFlag.Fail, Test = QualityTest.Person };
        Reading[] judged = _station.Judge([doubted, failed, At("rain", 41) with { Quality = QualityFlag.Pass }]);
        Assert.Equal(
            [(QualityFlag.Suspect, QualityTest.None), (QualityFlag.Fail, QualityTest.Person), (QualityFlag.Fail, QualityTest.GrossRange)],
            judged.Select(Mark));
    }

    [Fact]
    public void Judge_BatchInAnyOrder_IsJudgedInTheOrderOfTime()
    {
        Reading[] batch = [.. new[] { 20.0, 20.5, 21, 30, 30.5 }.Select((v, i) => At("air_temperature", v, i))];
        Reading[] expected = _station.Judge(batch);
        StationQuality other = new(QualityBook.Default, ConsistencyTest.Default, isDustCorrected: false);
        Reading[] reversed = other.Judge([.. batch.Reverse()]);
        Assert.Equal(expected, reversed.Reverse());
        Assert.Equal(QualityTest.RateOfChange, expected[3].Test);
    }

    [Fact]
    public void Judge_MoreSeriesThanHeld_StillJudgesByRange()
    {
        for (int i = 0; i < StationQuality.SeriesMax; i++)
        {
            _station.Judge([At($"soil_moisture/c{i}", 30)]);
        }

        Assert.Equal(QualityFlag.Fail, _station.Judge([At("soil_moisture/x", 101)])[0].Quality);
        Assert.Equal(QualityFlag.Pass, _station.Judge([At("soil_moisture/x", 100)])[0].Quality);
        Assert.Equal(StationQuality.SeriesMax, _station.SeriesCount);
    }

    private static (QualityFlag Quality, QualityTest Test) Mark(Reading reading) => (reading.Quality, reading.Test);

    private static Reading At(string series, double value, int minute = 0) =>
        new(SeriesName.Parse(series), Noon.AddMinutes(minute), value, QualityFlag.NotEvaluated);
}
