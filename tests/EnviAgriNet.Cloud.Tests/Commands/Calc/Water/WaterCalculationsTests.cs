using System.Text.Json;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Tests.Commands.Calc.Water;

/// <summary>The small calculations about water; their limits are tested where they are.</summary>
public sealed class WaterCalculationsTests
{
    /// <summary>Records of ThaiWater; levels are shown to 2 decimals.</summary>
    [Theory]
    [InlineData("2.74", "2.20", "-0.33", 121.38, 5, 0.54, true)]
    [InlineData("0.65", "0.62", "-3.171", 100.72, 5, 0.03, true)]
    [InlineData("1.73", "2.26", "-14.52", 96.84, 4, 0.53, false)]
    public void River_PublishedRecord_IsThePublishedPercentage(
        string level, string bank, string ground, double percent, int situation, double difference, bool isOver)
    {
        JsonElement json = CalcCall.Run("river", "--level", level, "--bank", bank, "--ground", ground).Json;

        Assert.Equal(percent, json.GetProperty("percent").GetDouble(), 0.1);
        Assert.Equal(situation, json.GetProperty("situation").GetInt32());
        Assert.Equal(difference, json.GetProperty("difference").GetDouble(), 0.005);
        Assert.Equal(isOver, json.GetProperty("overBank").GetBoolean());
    }

    [Fact]
    public void River_DegenerateGeometry_HasNoPercentageAndNoSituation()
    {
        JsonElement json = CalcCall.Run("river", "--level", "1", "--bank", "0", "--ground", "0").Json;

        Assert.Equal(JsonValueKind.Null, json.GetProperty("percent").ValueKind);
        Assert.False(json.TryGetProperty("situation", out _));
    }

    [Theory]
    [InlineData("1", "2.5", "0.5", 3.0)]
    [InlineData("2.5", "2.5", "-1", 0.0)]
    [InlineData("1", "2.5", "-1", null)]
    public void TimeToBank_Rise_IsTheTimeLeft(string level, string bank, string rise, double? expected)
    {
        JsonElement hours = CalcCall.Run("time-to-bank", "--level", level, "--bank", bank, "--rise", rise).Json.GetProperty("hoursToBank");

        Assert.Equal(expected, hours.ValueKind == JsonValueKind.Null ? null : hours.GetDouble());
    }

    [Theory]
    [InlineData("0.05", "trace")]
    [InlineData("0.1", "light")]
    [InlineData("10.0", "light")]
    [InlineData("10.1", "moderate")]
    [InlineData("35.0", "moderate")]
    [InlineData("35.1", "heavy")]
    [InlineData("90.0", "heavy")]
    [InlineData("90.1", "very heavy")]
    public void RainClass_Limits_AreThoseOfTheTable(string mm, string expected) =>
        Assert.Equal(expected, CalcCall.Run("rain-class", "--mm", mm).Json.GetProperty("class").GetString());

    [Fact]
    public void RainClass_ImpossibleRain_NamesTheLimit() =>
        Assert.Equal("mm -1 is not 0 to 3000 mm", Assert.Single(CalcCall.Run("rain-class", "--mm", "-1").Screen.Errors));

    [Fact]
    public void WaterClass_SomeParameters_NamesWhatDecided()
    {
        JsonElement json = CalcCall.Run("water-class", "--do", "6.2", "--bod", "4.1", "--nh3", "0.3").Json;

        Assert.Equal(5, json.GetProperty("class").GetInt32());
        Assert.Equal("bod", json.GetProperty("decidedBy").GetString());
        Assert.Equal(3, json.GetProperty("judged").GetInt32());
    }

    [Theory]
    [InlineData("6.2", "1.2", 2)]
    [InlineData("4.5", "1.9", 3)]
    [InlineData("2.1", "3.9", 4)]
    public void WaterClass_Limits_AreThoseOfTheStandard(string oxygen, string demand, int expected) =>
        Assert.Equal(expected, CalcCall.Run("water-class", "--do", oxygen, "--bod", demand).Json.GetProperty("class").GetInt32());

    [Theory]
    [InlineData("0.69", "none")]
    [InlineData("0.7", "slight to moderate")]
    [InlineData("3.01", "severe")]
    public void IrrigationWater_Limits_AreThoseOfThePaper(string conductivity, string expected) =>
        Assert.Equal(expected, CalcCall.Run("irrigation-water", "--ec", conductivity).Json.GetProperty("class").GetString());

    [Fact]
    public void IrrigationWater_SodiumAndLittleSalt_IsDecidedByInfiltration()
    {
        JsonElement json = CalcCall.Run("irrigation-water", "--ec", "0.2", "--sar", "5", "--ph", "7").Json;

        Assert.Equal("severe", json.GetProperty("class").GetString());
        Assert.Equal("infiltration", json.GetProperty("decidedBy").GetString());
        Assert.Equal("none", json.GetProperty("ecClass").GetString());
        Assert.True(json.GetProperty("phNormal").GetBoolean());
    }

    [Theory]
    [InlineData("71", "good")]
    [InlineData("30", "very poor")]
    public void WqiClass_Index_IsItsClass(string index, string expected) =>
        Assert.Equal(expected, CalcCall.Run("wqi-class", "--wqi", index).Json.GetProperty("class").GetString());

    [Fact]
    public void WqiClass_OutsideTheScale_NamesTheLimit()
    {
        CalcCall call = CalcCall.Run("wqi-class", "--wqi", "101");

        Assert.Equal(ExitCodes.Usage, call.Code);
        Assert.Equal("wqi 101 is not 0 to 100", Assert.Single(call.Screen.Errors));
    }
}
