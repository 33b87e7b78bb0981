using System.Globalization;
using System.Text;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Tests.Commands.Calc.Water;

/// <summary>Expected indices: scipy 1.10 on the same made series of 40 years from 1981, with June 1992 missing.</summary>
public sealed class SpiCalculationTests
{
    [Theory]
    [InlineData("1", 100, "70.2", -0.28116403)]
    [InlineData("3", 300, "102.8", 1.77500171)]
    [InlineData("6", 371, "371.6", -1.29507038)]
    [InlineData("12", 100, "2067.2", 1.87433497)]
    public void Run_DatedFile_IsThatOfTheReference(string scale, int month, string sum, double expected)
    {
        CalcCall call = CalcCall.RunTable(
            File(i => $"{1981 + (i / 12)}-{(i % 12) + 1:00}"), "spi", "--column", "mm", "--scale", scale, "--calibrate", "1986-2015");

        Assert.Equal(expected, double.Parse(call.Cell(month, "spi"), CultureInfo.InvariantCulture), 1e-7);
        Assert.Equal(sum, call.Cell(month, "sum"));
    }

    [Fact]
    public void Run_AnyWayToDateTheRows_IsTheSame()
    {
        string[] byDate = Indices(CalcCall.RunTable(File(i => $"{1981 + (i / 12)}-{(i % 12) + 1:00}-15"), "spi", "--calibrate", "1986-2015"));
        string[] byColumns = Indices(CalcCall.RunTable(
            File(i => $"{1981 + (i / 12)},{(i % 12) + 1}", "year,month"), "spi", "--calibrate", "1986..2015"));
        string[] bySixDigits = Indices(CalcCall.RunTable(
            File(i => $"{1981 + (i / 12)}{(i % 12) + 1:00}", "time"), "spi", "--calibrate", "1986/2015"));
        string[] byStart = Indices(CalcCall.RunTable(
            File(_ => "x", "note"), "spi", "--start", "1981-1", "--calibrate", "1986-01:2015-12"));

        Assert.Equal(480, byDate.Length);
        Assert.Equal(byDate, byColumns);
        Assert.Equal(byDate, bySixDigits);
        Assert.Equal(byDate, byStart);
    }

    [Fact]
    public void Run_MonthLeftOut_IsMissingLikeOneWithoutAValue()
    {
        string[] empty = Indices(CalcCall.RunTable(File(Date), "spi", "--scale", "3"));
        string table = string.Join('\n', File(Date).Split('\n').Where(line => !line.StartsWith("1992-06,", StringComparison.Ordinal)));
        string[] leftOut = Indices(CalcCall.RunTable(table, "spi", "--scale", "3"));

        Assert.Equal(empty.Where((_, i) => i != 137), leftOut);
        Assert.Equal("", leftOut[138]);
    }

    [Fact]
    public void Run_BadRows_CostOnlyTheirSums()
    {
        string table = File(Date).Replace("1990-03,", "1990-03,-999", StringComparison.Ordinal) + "1990-04,5\nsoon,5\n";
        CalcCall call = CalcCall.RunTable(table, "spi", "--scale", "1");

        Assert.Equal(ExitCodes.Ok, call.Code);
        Assert.Equal("missing rain", call.Cell(110, "reason"));
        Assert.Contains("is not 0 to 20000 mm", call.Screen.Lines[111]);
        Assert.Contains("date 1990-04 is there twice", call.Screen.Lines[481]);
        Assert.Contains("date 'soon' is not a date", call.Screen.Lines[482]);
        Assert.NotEmpty(call.Cell(111, "spi"));
    }

    [Fact]
    public void Run_FirstMonths_SayWhyThereIsNone()
    {
        CalcCall call = CalcCall.RunTable(File(Date), "spi", "--scale", "6");

        Assert.Equal(("", "before first sum"), (call.Cell(4, "spi"), call.Cell(4, "reason")));
        Assert.Equal(("missing rain", ""), (call.Cell(138, "reason"), call.Cell(138, "sum")));
        Assert.NotEmpty(call.Cell(5, "class"));
    }

    [Fact]
    public void Run_CalibrationOutside_SaysSo() =>
        Assert.Equal(
            "calibration outside", CalcCall.RunTable(File(Date), "spi", "--calibrate", "1901-1930").Cell(3, "reason"));

    [Theory]
    [InlineData("scale 0 is not 1 to 72 months", "--scale", "0")]
    [InlineData("scale 1.5 is not a whole number", "--scale", "1.5")]
    [InlineData("calibrate '1990' is not a span of years", "--calibrate", "1990")]
    [InlineData("calibrate '2010-1981' is not a span of years", "--calibrate", "2010-1981")]
    public void Run_BadSetting_NamesFieldAndLimit(string error, string option, string value)
    {
        CalcCall call = CalcCall.RunTable(File(Date), "spi", option, value);

        Assert.Equal(ExitCodes.Usage, call.Code);
        Assert.StartsWith(error, Assert.Single(call.Screen.Errors));
    }

    [Fact]
    public void Run_CalibrationWithoutDates_AsksForThem() =>
        Assert.StartsWith(
            "calibrate names years, and the file has no dates",
            Assert.Single(CalcCall.RunTable(File(_ => "x", "note"), "spi", "--calibrate", "1986-2015").Screen.Errors));

    private static string Date(int month) => $"{1981 + (month / 12)}-{(month % 12) + 1:00}";

    private static string[] Indices(CalcCall call) =>
        [.. Enumerable.Range(0, call.Screen.Lines.Count - 1).Select(row => call.Cell(row, "spi"))];

    /// <summary>A linear congruential generator, so that any language can make the same series.</summary>
    private static string File(Func<int, string> date, string dateColumn = "date")
    {
        int[] season = [5, 8, 25, 60, 160, 120, 140, 180, 220, 110, 30, 6];
        StringBuilder table = new($"{dateColumn},mm\n");
        long x = 20260101;
        for (int i = 0; i < 480; i++)
        {
            x = ((x * 1103515245) + 12345) % (1L << 31);
            double rain = Math.Round(season[i % 12] * -Math.Log(1 - (x / (double)(1L << 31))) * 10) / 10;
            string cell = i == 137 ? "" : (rain < 2 && i % 12 is (0 or 1 or 11) ? 0 : rain).ToString(CultureInfo.InvariantCulture);
            table.Append(date(i)).Append(',').Append(cell).Append('\n');
        }

        return table.ToString();
    }
}
