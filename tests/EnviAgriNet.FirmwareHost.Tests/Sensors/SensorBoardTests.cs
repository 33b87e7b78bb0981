using System.Text.Json;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Demo.StandIns;

namespace EnviAgriNet.FirmwareHost.Tests.Sensors;

/// <summary>The real program with a Linux board: pseudo-terminals and a folder of sysfs in, an edge's socket out.</summary>
public sealed class SensorBoardTests
{
    [Fact]
    public async Task Run_DustSoilAndWeather_BringsTheirReadingsAndGoesOnWhenOneIsPulledOut()
    {
        using TempFolder folder = new();
        using StandInPms5003 dust = new(() => (11, 22, 33), TimeProvider.System);
        StandInModbusBus line = new();
        StandInProbe soil = line.Add(1);
        (soil.Holding[0], soil.Holding[1]) = (345, 287);
        using StandInSysfs sys = new(folder.File("sys"));
        sys.Write("bme280", ("in_temp_input", "31250"), ("in_humidityrelative_input", "60500"), ("in_pressure_input", "100.653253906"));
        await using StandInEdge edge = await StandInEdge.StartAsync(folder.File("edge.sock"));
        string config = folder.File("firmware.json");
        await File.WriteAllTextAsync(config, $$"""
            { "Station": { "Id": "centre-a", "Region": "5001" },
              "Board": { "Kind": "Linux", "Sys": "{{folder.File("sys")}}" },
              "Link": { "Socket": "{{edge.Socket}}", "FlushEvery": "00:00:00.1" },
              "Actuators": { "Socket": "{{folder.File("fw.sock")}}" },
              "Sensors": [
                { "Name": "air", "Kind": "iio", "Device": "bme280", "Every": "00:00:01",
                  "Series": { "temp": "air_temperature", "humidityrelative": "humidity", "pressure": "pressure" } },
                { "Name": "dust", "Kind": "pms5003", "Port": "{{dust.Line.Path}}", "Every": "00:00:01", "Samples": 1, "WarmUp": "00:00:00.2", "Humidity": "humidity" },
                { "Name": "soil", "Kind": "modbus", "Port": "{{line.Line.Path}}", "Map": "soil-npk", "Every": "00:00:01", "AnswerMax": "00:00:00.1", "WarmUp": "00:00:00",
                  "Series": { "moisture": "soil_moisture:-0.1", "temperature": "soil_temperature:-0.1" } } ] }
            """);
        using FirmwareProcess firmware = new(folder.File("fw.sock"), "--config", config);
        double? Newest(string series) => edge.Committed.LastOrDefault(r => r.Series?.Text == series) is { Series: not null } reading ? reading.Value : null;
        await Until.TrueAsync(() => Newest("pm25/raw") == 22 && Newest("pressure") == 1006.53253906, () => $"air and dust; the log:\n{firmware.AllLog}");
        Assert.Equal((31.25, 60.5), (Newest("air_temperature"), Newest("humidity")));

        // 0.524 * 22 - 0.0862 * 60.5 + 5.75
        await Until.TrueAsync(() => Newest("pm25") is > 12.06 and < 12.07, () => $"corrected dust, and not {Newest("pm25")}");

        await Until.TrueAsync(() => Newest("soil_moisture:-0.1") == 34.5 && Newest("soil_temperature:-0.1") == 28.7, () => "the soil");
        line.Dispose();
        await Until.TrueAsync(() => Sensor(firmware, "soil").GetProperty("fault").ValueKind == JsonValueKind.String, () => "the fault of the soil probe");
        int before = edge.Committed.Count(r => r.Series.Text == "humidity");
        await Until.TrueAsync(() => edge.Committed.Count(r => r.Series.Text == "humidity") > before, () => "air to go on");
        Assert.Equal(JsonValueKind.Null, Sensor(firmware, "air").GetProperty("fault").ValueKind);
        Assert.Single(firmware.Log, l => l.Contains("The sensor soil fails: ", StringComparison.Ordinal) && l.Contains("is not there", StringComparison.Ordinal));
        await firmware.TerminateAsync();
        Assert.Equal(0, await firmware.ExitAsync());
        await Until.TrueAsync(() => !dust.IsAwake, () => "the laser to stop with the program");
        Assert.All(edge.Committed, r => Assert.True(r.Quality is QualityFlag.NotEvaluated or QualityFlag.Suspect, $"{r}"));
    }

    [Fact]
    public async Task Run_WithFaultsInSeveralEntries_EndsWithAllOfThem()
    {
        using TempFolder folder = new();
        string config = folder.File("firmware.json");
        await File.WriteAllTextAsync(config, $$"""
            { "Station": { "Id": "centre-a", "Region": "5001" }, "Board": { "Kind": "Linux" },
              "Link": { "Socket": "{{folder.File("edge.sock")}}" }, "Actuators": { "Socket": "{{folder.File("fw.sock")}}" },
              "Sensors": [ { "Name": "a", "Kind": "pms5003" }, { "Name": "b", "Kind": "nonesuch" },
                { "Name": "c", "Kind": "modbus", "Port": "/dev/ttyUSB1", "Map": "soil-npk", "Unit": 0 } ] }
            """);
        using FirmwareProcess firmware = new(folder.File("fw.sock"), "--config", config);
        Assert.Equal(2, await firmware.ExitAsync());
        Assert.All(
            (string[])["Sensors:0:Port is missing", "Sensors:1:Kind 'nonesuch' is none of", "Sensors:2:Unit '0' is not from 1 to 247"],
            f => Assert.Contains(f, firmware.AllLog, StringComparison.Ordinal));
    }

    private static JsonElement Sensor(FirmwareProcess firmware, string name) =>
        firmware.StatusAsync().GetAwaiter().GetResult().GetProperty("sensors").EnumerateArray().Single(s => s.GetProperty("name").GetString() == name);
}
