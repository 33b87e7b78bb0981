using System.IO.Compression;
using System.Text;
using System.Text.Json;
using EnviAgriNet.Cloud.Commands.Calc;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Tests.Commands.Calc;

/// <summary>What all calculations have in common.</summary>
public sealed class CalcCommandTests
{
    private const string Rivers = "level,bank,ground\n2.74,2.20,-0.33\n";

    public static TheoryData<string> Names => [.. CalcCatalog.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Calculation_SaysWhatItIs(string name)
    {
        Calculation calculation = Assert.Single(CalcCatalog.All, c => c.Name == name);
        Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", calculation.Name);
        Assert.NotEmpty(calculation.Summary);
        Assert.NotEmpty(calculation.Source);
        Assert.All(calculation.Inputs, i => Assert.NotEmpty(i.Description));
        Assert.All(calculation.Inputs, i => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", i.Name));
        Assert.Equal(calculation.Inputs.Count, calculation.Inputs.Select(i => i.Name).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Run_NothingGiven_IsAWrongCallThatNamesWhatIsMissing(string name)
    {
        CalcCall call = CalcCall.Run(name);

        Assert.Equal(ExitCodes.Usage, call.Code);
        Assert.Empty(call.Screen.Lines);
        Assert.Contains("missing", Assert.Single(call.Screen.Errors));
    }

    [Fact]
    public void Run_Options_PrintsOneLineOfJson()
    {
        CalcCall call = CalcCall.Run("river", "--level", "2.74", "--bank", "2.20", "--ground", "-0.33");

        Assert.Equal(ExitCodes.Ok, call.Code);
        Assert.Single(call.Screen.Lines);
        Assert.Equal(121.343873518, call.Json.GetProperty("percent").GetDouble());
        Assert.Equal(5, call.Json.GetProperty("situation").GetInt32());
        Assert.Equal(0.54, call.Json.GetProperty("difference").GetDouble());
    }

    [Theory]
    [InlineData("x", "level 'x' is not a number")]
    [InlineData("NaN", "level is missing")]
    [InlineData("1e999", "level '1e999' is not a number")]
    public void Run_BadOption_NamesFieldAndLimit(string level, string error)
    {
        CalcCall call = CalcCall.Run("river", "--level", level, "--bank", "2", "--ground", "1");

        Assert.Equal(ExitCodes.Usage, call.Code);
        Assert.Equal(error, Assert.Single(call.Screen.Errors));
    }

    [Fact]
    public void Run_Table_AddsColumnsAndKeepsTheOthersAsTheyStand()
    {
        CalcCall call = CalcCall.RunTable(
            "\uFEFFstation,Level,bank,ground,note\nBKK021,2.74,2.20,-0.33,\"a, \"\"b\"\"\"\n", "river");

        Assert.Equal(ExitCodes.Ok, call.Code);
        Assert.Equal("station,Level,bank,ground,note,percent,situation,difference,overBank,error", call.Screen.Lines[0]);
        Assert.Equal("BKK021,2.74,2.20,-0.33,\"a, \"\"b\"\"\",121.343873518,5,0.54,true,", call.Screen.Lines[1]);
        Assert.Empty(call.Screen.Errors);
    }

    [Theory]
    [InlineData("x,2.2,-0.33", "level 'x' is not a number")]
    [InlineData("2.7,2.2", "row has 2 cells")]
    [InlineData("2.7,2.2,1,9", "row has 4 cells")]
    [InlineData(",2.2,1", "level is missing")]
    public void Run_BadRow_CostsOnlyItself(string bad, string error)
    {
        CalcCall call = CalcCall.RunTable($"level,bank,ground\n2.74,2.20,-0.33\n{bad}\n\n2.74,2.20,-0.33\n", "river");

        Assert.Equal(ExitCodes.Ok, call.Code);
        Assert.Equal(4, call.Screen.Lines.Count);
        Assert.EndsWith(",121.343873518,5,0.54,true,", call.Screen.Lines[1]);
        Assert.Contains(error, call.Screen.Lines[2]);
        Assert.EndsWith(",121.343873518,5,0.54,true,", call.Screen.Lines[3]);
        Assert.Equal("1 of 3 rows have an error", Assert.Single(call.Screen.Errors));
    }

    [Fact]
    public void Run_QuoteLeftOpen_CostsOnlyItsRow()
    {
        CalcCall call = CalcCall.RunTable("level,bank,ground\n\"2.74,2.20,-0.33\n2.74,2.20,-0.33\n", "river");

        Assert.Equal(3, call.Screen.Lines.Count);
        Assert.EndsWith(",121.343873518,5,0.54,true,", call.Screen.Lines[2]);
    }

    [Fact]
    public void Run_AllRowsBad_Fails() =>
        Assert.Equal(ExitCodes.Failed, CalcCall.RunTable("level,bank,ground\nx,1,0\ny,1,0\n", "river").Code);

    [Fact]
    public void Run_MissingColumn_NamesItAndWhatThereIs()
    {
        CalcCall call = CalcCall.RunTable("wl;bank\n1;2\n", "river");

        Assert.Equal(ExitCodes.Usage, call.Code);
        Assert.Empty(call.Screen.Lines);
        Assert.Equal(
            "level is no column; the file has wl, bank; choose one with --map level=COLUMN", Assert.Single(call.Screen.Errors));
    }

    [Theory]
    [InlineData("--map", "level=wl")]
    [InlineData("--column", "wl")]
    public void Run_ChosenColumnAndOptionForTheRest_AreUsed(string option, string column)
    {
        CalcCall call = CalcCall.RunTable("wl;unused\n2.74;x\n", "river", option, column, "--bank", "2.20", "--ground", "-0.33");

        Assert.Equal("121.343873518", call.Cell(0, "percent"));
    }

    [Fact]
    public void Run_ResultColumnIsTaken_GetsAnotherName()
    {
        CalcCall call = CalcCall.RunTable("level,bank,ground,percent\n2.74,2.20,-0.33,7\n", "river");

        Assert.Equal("7", call.Cell(0, "percent"));
        Assert.Equal("121.343873518", call.Cell(0, "percent_calc"));
    }

    [Fact]
    public void Run_TableAsJson_IsOneArray()
    {
        CalcCall call = CalcCall.RunTable(Rivers + "x,1,0\n", "river", "--json");

        JsonElement[] rows = [.. call.Rows.EnumerateArray()];
        Assert.Equal(2, rows.Length);
        Assert.Equal(121.343873518, rows[0].GetProperty("percent").GetDouble());
        Assert.Equal(JsonValueKind.Null, rows[0].GetProperty("error").ValueKind);
        Assert.Equal("level 'x' is not a number", rows[1].GetProperty("error").GetString());
    }

    [Fact]
    public void Run_FileIsNotThere_IsAWrongCall()
    {
        CalcCall call = CalcCall.Run("river", "--csv", Path.Combine(Path.GetTempPath(), "eag-no-such.csv"));

        Assert.Equal(ExitCodes.Usage, call.Code);
        Assert.Contains("csv cannot be read", Assert.Single(call.Screen.Errors));
    }

    [Fact]
    public void Run_Gzip_IsReadAsItsContent()
    {
        string file = Path.Combine(Path.GetTempPath(), $"eag-{Environment.ProcessId}-rivers.csv.gz");
        try
        {
            using (GZipStream zip = new(File.Create(file), CompressionLevel.Fastest))
            {
                zip.Write(Encoding.UTF8.GetBytes(Rivers));
            }

            Assert.Equal("121.343873518", CalcCall.Run("river", "--csv", file).Cell(0, "percent"));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
