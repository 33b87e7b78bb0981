using System.Text;
using System.Text.Json;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Tests.Commands.Calc;

/// <summary>
/// <c>calc qc</c> over tables. The vectors of each test stand with the core; here are their way through a file, and series made at
/// random (seeds 101 to 104) whose flags the array steps of ioos_qc's qartod.py gave with numpy 1.24 and pandas 1.5.
/// </summary>
public sealed class QcCalculationTests
{
    private const string Spike = """{"spike":{"suspect":25,"fail":50}}""";

    [Fact]
    public void Run_SeveralTests_PrintsTheAggregateThenEachTestInTheOrderOfTheConfig()
    {
        CalcCall call = Run(
            Table("5,10,15,20,999,30,35,-,45,51"),
            """{"spike":{"suspect":25,"fail":50},"gross_range":{"fail":[10,50],"suspect":[20,40]}}""");

        Assert.Equal(ExitCodes.Ok, call.Code);
        Assert.Equal("when,v,aggregate,spike,gross_range,error", call.Screen.Lines[0]);
        Assert.Equal("2019-03-01T00:00:00Z,5,4,2,4,", call.Screen.Lines[1]);
        Assert.Equal("2114442922", Column(call, "spike"));
        Assert.Equal("4331411934", Column(call, "gross_range"));
        Assert.Equal("4334441934", Column(call, "aggregate"));
    }

    [Theory]
    [InlineData("", "NaN", "NA", "null", "inf")]
    [InlineData(" ", "nan", "na", "None", "-inf")]
    public void Run_MissingInAnyForm_Is9(params string[] cells)
    {
        CalcCall call = Run(
            "when,v\n" + string.Concat(cells.Select((c, i) => $"2019-03-01T0{i}:00:00Z,{c}\n")), """{"gross_range":{"fail":[0,1]}}""");

        Assert.Equal("99999", Column(call, "gross_range"));
        Assert.Empty(call.Screen.Errors);
    }

    [Theory]
    [InlineData("2019-03-01T00:00:00Z", "2019-03-01T00:15:00Z", "2019-03-01T00:30:00Z")]
    [InlineData("2019-03-01T07:00:00+07:00", "2019-03-01T00:15:00Z", "2019-03-01T01:30:00+01:00")]
    [InlineData("2019-03-01 00:00", "2019-03-01 00:15:00.000", "2019-03-01 00:30:00.123456789")]
    [InlineData("1551398400", "1551399300.0", "1551400200")]
    [InlineData("1551398400000", "1551399300000", "1551400200000")]
    [InlineData("0", "900", "1800")]
    [InlineData("2019/03/01 00:00", "20190301T001500", "201903010030")]
    [InlineData("13/03/2019 00:00", "13/03/2019 0:15", "13/03/2019 00:30:00")]
    public void Run_TimesInManyForms_AreRead(string first, string second, string third)
    {
        CalcCall call = Run(
            $"when,v\n{first},2\n{second},10\n{third},14\n", """{"rate_of_change":{"suspect_per_second":0.00555,"fail_per_second":0.0085}}""");

        Assert.Equal("141", Column(call, "rate_of_change"));
        Assert.Empty(call.Screen.Errors);
    }

    [Fact]
    public void Run_BadRows_CostOnlyThemselves()
    {
        CalcCall call = Run(
            "when,v\n2019-03-01T00:00Z,10\nsome day,11\n2019-03-01T00:02Z,many\n2019-03-01T00:03Z,10,9\n2019-03-01T00:04Z,12\n", Spike);

        Assert.Equal(["2", "", "9", "", "2"], call.Screen.Lines.Skip(1).Select(l => l.Split(',') is var c ? c[2] : null));
        Assert.Contains("time 'some day' is not a time", call.Screen.Lines[2]);
        Assert.Contains("value 'many' is not a number and counts as missing", call.Screen.Lines[3]);
        Assert.Equal("3 of 5 rows have an error", Assert.Single(call.Screen.Errors));
    }

    [Fact]
    public void Run_Depths_SayWhichMemberHolds()
    {
        const string Config =
            """{"climatology":[{"tspan":[1,12],"period":"month","vspan":[0,10]},{"tspan":["2019-01-01","2019-12-31"],"vspan":[0,5],"zspan":[10,20]}]}""";
        CalcCall call = CalcCall.RunTable(
            "when,v,depth\n2019-03-01,7,0\n2019-03-02,7,10\n2019-03-03,7,20.5\n2019-03-04,7,\n2019-03-05,11,15\n",
            "qc", "--column", "v", "--time", "when", "--depth", "depth", "--config", Config);

        Assert.Equal("13113", Column(call, "climatology"));
    }

    [Fact]
    public void Run_AsJson_HasFlagsAsNumbers()
    {
        CalcCall call = CalcCall.RunTable(
            Table("1,2,3"), "qc", "--column", "v", "--time", "when", "--config", """{"gross_range":{"fail":[0,2]}}""", "--json");

        Assert.Equal([1, 1, 4], call.Rows.EnumerateArray().Select(r => r.GetProperty("aggregate").GetInt32()));
        Assert.All(call.Rows.EnumerateArray(), r => Assert.Equal(JsonValueKind.Null, r.GetProperty("error").ValueKind));
    }

    [Theory]
    [InlineData("""{"gross_range":{"fail":[0,1],"suspect":[0,2]},"spike":{"fail":-1}}""",
        "config gross_range.suspect 0 to 2 must lie inside fail 0 to 1; spike.fail -1 must be 0 or more")]
    [InlineData("{}", "config has no test")]
    [InlineData("""{"neighbour":{"tolerance":1}}""", "config has neighbour or sensor_doubt, which cannot be judged on one series")]
    [InlineData("{", "config not JSON")]
    [InlineData("no-such-file.json", "config cannot be read")]
    public void Run_WrongConfig_SaysEveryFault(string config, string expected)
    {
        CalcCall call = Run(Table("1,2,3"), config);

        Assert.Equal(ExitCodes.Usage, call.Code);
        Assert.StartsWith(expected, Assert.Single(call.Screen.Errors));
        Assert.Empty(call.Screen.Lines);
    }

    [Fact]
    public void Run_ConfigInAFile_IsRead()
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, """{"qartod":{"gross_range_test":{"fail_span":[0,2],"suspect_span":[1,2]},"aggregate":null}}""");
            Assert.Equal("413", Column(Run(Table("9,2,0.5"), file), "aggregate"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Run_EmptyTable_PrintsTheHeader() =>
        Assert.Equal(["when,v,aggregate,spike,error"], Run("when,v\n", Spike).Screen.Lines);

    [Theory]
    [InlineData(
        """{"spike":{"suspect":2,"fail":6,"method":"differential"},"flat_line":{"suspect_seconds":2700,"fail_seconds":4500,"tolerance":0.05}}""",
        "23.3,23.6,24.3,24.7,24.0,24.5,25.4,-,-,-,23.9,24.1,24.9,-,22.3,21.9,20.7,19.3,19.9,19.9,28.9,19.9,19.9,19.9,19.9,19.9,19.9,29.3,18.3,17.4,18.3,5.9,-,17.0,15.3,15.2,15.8,15.2,14.9,14.9,-,14.9,14.9,14.9,-,14.9,15.0,13.6",
        new[] { 13, 35, 38 },
        "111111199931191111114111334411119111111193349411", "211111299921292111114111111411129211111292129212", "111111199931191111111111334111119111111193349411")]
    [InlineData(
        """{"rate_of_change":{"suspect_per_second":0.002,"fail_per_second":0.006},"attenuated_signal":{"suspect_threshold":1.5,"fail_threshold":0.3,"test_period":4500,"min_obs":2}}""",
        "23.3,22.7,22.7,20.2,20.2,20.2,20.2,20.2,20.2,21.1,21.7,22.1,22.8,24.5,23.1,22.6,21.5,20.3,20.1,19.4,20.0,19.5,19.5,-,19.5,19.5,19.5,19.5,7.5,19.8,19.3,18.6,28.8,19.1,19.4,19.8,20.2,18.4,20.2,21.1,20.9,24.2,24.2,33.2,24.2,24.2,24.2,24.2",
        new[] { 10, 40, 44 },
        "134333344334333333333349444444114411133331444444", "111311111111111111111119111144114411133111144111", "234333344334333333333349444411111111133331411444")]
    [InlineData(
        """{"gross_range":{"fail":[10,35],"suspect":[20,30]},"attenuated_signal":{"suspect_threshold":4,"fail_threshold":0.5,"test_period":3600,"min_period":1800,"check_type":"range"}}""",
        "26.7,25.6,10.9,21.2,19.7,18.8,19.2,21.0,21.4,21.4,21.4,21.4,21.4,21.4,20.2,30.1,21.8,32.0,23.5,22.3,23.3,22.5,24.1,31.7,-,24.3,24.3,24.3,24.3,24.3,24.3,24.3,24.7,23.5,-,23.6,12.2,23.4,25.8,26.5,25.0,26.5,26.6,27.6,26.1,27.2,27.3,28.3",
        new[] { 14, 30, 45 },
        "133133333344443313111333911144414391311133333313", "113133311111111313111113911111111191311111111111", "231111333344443211111331922244424392221133333323")]
    [InlineData(
        """{"spike":{"suspect":0,"fail":3},"climatology":[{"tspan":[0,11],"period":"hour","vspan":[22,28],"fspan":[15,33]}],"rate_of_change":{"suspect_per_second":0.003}}""",
        "25.6,-,25.4,25.7,26.9,15.3,27.7,26.9,28.6,29.1,28.7,28.7,-,31.0,29.1,28.7,27.3,27.3,27.3,27.3,27.3,27.1,13.6,23.8,25.3,23.4,20.8,20.8,20.8,20.8,20.8,20.8,20.8,20.6,30.8,21.8,21.8,21.8,-,-,21.8,21.1,20.3,18.0,15.8,15.8,15.1,14.1",
        new[] { 2, 13, 15 },
        "191144413333933311111444113333333444339911111111", "292144411112921111111444111111111444129921111112", "191113113333933311111141113333333333339922222222", "191113311111911111111133111111111133119911111111")]
    public void Run_RandomSeries_GivesTheFlagsOfIoosQc(string config, string values, int[] skipped, string aggregate, params string[] tests)
    {
        CalcCall call = Run(Table(values, 900, skipped), config);

        Assert.Equal(aggregate, Column(call, "aggregate"));
        string[] names = call.Screen.Lines[0].Split(',')[3..^1];
        Assert.Equal(tests, names.Select(n => Column(call, n)));
    }

    private static CalcCall Run(string table, string config) =>
        CalcCall.RunTable(table, "qc", "--column", "v", "--time", "when", "--config", config);

    private static string Column(CalcCall call, string name)
    {
        int place = Array.IndexOf(call.Screen.Lines[0].Split(','), name);
        return string.Concat(call.Screen.Lines.Skip(1).Select(l => l.Split(',')[place]));
    }

    private static string Table(string values, int seconds = 900, params int[] skipped)
    {
        StringBuilder table = new("when,v\n");
        DateTimeOffset at = new(2019, 3, 1, 0, 0, 0, TimeSpan.Zero);
        int i = 0;
        foreach (string value in values.Split(','))
        {
            table.Append(at.ToString("yyyy-MM-ddTHH:mm:ssZ")).Append(',').Append(value).Append('\n');
            at = at.AddSeconds(seconds * (skipped.Contains(i++) ? 4 : 1));
        }

        return table.ToString();
    }
}
