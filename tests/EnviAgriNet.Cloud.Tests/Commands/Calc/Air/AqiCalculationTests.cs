using System.Text.Json;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Tests.Commands.Calc.Air;

/// <summary>Vectors: Air4Thai of 2024-05-07 and 2019-02-17, the press of 2019 above 200, weewx-purple and aqstandards for the EPA.</summary>
public sealed class AqiCalculationTests
{
    [Theory]
    [InlineData("th-2023", "pm25", "34.1", 87, "moderate", 3)]
    [InlineData("TH-2023", "PM2.5", "34.1", 87, "moderate", 3)]
    [InlineData("th-2023", "pm10", "73", 44, "good", 2)]
    [InlineData("th-2023", "CO 8h", "1.20", 7, "very good", 1)]
    [InlineData("th-2018", "PM25", "26", 26, "good", 2)]
    [InlineData("th-2018", "o3_8h", "11", 8, "very good", 1)]
    [InlineData("th-2018", "no2-1h", "30", 13, "very good", 1)]
    [InlineData("th-2018", "pm25", "320", 430, "affects health", 5)]
    [InlineData("th-2018", "pm25", "90", 200, "starts to affect health", 4)]
    public void Run_ThaiTable_IsThePublishedIndex(
        string table, string pollutant, string value, int index, string category, int color)
    {
        JsonElement json = CalcCall.Run("aqi", "--table", table, "--pollutant", pollutant, "--value", value).Json;

        Assert.Equal(index, json.GetProperty("aqi").GetInt32());
        Assert.Equal(category, json.GetProperty("category").GetString());
        Assert.Equal(color, json.GetProperty("color").GetInt32());
        Assert.False(json.GetProperty("beyondScale").GetBoolean());
    }

    [Theory]
    [InlineData("pm25", "9.099", 50, "Good")]
    [InlineData("pm25", "-5", 0, "Good")]
    [InlineData("pm25", "9.1", 51, "Moderate")]
    [InlineData("o3-8h", "0.078", 126, "Unhealthy for Sensitive Groups")]
    [InlineData("o3-1h", "0.35", 273, "Very Unhealthy")]
    [InlineData("co-8h", "8.4", 90, "Moderate")]
    [InlineData("no2", "500", 175, "Unhealthy")]
    [InlineData("so2-1h", "35.7", 50, "Good")]
    [InlineData("so2-1h", "400", 200, "Unhealthy")]
    [InlineData("so2-24h", "400", 232, "Very Unhealthy")]
    [InlineData("pm25", "225.5", 301, "Hazardous")]
    public void Run_UsTable_IsThePublishedIndex(string pollutant, string value, int index, string category)
    {
        JsonElement json = CalcCall.Run("aqi", "--table", "us-2024", "--pollutant", pollutant, "--value", value).Json;

        Assert.Equal(index, json.GetProperty("aqi").GetInt32());
        Assert.Equal(category, json.GetProperty("category").GetString());
    }

    [Fact]
    public void Run_Above200In2023_SaysThatItIsBeyondTheScale()
    {
        JsonElement json = CalcCall.Run("aqi", "--pollutant", "pm25", "--value", "100").Json;

        Assert.True(json.GetProperty("beyondScale").GetBoolean());
        Assert.True(json.GetProperty("aqi").GetInt32() > 200);
        Assert.Equal(5, json.GetProperty("color").GetInt32());
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("-999")]
    public void Run_MarkOfMissingOfAir4Thai_IsNoData(string value)
    {
        JsonElement json = CalcCall.Run("aqi", "--table", "th-2023", "--pollutant", "so2-1h", "--value", value).Json;

        Assert.Equal(JsonValueKind.Null, json.GetProperty("aqi").ValueKind);
        Assert.Equal(0, json.GetProperty("color").GetInt32());
    }

    [Theory]
    [InlineData("th-2023", "o3-8h", "0.0501", "ppm", 50)]
    [InlineData("us-2024", "o3-8h", "78", "ppb", 126)]
    [InlineData("us-2024", "pm25", "9.1", "ug/m3", 51)]
    public void Run_OtherUnit_IsConverted(string table, string pollutant, string value, string unit, int index) =>
        Assert.Equal(
            index,
            CalcCall.Run("aqi", "--table", table, "--pollutant", pollutant, "--value", value, "--unit", unit)
                .Json.GetProperty("aqi").GetInt32());

    [Theory]
    [InlineData("us-2024", "o3-8h", "78", "value 78 ppm is above 5 ppm")]
    [InlineData("us-2024", "o3-8h", "0.3", "value 0.3 ppm of o3-8h has no index above 0.2 ppm")]
    [InlineData("us-2024", "o3-1h", "0.1", "value 0.1 ppm of o3-1h has no index below 0.125 ppm")]
    [InlineData("us-2024", "pm10", "-1", "value -1 ug/m3 of pm10 is not 0 ug/m3 or more")]
    [InlineData("th-2023", "o3-1h", "50", "pollutant 'o3-1h' is none of pm25, pm10, o3-8h, co-8h, no2-1h, so2-1h")]
    [InlineData("th-2023", "radon", "50", "pollutant 'radon' is none of")]
    [InlineData("th-2023", "pm25", "-0.5", "value -0.5 ug/m3 of pm25 is not 0 ug/m3 or more")]
    [InlineData("th-2020", "pm25", "5", "table 'th-2020' is none of th-2023, th-2018, us-2024")]
    public void Run_ImpossibleCall_NamesFieldAndLimit(string table, string pollutant, string value, string error)
    {
        CalcCall call = CalcCall.Run("aqi", "--table", table, "--pollutant", pollutant, "--value", value);

        Assert.Equal(ExitCodes.Usage, call.Code);
        Assert.StartsWith(error, Assert.Single(call.Screen.Errors));
    }

    [Fact]
    public void Run_So2OfHourAndDay_FollowsTheRuleOf305() =>
        Assert.Equal(232, CalcCall.Run("aqi", "--table", "us-2024", "--pollutant", "so2", "--value", "400", "--so2-day", "400")
            .Json.GetProperty("aqi").GetInt32());

    [Fact]
    public void Run_Table_MayMixTablesAndPollutants()
    {
        CalcCall call = CalcCall.RunTable(
            "table,pollutant,value\nth-2023,pm25,34.1\nus-2024,pm25,35.9\nth-2018,xx,1\nth-2018,pm25,\n", "aqi");

        Assert.Equal(("87", "3"), (call.Cell(0, "aqi"), call.Cell(0, "color")));
        Assert.Equal(("102", ""), (call.Cell(1, "aqi"), call.Cell(1, "color")));
        Assert.Contains("pollutant 'xx' is none of", call.Screen.Lines[3]);
        Assert.Contains("value is missing", call.Screen.Lines[4]);
    }
}
