using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Tests.Commands.Calc.Crops;

/// <summary>Degree days, coefficients, paddies and irrigation as calculations; the numbers themselves are tested in the core.</summary>
public sealed class CropCalculationTests
{
    private const string Durian = """{"code":"durian","stages":[60,90,120,95],"kc":[0.7,0.8,0.7],"kcb":[0.6,0.75,0.6],"height":[6,6],"rootDepth":[1,1],"p":0.4}""";

    [Theory]
    [InlineData("1", 19)]
    [InlineData("2", 17)]
    public void Run_GddOfADay_IsTheDerivedVector(string method, double expected)
    {
        CalcCall call = CalcCall.Run("gdd", "--tmin", "24", "--tmax", "34", "--base", "10", "--upper", "30", "--method", method);

        Assert.Equal(expected, call.Json.GetProperty("gdd").GetDouble());
        Assert.Single(call.Json.EnumerateObject());
    }

    [Theory]
    [InlineData("be", "50", null, null, 2.749)]
    [InlineData("cutoff", "40", "35", "59", 7)]
    [InlineData("cutoff", "40", "35", null, 7.5)]
    [InlineData("cutoff", "40", null, "59", 6.5)]
    public void Run_GddOfPublishedVectors_IsThePublishedSum(string method, string from, string? lower, string? upper, double expected)
    {
        string[] limits = [.. lower is null ? Array.Empty<string>() : ["--lower", lower], .. upper is null ? Array.Empty<string>() : ["--upper", upper]];
        CalcCall call = CalcCall.Run(["gdd", "--tmin", "34", "--tmax", "60", "--base", from, "--method", method, .. limits]);

        Assert.Equal(expected, call.Json.GetProperty("gdd").GetDouble(), 0.0005);
    }

    [Fact]
    public void Run_GddTable_SumsTheGoodRows()
    {
        CalcCall call = CalcCall.RunTable("tmin,tmax\n20,30\n30,20\n20,34\n", "gdd", "--base", "10");

        Assert.Equal("15", call.Cell(0, "cumulative"));
        Assert.Contains("tmax must not be below tmin", call.Cell(1, "error"), StringComparison.Ordinal);
        Assert.Equal("32", call.Cell(2, "cumulative"));
    }

    [Theory]
    [InlineData("--upper", "10", "upper must be above base")]
    [InlineData("--lower", "12", "lower belongs to --method cutoff")]
    [InlineData("--method", "3", "method '3' is none of 1, 2, be, cutoff")]
    public void Run_GddWithWrongLimits_NamesThem(string option, string value, string error)
    {
        CalcCall call = CalcCall.Run("gdd", "--tmin", "20", "--tmax", "30", "--base", "10", option, value);

        Assert.Equal(ExitCodes.Usage, call.Code);
        Assert.Contains(error, Assert.Single(call.Screen.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rice", "20", "initial", 1.05, 1.00)]
    [InlineData("rice", "45", "development", 1.125, 1.075)]
    [InlineData("rice", "100", "mid", 1.20, 1.15)]
    [InlineData("rice", "150", "late", 0.75, 0.57)]
    [InlineData("Cassava-1", "500", "ended", 0.30, 0.20)]
    public void Run_Kc_IsTheCurveOfTheTable(string crop, string day, string stage, double kc, double kcb)
    {
        CalcCall call = CalcCall.Run("kc", "--crop", crop, "--day", day);

        Assert.Equal(stage, call.Json.GetProperty("stage").GetString());
        Assert.Equal(kc, call.Json.GetProperty("kc").GetDouble(), 1e-9);
        Assert.Equal(kcb, call.Json.GetProperty("kcb").GetDouble(), 1e-9);
    }

    [Theory]
    [InlineData("durian", "not in FAO-56")]
    [InlineData("rcie", "'rcie' is none of rice")]
    [InlineData("rubber", "stages are missing")]
    public void Run_KcOfACropThatFao56DoesNotHave_SaysSo(string crop, string error)
    {
        CalcCall call = CalcCall.Run("kc", "--crop", crop, "--day", "20");

        Assert.Equal(ExitCodes.Usage, call.Code);
        Assert.Contains(error, Assert.Single(call.Screen.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_KcOfACropFile_IsItsCurve()
    {
        CalcCall call = RunWithCrop(Durian, "kc", "--day", "105");

        Assert.Equal(0.75, call.Json.GetProperty("kc").GetDouble(), 1e-9);
        Assert.Equal(0.675, call.Json.GetProperty("kcb").GetDouble(), 1e-9);
    }

    [Theory]
    [InlineData("\"p\":0.4", "\"p\":0.9", "p must lie in 0.1 to 0.8")]
    [InlineData("\"p\":0.4", "\"pp\":0.4", "crop-file is not a crop")]
    [InlineData(",\"p\":0.4", "", "crop-file p is missing")]
    [InlineData("[6,6]", "[6]", "height must have 2 numbers, not 1")]
    [InlineData("[0.7,0.8,0.7]", "[0.7,8,0.7]", "kcmid must lie in 0 to 1.6")]
    public void Run_CropFileWithAFault_NamesIt(string from, string to, string error)
    {
        CalcCall call = RunWithCrop(Durian.Replace(from, to, StringComparison.Ordinal), "kc", "--day", "105");

        Assert.Equal(ExitCodes.Usage, call.Code);
        Assert.Contains(error, Assert.Single(call.Screen.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_KcByDatesAndClimate_IsAdjusted()
    {
        CalcCall call = CalcCall.Run(
            "kc", "--crop", "maize", "--planting", "2026-05-01", "--date", "2026-07-10", "--u2", "4", "--rhmin", "20");

        Assert.Equal("mid", call.Json.GetProperty("stage").GetString());
        Assert.Equal(1.2 + (0.18 * Math.Pow(2.0 / 3, 0.3)), call.Json.GetProperty("kc").GetDouble(), 1e-9);
        Assert.Contains("rhmin is missing", Assert.Single(CalcCall.Run("kc", "--crop", "maize", "--day", "3", "--u2", "4").Screen.Errors));
    }

    [Theory]
    [InlineData("-14.9", "vegetative", false)]
    [InlineData("-15.0", "vegetative", true)]
    [InlineData("-20", "vegetative", true)]
    [InlineData("-5", "flowering", true)]
    [InlineData("3", "vegetative", false)]
    public void Run_Awd_FollowsTheRule(string depth, string stage, bool expected)
    {
        CalcCall call = CalcCall.Run("awd", "--depth-cm", depth, "--stage", stage);

        Assert.Equal(expected, call.Json.GetProperty("irrigate").GetBoolean());
    }

    [Fact]
    public void Run_AwdTable_CountsDefaultsAndBadRows()
    {
        CalcCall call = CalcCall.RunTable("depth-cm\n-16\n-9\nx\n", "awd", "--threshold-cm", "8");

        Assert.Equal("true", call.Cell(0, "irrigate"));
        Assert.Equal("5", call.Cell(1, "flood_to_cm"));
        Assert.Contains("is not a number", call.Cell(2, "error"), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Irrigation_IsNetGrossAndCubicMetres()
    {
        CalcCall call = CalcCall.Run("irrigation", "--dr", "40", "--taw", "100", "--p", "0.4", "--efficiency", "0.8", "--area-rai", "5");

        Assert.True(call.Json.GetProperty("due").GetBoolean());
        Assert.Equal(40, call.Json.GetProperty("irrigation_need").GetDouble());
        Assert.Equal(50, call.Json.GetProperty("gross_need").GetDouble());
        Assert.Equal(80, call.Json.GetProperty("m3_per_rai").GetDouble());
        Assert.Equal(400, call.Json.GetProperty("m3").GetDouble());
    }

    [Theory]
    [InlineData("120", "dr 120 is above taw")]
    [InlineData("-1", "dr -1 is not 0 to 2000 mm")]
    public void Run_ImpossibleIrrigation_NamesTheLimit(string depletion, string error) => Assert.Contains(
        error, Assert.Single(CalcCall.Run("irrigation", "--dr", depletion, "--taw", "100", "--p", "0.4").Screen.Errors), StringComparison.Ordinal);

    private static CalcCall RunWithCrop(string json, params string[] arguments)
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, json);
            return CalcCall.Run([.. arguments, "--crop-file", file]);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
