using System.Text.Json;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Tests.Commands.Calc.Air;

/// <summary>Vector: MazamaScience air-monitor-algorithms nowcast.test.js.</summary>
public sealed class NowCastCalculationTests
{
    private const string Published = "34.9,43,50,64.9,69.2,66.2,53.7,48.6,49.2,35,,21";

    [Theory]
    [InlineData(Published, 28.4)]
    [InlineData("34.9, 43, 50, 64.9, 69.2, 66.2, 53.7, 48.6, 49.2, 35, NA, 21", 28.4)]
    [InlineData("10,12", 11.0)]
    [InlineData("0,0,0", 0.0)]
    public void Run_Values_IsThePublishedValue(string values, double expected) =>
        Assert.Equal(expected, CalcCall.Run("nowcast", "--values", values).Json.GetProperty("nowcast").GetDouble());

    [Theory]
    [InlineData("34.9,43,50,64.9,69.2,66.2,53.7,48.6,49.2,35,,")]
    [InlineData(",,,")]
    [InlineData("5")]
    public void Run_TooFewNewHours_IsNull(string values)
    {
        CalcCall call = CalcCall.Run("nowcast", "--values", values);

        Assert.Equal(ExitCodes.Ok, call.Code);
        Assert.Equal(JsonValueKind.Null, call.Json.GetProperty("nowcast").ValueKind);
    }

    [Fact]
    public void Run_ValueThatIsNone_NamesIt() =>
        Assert.Equal("values 'x' is not a number", Assert.Single(CalcCall.Run("nowcast", "--values", "1,x,2").Screen.Errors));

    [Fact]
    public void Run_TableWithoutTimes_TakesEachRowAsAnHour()
    {
        string table = "pm25\n" + Published.Replace(",", "\n").Replace("35\n\n21", "35\nNA\n21") + "\n";
        CalcCall call = CalcCall.RunTable(table, "nowcast");

        Assert.Equal("", call.Cell(0, "nowcast"));
        Assert.Equal("28.4", call.Cell(11, "nowcast"));
    }

    /// <summary>The missing hour is not in the file; its row after it knows by its time.</summary>
    [Fact]
    public void Run_TableWithTimes_CountsHoursThatAreNotThere()
    {
        string[] values = Published.Split(',');
        IEnumerable<string> rows = values.Select((v, i) => (Value: v, Hour: i)).Where(r => r.Value.Length > 0)
            .Select(r => $"2026-03-01T{r.Hour:00}:00:00+07:00,{r.Value}");
        CalcCall call = CalcCall.RunTable("time,PM\n" + string.Join('\n', rows) + "\n", "nowcast", "--column", "PM");

        Assert.Equal("28.4", call.Cell(10, "nowcast"));
    }

    [Fact]
    public void Run_BadRows_CostOnlyThemselves()
    {
        CalcCall call = CalcCall.RunTable(
            "time,value\n2026-03-01T00:00Z,10\nyesterday,10\n2026-03-01T01:00Z,x\n2026-03-01T02:00Z,10\n2026-03-01T02:30Z,50\n2026-03-09T00:00Z,10\n",
            "nowcast");

        Assert.Contains("time 'yesterday' is not a time", call.Screen.Lines[2]);
        Assert.Contains("value 'x' is not a number", call.Screen.Lines[3]);
        Assert.Equal("10", call.Cell(3, "nowcast"));
        Assert.Contains("time is not in a later hour", call.Screen.Lines[5]);
        Assert.Equal("", call.Cell(5, "nowcast"));
    }
}
