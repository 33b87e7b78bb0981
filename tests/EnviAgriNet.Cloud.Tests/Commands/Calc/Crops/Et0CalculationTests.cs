using EnviAgriNet.Hosting;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Cloud.Tests.Commands.Calc.Crops;

/// <summary>Vectors: FAO-56 Examples 17, 18, 19 and 20.</summary>
public sealed class Et0CalculationTests
{
    private const string Brussels = "date,tmin,tmax,rhmin,rhmax,uz,z,rs,lat,elevation\n2025-07-06,12.3,21.5,63,84,2.78,10,22.07,50.8,100\n";

    [Fact]
    public void Run_Example17AsOptions_IsThePrintedDay()
    {
        CalcCall call = CalcCall.Run(
            "et0", "--doy", "105", "--lat", "13.733", "--elevation", "2", "--tmax", "34.8", "--tmin", "25.6", "--n", "8.5", "--ea", "2.85",
            "--u2", "2", "--g", "0.14");

        Assert.Equal(ExitCodes.Ok, call.Code);
        Assert.Equal(5.716, call.Json.GetProperty("et0").GetDouble(), 0.0006);
        Assert.Equal(38.06, call.Json.GetProperty("ra").GetDouble(), 0.005);
        Assert.Equal(14.33, call.Json.GetProperty("rn").GetDouble(), 0.005);
        Assert.Equal(22.65, call.Json.GetProperty("rs_used").GetDouble(), 0.005);
        Assert.Equal("ea", call.Json.GetProperty("ea_from").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, call.Json.GetProperty("fallbacks").ValueKind);
    }

    [Fact]
    public void Run_Example18AsTable_IsThePrintedDay()
    {
        CalcCall call = CalcCall.RunTable(Brussels, "et0");

        Assert.Equal(3.88, double.Parse(call.Cell(0, "et0")), 0.005);
        Assert.Equal(41.09, double.Parse(call.Cell(0, "ra")), 0.005);
        Assert.Equal(13.28, double.Parse(call.Cell(0, "rn")), 0.005);
        Assert.Equal("rhmin+rhmax", call.Cell(0, "ea_from"));
    }

    [Fact]
    public void Run_PlaceAsOptions_CountsForEveryRow()
    {
        CalcCall call = CalcCall.RunTable("date,tmin,tmax\n2025-04-15,25.6,34.8\n2025-105,25.6,34.8\n", "et0", "--lat", "13.733", "--elevation", "2");

        Assert.Equal("ea-from-tmin;rs-from-temperature;wind-2-m/s", call.Cell(0, "fallbacks"));
        Assert.Equal(call.Cell(0, "et0"), call.Cell(1, "et0"));
    }

    [Fact]
    public void Run_RadiationInWatts_IsTheSameDay()
    {
        string watts = Brussels.Replace("22.07", (22.07 / 0.0864).ToString("R"), StringComparison.Ordinal);

        Assert.Equal(
            double.Parse(CalcCall.RunTable(Brussels, "et0").Cell(0, "et0")),
            double.Parse(CalcCall.RunTable(watts, "et0", "--rs-unit", "w").Cell(0, "et0")),
            1e-9);
    }

    [Theory]
    [InlineData("2025-07-06,,21.5,63,84,2.78,10,22.07,50.8,100", "tmin is missing")]
    [InlineData("2025-07-06,12.3,121.5,63,84,2.78,10,22.07,50.8,100", "tmax must lie in -60 to 60 °C")]
    [InlineData("2025-07-06,12.3,11.5,63,84,2.78,10,22.07,50.8,100", "tmax must not be below tmin")]
    [InlineData("2025-07-06,12.3,21.5,63,840,2.78,10,22.07,50.8,100", "rhmax must lie in 0 to 100 %")]
    [InlineData("2025-07-06,12.3,21.5,63,84,2.78,,22.07,50.8,100", "z is missing")]
    [InlineData("2025-07-06,12.3,21.5,63,84,2.78,10,255,50.8,100", "rs must lie in 0 to 50 MJ/m²/day")]
    [InlineData("2025-07-06,12.3,21.5,63,84,2.78,10,22.07,95,100", "lat must lie in -90 to 90 degrees")]
    [InlineData("2025-366,12.3,21.5,63,84,2.78,10,22.07,50,100", "'2025-366' is no day of its year")]
    [InlineData("06.07.2025,12.3,21.5,63,84,2.78,10,22.07,50,100", "is not a date")]
    public void Run_BadRow_NamesFieldAndLimitAndCostsOnlyItself(string bad, string error)
    {
        string good = Brussels.Split('\n')[1];
        CalcCall call = CalcCall.RunTable($"{Brussels}{bad}\n{good}\n", "et0");

        Assert.Equal(ExitCodes.Ok, call.Code);
        Assert.Contains(error, call.Cell(1, "error"), StringComparison.Ordinal);
        Assert.Empty(call.Cell(1, "et0"));
        Assert.Equal(call.Cell(0, "et0"), call.Cell(2, "et0"));
    }

    [Fact]
    public void Run_TallSurface_IsMore() => Assert.True(
        double.Parse(CalcCall.RunTable(Brussels, "et0", "--surface", "tall").Cell(0, "et0"))
        > double.Parse(CalcCall.RunTable(Brussels, "et0").Cell(0, "et0")));

    [SharedDataFact("soil/pyfao56/test02/RefET.csv")]
    public void Run_18YearsOfMaricopa_IsTheRecordedColumn()
    {
        string[] lines = File.ReadAllLines(SharedData.PathOf("soil/pyfao56/test02/RefET.csv"));
        IEnumerable<string> dated = lines.Skip(1).Select(l => l.Split(',')).Select(c => $"{c[0]}-{int.Parse(c[1]):000},{string.Join(',', c[2..])}");
        string table = string.Join('\n', dated.Prepend("date," + string.Join(',', lines[0].Split(',')[2..])));

        CalcCall call = CalcCall.RunTable(table, "et0", "--lat", "33.069", "--elevation", "361", "--z", "3");

        Assert.Equal(ExitCodes.Ok, call.Code);
        Assert.Equal(lines.Length, call.Screen.Lines.Count);
        string[] header = call.Screen.Lines[0].Split(',');
        int recorded = Array.IndexOf(header, "ETref");
        int computed = Array.IndexOf(header, "et0");
        Assert.All(call.Screen.Lines.Skip(1), line =>
        {
            string[] cells = line.Split(',');
            Assert.Equal(double.Parse(cells[recorded]), double.Parse(cells[computed]), 0.01);
        });
    }

    [Fact]
    public void Run_Example19Hours_AreThePrintedOnes()
    {
        string[] place = ["--lat", "16.217", "--lon", "-16.25", "--elevation", "8"];
        CalcCall day = CalcCall.Run(
            ["et0-hourly", "--date", "2025-10-01", "--hour", "14", "--utc-offset", "-1", "--t", "38", "--rh", "52", "--u2", "3.3", "--rs", "2.450", .. place]);
        CalcCall night = CalcCall.Run(
            ["et0-hourly", "--time", "2025-10-01T02:30:00-01:00", "--time-is", "middle", "--t", "28", "--rh", "90", "--u2", "1.9", "--rs", "0", "--ratio", "0.8", .. place]);

        Assert.Equal(0.6269, day.Json.GetProperty("et0").GetDouble(), 0.0002);
        Assert.Equal(3.543, day.Json.GetProperty("ra").GetDouble(), 0.0006);
        Assert.Equal(0.0043, night.Json.GetProperty("et0").GetDouble(), 0.0001);
        Assert.False(night.Json.GetProperty("is_day").GetBoolean());
    }

    [Theory]
    [InlineData("9999-12-31T23:59")]
    [InlineData("0001-01-01T00:00+14:00")]
    public void Run_HourBeyondEveryCalendar_NamesTheLimit(string time)
    {
        CalcCall call = CalcCall.Run(
            "et0-hourly", "--time", time, "--t", "30", "--rh", "60", "--rs", "1", "--lat", "14", "--lon", "100", "--elevation", "5");

        Assert.Equal(ExitCodes.Usage, call.Code);
        Assert.StartsWith("time ", Assert.Single(call.Screen.Errors));
    }

    [Fact]
    public void Run_HoursOfADay_UseTheEveningSkyAtNight()
    {
        IEnumerable<string> rows = Enumerable.Range(6, 18).Select(h =>
            $"2025-10-01T{h:00}:00,30,60,2,{(h < 18 ? 0.5 + (0.01 * h) : 0)}");
        CalcCall call = CalcCall.RunTable(
            "time,t,rh,u2,rs\n" + string.Join('\n', rows.Append("2025-10-02T00:00,x,60,2,0").Append("2025-10-02T01:00,26,80,1,0")) + "\n",
            "et0-hourly", "--lat", "13.7", "--lon", "100.5", "--elevation", "2");

        Assert.Equal(call.Cell(14, "rs_rso"), call.Cell(19, "rs_rso"));
        Assert.Empty(call.Cell(19, "fallbacks"));
        Assert.Contains("t 'x' is not a number", call.Cell(18, "error"), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Example20_IsThePrintedHargreaves()
    {
        CalcCall given = CalcCall.Run("hargreaves", "--tmax", "26.6", "--tmin", "14.8", "--ra", "40.6");
        CalcCall place = CalcCall.Run("hargreaves", "--tmax", "34.8", "--tmin", "25.6", "--date", "2025-04-15", "--lat", "13.733");

        Assert.Equal(5.04, given.Json.GetProperty("et0").GetDouble(), 0.05);
        Assert.Equal(5.20, place.Json.GetProperty("et0").GetDouble(), 0.005);
        Assert.Equal(38.06, place.Json.GetProperty("ra_used").GetDouble(), 0.005);
        Assert.Contains("lat is missing", Assert.Single(CalcCall.Run("hargreaves", "--tmax", "26", "--tmin", "14").Screen.Errors));
    }
}
