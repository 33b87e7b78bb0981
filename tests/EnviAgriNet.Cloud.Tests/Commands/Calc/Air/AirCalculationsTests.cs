using System.Text.Json;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Tests.Commands.Calc.Air;

/// <summary>The small calculations about air; their formulas are tested where they are.</summary>
public sealed class AirCalculationsTests
{
    [Theory]
    [InlineData("heat-index", "30", "80", "heatIndex", 37.7, 0.1)]
    [InlineData("vpd", "25", "50", "vpd", 1.584, 0.0005)]
    [InlineData("thi", "32", "22", "thi", 75.9, 0.05)]
    [InlineData("thi", "30", "50", "thiNrc1971", 78.30, 0.005)]
    [InlineData("wet-bulb", "20", "50", "wetBulb", 13.7, 0.05)]
    [InlineData("dew-point", "20", "50", "dewPoint", 9.3, 0.1)]
    [InlineData("vpd", "-5", "100", "vpd", 0, 0)]
    public void Run_Air_IsTheKnownValue(string name, string t, string humidity, string column, double expected, double within) =>
        Assert.Equal(
            expected, CalcCall.Run(name, "--t", t, "--rh", humidity).Json.GetProperty(column).GetDouble(), within);

    [Theory]
    [InlineData("heat-index", "30", "101", "rh 101 is not 0 to 100 %")]
    [InlineData("heat-index", "61", "50", "t 61 is not -80 to 60 °C")]
    [InlineData("wet-bulb", "20", "100", "rh 100 is not 5 to 99 %")]
    [InlineData("wet-bulb", "51", "50", "t 51 is not -20 to 50 °C")]
    [InlineData("dew-point", "20", "0", "rh is below 0.01 %")]
    public void Run_OutsideTheFormula_NamesFieldAndLimit(string name, string t, string humidity, string error)
    {
        CalcCall call = CalcCall.Run(name, "--t", t, "--rh", humidity);

        Assert.Equal(ExitCodes.Usage, call.Code);
        Assert.StartsWith(error, Assert.Single(call.Screen.Errors));
    }

    [Fact]
    public void HeatIndex_Classes_SayWhoseTheyAre()
    {
        JsonElement old = CalcCall.Run("heat-index", "--t", "30", "--rh", "65").Json;
        JsonElement other = CalcCall.Run("heat-index", "--t", "30", "--rh", "65", "--classes", "steps-27-33-42-52").Json;

        Assert.Equal(("warning", "tmd-until-2023"), (old.GetProperty("class").GetString(), old.GetProperty("classes").GetString()));
        Assert.Equal("steps-27-33-42-52", other.GetProperty("classes").GetString());
    }

    [Fact]
    public void HeatIndex_TableWithOtherNames_FindsItsColumns()
    {
        CalcCall call = CalcCall.RunTable("Temperature,Humidity\n30,80\n,80\n", "heat-index");

        Assert.StartsWith("37.66", call.Cell(0, "heatIndex"));
        Assert.Contains("t is missing", call.Screen.Lines[2]);
    }

    [Theory]
    [InlineData("cf1", "118", "98", "95", 53.74)]
    [InlineData("CF_1", "395", "405", "95", 249.85)]
    [InlineData("atm", "90", "110", "50", 80.04)]
    public void PurpleAir_BothSensors_IsThePublishedValue(string channel, string a, string b, string humidity, double expected)
    {
        CalcCall call = CalcCall.Run("purpleair", "--channel", channel, "--a", a, "--b", b, "--rh", humidity);

        Assert.Equal(expected, call.Json.GetProperty("corrected").GetDouble(), 0.005);
    }

    [Theory]
    [InlineData("b is missing", "--a", "10")]
    [InlineData("pm is missing", "--channel", "atm")]
    [InlineData("channel 'x' is none of cf1, atm", "--channel", "x")]
    public void PurpleAir_HalfACall_NamesWhatIsMissing(string error, string option, string value) =>
        Assert.StartsWith(error, Assert.Single(CalcCall.Run("purpleair", "--rh", "50", option, value).Screen.Errors));
}
