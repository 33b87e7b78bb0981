using EnviAgriNet.Hosting;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Cloud.Tests.Commands.Calc.Crops;

/// <summary>The water balance as people call it, and the recorded season of cotton (pyfao56 test01) through the command.</summary>
public sealed class WaterBalanceCalculationTests
{
    private const string Cotton = """{"code":"cotton","stages":[31,52,50,21],"kcb":[0.15,1.2,0.573],"height":[0.05,1.2],"rootDepth":[0.6,1.7],"p":0.65}""";

    private static readonly string[] Maize = ["water-balance", "--crop", "maize", "--soil", "loam"];

    [SharedDataFact("soil/pyfao56/test01/cottondry2013.out")]
    public void Run_DrySeasonOfCotton_IsTheRecordedOne() => CompareSeason("cottondry2013");

    [SharedDataFact("soil/pyfao56/test01/cottonwet2013.out")]
    public void Run_WetSeasonOfCotton_IsTheRecordedOne() => CompareSeason("cottonwet2013");

    [Fact]
    public void Run_BadRow_IsLeftOutAndTheNextOneSaysSo()
    {
        CalcCall call = CalcCall.RunTable(
            "date,et0,rain\n2026-05-01,5,0\n2026-05-02,x,0\n2026-05-03,5,\n2026-05-04,5,0\n2026-05-04,5,0\n2026-05-05,5,0\n", Maize);

        Assert.Equal(ExitCodes.Ok, call.Code);
        Assert.Equal("et0 'x' is not a number; the balance goes on without this row", call.Cell(1, "error"));
        Assert.StartsWith("rain is missing", call.Cell(2, "error"));
        Assert.Equal("2", call.Cell(3, "skipped_days"));
        Assert.Equal("3", call.Cell(3, "day"));
        Assert.Contains("date must be after the row before", call.Screen.Lines[5], StringComparison.Ordinal);
        Assert.Equal("0", call.Cell(5, "skipped_days"));
        Assert.Empty(call.Cell(1, "dr"));
        Assert.Equal("3 of 6 rows have an error", Assert.Single(call.Screen.Errors));
    }

    [Fact]
    public void Run_WeatherInPlaceOfEt0_IsTheSameAsItsEt0()
    {
        const string Weather = "date,tmin,tmax,rhmin,rhmax,u2,n,rain\n2026-05-01,25,34,50,90,2.5,8,0\n2026-05-02,25,35,45,85,2,9,12\n";
        string[] place = ["--lat", "14", "--elevation", "10"];
        CalcCall et0 = CalcCall.RunTable(Weather, ["et0", .. place]);
        CalcCall byWeather = CalcCall.RunTable(Weather, [.. Maize, .. place]);
        CalcCall byEt0 = CalcCall.RunTable(
            $"date,et0,rhmin,u2,rain\n2026-05-01,{et0.Cell(0, "et0")},50,2.5,0\n2026-05-02,{et0.Cell(1, "et0")},45,2,12\n", Maize);

        Assert.Equal(et0.Cell(1, "et0"), byWeather.Cell(1, "et0"));
        Assert.Equal(double.Parse(byEt0.Cell(1, "dr")), double.Parse(byWeather.Cell(1, "dr")), 1e-9);
        Assert.Equal(double.Parse(byEt0.Cell(1, "ke")), double.Parse(byWeather.Cell(1, "ke")), 1e-9);
    }

    [Theory]
    [InlineData("2027-05-03")]
    [InlineData("2026-05-20")]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    [InlineData("2026-05-01")]
    public void Run_WrongDateAmongRightOnes_CostsOnlyItself(string wrong)
    {
        CalcCall call = CalcCall.RunTable($"date,et0,rain\n2026-05-01,5,0\n2026-05-02,5,0\n{wrong},5,0\n2026-05-04,5,0\n2026-05-05,5,0\n", Maize);

        Assert.Contains("date ", call.Screen.Lines[3], StringComparison.Ordinal);
        Assert.Equal("1 of 5 rows have an error", Assert.Single(call.Screen.Errors));
        Assert.Equal("3", call.Cell(3, "day"));
        Assert.Equal("1", call.Cell(3, "skipped_days"));
        Assert.Equal("4", call.Cell(4, "day"));
    }

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    public void Run_WrongDateFirst_CostsOnlyItself(string wrong)
    {
        CalcCall call = CalcCall.RunTable($"date,et0,rain\n{wrong},5,0\n2026-05-02,5,0\n2026-05-03,5,0\n", Maize);

        Assert.Equal("1 of 3 rows have an error", Assert.Single(call.Screen.Errors));
        Assert.Equal("0", call.Cell(1, "day"));
        Assert.Equal("1", call.Cell(2, "day"));
    }

    [Fact]
    public void Run_WeatherWithoutWindAndHumidity_SaysWhatWasTaken()
    {
        CalcCall call = CalcCall.RunTable("date,tmin,tmax,rain\n2026-05-01,25,34,0\n", [.. Maize, "--lat", "14", "--elevation", "10"]);

        Assert.Equal("ea-from-tmin;rs-from-temperature;wind-2-m/s", call.Cell(0, "et0_fallbacks"));
        Assert.Contains(
            "lat is missing",
            CalcCall.RunTable("date,tmin,tmax,rain\n2026-05-01,25,34,0\n", Maize).Cell(0, "error"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ClimateOfTheSeason_AdjustsTheCoefficient()
    {
        string rows = string.Join('\n', Enumerable.Range(0, 70).Select(i => $"{new DateOnly(2026, 5, 1).AddDays(i):yyyy-MM-dd},6,0"));
        CalcCall call = CalcCall.RunTable("date,et0,rain\n" + rows + "\n", [.. Maize, "--climate-u2", "4", "--climate-rhmin", "20"]);

        Assert.Equal(1.15 + (0.18 * Math.Pow(2.0 / 3, 0.3)), double.Parse(call.Cell(69, "kcb")), 1e-9);
        Assert.Equal("0.15", call.Cell(0, "kcb"));
    }

    [Fact]
    public void Run_DryField_AsksForWaterInMillimetresAndCubicMetresPerRai()
    {
        string rows = string.Join('\n', Enumerable.Range(0, 60).Select(i => $"{new DateOnly(2026, 5, 1).AddDays(i):yyyy-MM-dd},6,0"));
        CalcCall call = CalcCall.RunTable("date,et0,rain\n" + rows + "\n", [.. Maize, "--efficiency", "0.5"]);

        int due = Enumerable.Range(0, 60).First(i => call.Cell(i, "irrigation_need") != "0");
        double net = double.Parse(call.Cell(due, "irrigation_need"));
        Assert.Equal(double.Parse(call.Cell(due, "dr")), net);
        Assert.True(net >= double.Parse(call.Cell(due, "raw")));
        Assert.Equal(net * 2, double.Parse(call.Cell(due, "gross_need")), 1e-6);
        Assert.Equal(net * 3.2, double.Parse(call.Cell(due, "m3_per_rai")), 1e-6);
        Assert.Equal("0", call.Cell(due - 1, "m3_per_rai"));
    }

    [Fact]
    public void Run_PlantingLaterThanTheFirstRow_RefusesTheRowsBefore()
    {
        CalcCall call = CalcCall.RunTable("date,et0,rain\n2026-05-01,5,0\n2026-05-02,5,0\n", [.. Maize, "--planting", "2026-05-02"]);

        Assert.Contains("date is before planting", call.Screen.Lines[1], StringComparison.Ordinal);
        Assert.Equal("0", call.Cell(1, "day"));
        Assert.Equal("0", call.Cell(1, "skipped_days"));
    }

    [Theory]
    [InlineData("--crop mango --soil loam", "crop mango is not in FAO-56")]
    [InlineData("--crop maize", "soil is missing")]
    [InlineData("--crop maize --soil mud", "soil 'mud' is none of sand")]
    [InlineData("--crop maize --fc 0.2 --wp 0.3 --rew 5", "wp must be below fc")]
    [InlineData("--crop maize --fc 0.3 --wp 0.1 --rew 40", "rew must be below the total evaporable water")]
    [InlineData("--crop maize --soil loam --initial-depletion 999", "initial-depletion must lie in 0 to")]
    [InlineData("--crop maize --soil loam --efficiency 0", "efficiency must lie in 0.1 to 1")]
    [InlineData("--crop maize --soil loam --fw 2", "fw must lie in 0.01 to 1, not 2")]
    [InlineData("--crop maize --soil loam --stages 1,2,3", "stages '1,2,3' is not four whole numbers")]
    [InlineData("--crop maize --soil loam --planting soon", "planting 'soon' is not a date")]
    [InlineData("--crop rubber --soil loam", "stages are missing")]
    [InlineData("--crop maize --soil loam --climate-u2 3", "climate-rhmin is missing")]
    public void Run_WrongOption_IsNamedBeforeAnyRow(string options, string error)
    {
        CalcCall call = CalcCall.RunTable("date,et0,rain\n2026-05-01,5,0\n", ["water-balance", .. options.Split(' ')]);

        Assert.Equal(ExitCodes.Usage, call.Code);
        Assert.Empty(call.Screen.Lines);
        Assert.Contains(error, Assert.Single(call.Screen.Errors), StringComparison.Ordinal);
    }

    private static void CompareSeason(string name)
    {
        string folder = SharedData.PathOf("soil/pyfao56/test01/");
        Dictionary<string, string[]> irrigation = Days(Path.Combine(folder, name + ".irr")).ToDictionary(c => c[0]);
        List<string[]> recorded = [.. Days(Path.Combine(folder, name + ".out"))];
        Dictionary<string, string[]> weather = Days(Path.Combine(folder, "cotton2013.wth")).ToDictionary(c => c[0]);
        IEnumerable<string> rows = recorded.Select(r =>
        {
            string[] w = weather[r[0]];
            string[] i = irrigation.GetValueOrDefault(r[0], [r[0], "", ""]);
            return $"{r[0]},{w[10]},{w[9]},{i[1]},{i[2]},{w[8]},3,{w[7]}";
        });
        string crop = Path.GetTempFileName();
        File.WriteAllText(crop, Cotton);
        try
        {
            CalcCall call = CalcCall.RunTable(
                "date,et0,rain,irrigation,fw,uz,z,rhmin\n" + string.Join('\n', rows) + "\n",
                "water-balance", "--crop-file", crop, "--fc", "0.225", "--wp", "0.1", "--rew", "9", "--ze", "0.1143", "--initial-depletion", "75");

            string[] header = File.ReadLines(Path.Combine(folder, name + ".out")).First(l => l.StartsWith("Year-DOY", StringComparison.Ordinal))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries);
            (string Ours, string Theirs)[] columns =
            [
                ("kcb", "Kcb"), ("ke", "Ke"), ("ks", "Ks"), ("etc", "ETc"), ("eta", "ETa"), ("de", "De"), ("dr", "Dr"), ("raw", "RAW"), ("taw", "TAW"),
                ("dp", "DP"), ("zr", "Zr"),
            ];
            for (int day = 0; day < recorded.Count; day++)
            {
                foreach ((string ours, string theirs) in columns)
                {
                    double expected = double.Parse(recorded[day][Array.IndexOf(header, theirs)]);
                    double actual = double.Parse(call.Cell(day, ours));
                    Assert.True(Math.Abs(expected - actual) <= 0.01, $"{name} {recorded[day][0]} {theirs}: {actual} against {expected}");
                }
            }
        }
        finally
        {
            File.Delete(crop);
        }
    }

    private static IEnumerable<string[]> Days(string file) => File
        .ReadLines(file)
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(c => c.Length > 1 && c[0].Length == 8 && c[0][4] == '-' && int.TryParse(c[0][..4], out _));
}
