using EnviAgriNet.Core.Readings;
using EnviAgriNet.Edge.Quality;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Edge.Tests.Quality;

public sealed class ArrivalJudgeTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Judge_OverSeveralBatches_RemembersTheSeries()
    {
        ArrivalJudge judge = Of(new QualityOptions());
        Assert.Equal(QualityFlag.Pass, judge.Judge([At("air_temperature", 25, 0)])[0].Quality);
        Reading jumped = judge.Judge([At("air_temperature", 29, 1)])[0];
        Assert.Equal((QualityFlag.Suspect, QualityTest.RateOfChange), (jumped.Quality, jumped.Test));
    }

    [Fact]
    public void Judge_ScopeRange_FailsOnlyWhatIsImpossible()
    {
        ArrivalJudge judge = Of(new QualityOptions { Tests = QualityScope.Range });
        judge.Judge([At("air_temperature", 25, 0)]);
        Reading[] judged = judge.Judge([At("air_temperature", 29, 1), At("humidity", 101, 1)]);
        Assert.Equal([QualityFlag.NotEvaluated, QualityFlag.Fail], judged.Select(r => r.Quality));
        Assert.Equal(QualityTest.GrossRange, judged[1].Test);
    }

    [Fact]
    public void Judge_DustInHumidAir_IsDoubtedWhereItsSensorsAreOptical()
    {
        Reading[] humid = [At("humidity", 90, 0), At("pm25", 40, 0)];
        Assert.Equal(QualityTest.SensorDoubt, Of(new QualityOptions { DustSensors = DustSensors.Optical }).Judge(humid)[1].Test);
        Assert.Equal(QualityFlag.Pass, Of(new QualityOptions()).Judge(humid)[1].Quality);
    }

    [Fact]
    public void Validate_LimitsFile_ListsEveryFault()
    {
        string folder = TestFolder.Make();
        try
        {
            string file = Path.Combine(folder, "limits.json");
            File.WriteAllText(file, """{"pm25":{"gross_range":{"fail":[0,1],"suspect":[0,2]},"spike":{"fail":-1}},"dust":{}}""");
            QualityOptions options = new() { LimitsFile = file };
            Assert.Equal(
                [
                    "Quality:LimitsFile: pm25.gross_range.suspect 0 to 2 must lie inside fail 0 to 1",
                    "Quality:LimitsFile: pm25.spike.fail -1 must be 0 or more",
                    "Quality:LimitsFile: quantity 'dust' is not known",
                ],
                options.Validate(null!).Select(r => r.ErrorMessage));
            File.WriteAllText(file, """{"pm25":{"gross_range":{"fail":[0,1000],"suspect":[0,200]}}}""");
            Assert.Empty(options.Validate(null!));
            Assert.Equal(QualityFlag.Suspect, Of(options).Judge([At("pm25", 201, 0)])[0].Quality);
            File.Delete(file);
            Assert.NotEmpty(options.Validate(null!));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Judge_FromManyThreads_LosesNothing()
    {
        ArrivalJudge judge = Of(new QualityOptions());
        Reading[][] judged = await Task.WhenAll(Enumerable.Range(0, 8).Select(t => Task.Run(
            () => Enumerable.Range(0, 500).SelectMany(i => judge.Judge([At($"soil_moisture/c{t}", 30, i)])).ToArray())));
        Assert.All(judged, part => Assert.Equal(500, part.Count(r => r.Quality == QualityFlag.Pass)));
    }

    private static ArrivalJudge Of(QualityOptions options) => new(Options.Create(options));

    private static Reading At(string series, double value, int minute) =>
        new(SeriesName.Parse(series), Noon.AddMinutes(minute), value, QualityFlag.NotEvaluated);
}
