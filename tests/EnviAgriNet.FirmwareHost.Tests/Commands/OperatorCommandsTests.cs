using System.Text.Json;
using EnviAgriNet.Demo.StandIns;

namespace EnviAgriNet.FirmwareHost.Tests.Commands;

/// <summary>What an operator types, with the real program.</summary>
public sealed class OperatorCommandsTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly StandInSysfs _sys;

    public OperatorCommandsTests()
    {
        _sys = new StandInSysfs(_folder.File("sys"));
        _sys.Write("bme280", ("in_temp_input", "31250"), ("in_humidityrelative_input", "60500"), ("in_pressure_input", "100.6"));
    }

    [Fact]
    public async Task Scan_OneChip_ProposesAnEntryThatReadThenUses()
    {
        (int code, string output, _) = await CallAsync("scan", "--json", "--set", $"Board:Sys={_folder.File("sys")}");
        Assert.Equal(0, code);
        JsonElement entry = JsonDocument.Parse(output).RootElement.GetProperty("Sensors")[0];
        Assert.Equal(("iio", "bme280"), (entry.GetProperty("Kind").GetString(), entry.GetProperty("Device").GetString()));
        string config = Config(entry.GetRawText());
        (code, output, _) = await CallAsync("read", "--config", config);
        Assert.Equal(0, code);
        Assert.Matches(@"bme280 +air_temperature +31\.25 Cel +0 s ago +NotEvaluated", output);
    }

    [Fact]
    public async Task Doctor_SensorAwayAndEdgeSilent_SaysWhatToDoInBothLanguages()
    {
        string config = Config("""
            { "Name": "air", "Kind": "iio", "Device": "bme280", "Series": { "temp": "air_temperature" } },
            { "Name": "pond", "Kind": "w1", "Device": "28-0316a2794d01" }
            """);
        (int code, string output, _) = await CallAsync("doctor", "--config", config);
        Assert.Equal(1, code);
        Assert.Contains("[ok] air: ปกติ", output, StringComparison.Ordinal);
        Assert.Contains("[!!] pond: ไม่พบอุปกรณ์", output, StringComparison.Ordinal);
        Assert.Contains("there is no 28-0316a2794d01", output, StringComparison.Ordinal);
        Assert.Contains("is eag-edge running", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_FaultySettings_NamesEachKeyWithItsLine()
    {
        string config = Config("""
            { "Name": "air", "Kind": "iio", "Device": "bme280",
              "Every": "often", "Series": { "temp": "air_temperature" } },
            { "Name": "dust",
              "Kind": "dustcatcher" }
            """);
        (int code, string output, _) = await CallAsync("doctor", "--config", config);
        string[] lines = await File.ReadAllLinesAsync(config);
        int Line(string word) => 1 + Array.FindIndex(lines, l => l.Contains(word, StringComparison.Ordinal));
        Assert.Equal(2, code);
        Assert.Matches($@"Sensors:0:Every 'often'.*line {Line("often")}\)", output);
        Assert.Matches($@"Sensors:1:Kind 'dustcatcher'.*line {Line("dustcatcher")}\)", output);
    }

    [Fact]
    public async Task Calibrate_TwoPointsOneOfThemReadNow_IsWrittenAndHolds()
    {
        string config = Config("""{ "Name": "air", "Kind": "iio", "Device": "bme280", "Series": { "temp": "air_temperature" } }""");
        (int code, _, string error) = await CallAsync(
            "calibrate", "air_temperature", "--config", config, "--point", "0.5=0", "--true", "30.75", "--by", "tech-2", "--write");
        Assert.True(code == 0, error);
        (_, string output, _) = await CallAsync("read", "--config", config, "--json");
        JsonElement values = JsonDocument.Parse(output).RootElement.GetProperty("values");
        Assert.Equal(
            [("air_temperature/raw", 31.25), ("air_temperature", 30.75)],
            values.EnumerateArray().Select(v => (v.GetProperty("series").GetString()!, v.GetProperty("value").GetDouble())));
        (code, _, error) = await CallAsync("calibrate", "air_temperature", "--point", "20=30", "--point", "30=20", "--by", "tech-2");
        Assert.Equal(2, code);
        Assert.Contains("Measure again", error, StringComparison.Ordinal);
        (code, _, error) = await CallAsync("calibrate", "air_temperature", "--point", "20=30", "--by", "Somchai J.");
        Assert.Equal(2, code);
        Assert.Contains("no names of people", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calibrate_Again_BeginsWithTheUncalibratedValueAndShowsTheZoneAsItIs()
    {
        string config = Config(
            """{ "Name": "air", "Kind": "iio", "Device": "bme280", "Series": { "temp": "air_temperature" } }""",
            """{ "Series": "air_temperature", "Polynomial": [0, 2, 0.01], "By": "tech-1", "On": "2026-01-01" }""");
        (int code, string output, string error) = await CallAsync("calibrate", "air_temperature", "--config", config, "--true", "30", "--by", "tech-2");
        Assert.True(code == 0, error);
        Assert.Contains("\"Offset\":-1.25", output, StringComparison.Ordinal);
        Assert.Matches(@"""On"":""\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00""", output);
    }

    [Fact]
    public async Task Calibrate_ProbeAtAnAnalogueInput_ComputesItsSeriesOfTheVoltage()
    {
        _sys.Write("ads1115", ("in_voltage0_raw", "16000"), ("in_voltage0_scale", "0.125"));
        string config = Config("""{ "Name": "adc", "Kind": "iio", "Device": "ads1115", "Series": { "voltage0": "voltage/a0" } }""");
        (int code, _, string error) = await CallAsync(
            "calibrate", "soil_moisture:-0.1", "--of", "voltage/a0", "--config", config, "--point", "2.8=5", "--true", "25", "--by", "tech-2", "--write");
        Assert.True(code == 0, error);
        (_, string output, _) = await CallAsync("read", "--config", config, "--json");
        Assert.Equal(
            [("voltage/a0", 2.0), ("soil_moisture:-0.1", 25.0)],
            JsonDocument.Parse(output).RootElement.GetProperty("values").EnumerateArray()
                .Select(v => (v.GetProperty("series").GetString()!, Math.Round(v.GetProperty("value").GetDouble(), 6))));
    }

    [Fact]
    public async Task Doctor_CalibrationOfASeriesThatNobodyGives_SaysSo()
    {
        string config = Config(
            """{ "Name": "air", "Kind": "iio", "Device": "bme280", "Series": { "temp": "air_temperature" } }""",
            """{ "Series": "water_temperature", "Offset": 1, "By": "tech-1", "On": "2026-01-01" }""");
        (int code, string output, _) = await CallAsync("doctor", "--config", config);
        Assert.Equal(1, code);
        Assert.Contains("the calibration of water_temperature is used for nothing", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_SensorPulledOutAndPutBack_TellsTheEdgeBothTimes()
    {
        string config = Config("""{ "Name": "air", "Kind": "iio", "Device": "bme280", "Every": "00:00:01", "Series": { "temp": "air_temperature" } }""");
        await using StandInEdge edge = await StandInEdge.StartAsync(_folder.File("edge.sock"));
        using FirmwareProcess firmware = new(_folder.File("fw.sock"), "--config", config);
        await Until.TrueAsync(() => !edge.Committed.IsEmpty, () => $"a reading; the log:\n{firmware.AllLog}");
        string devices = _folder.File("sys/bus/iio/devices");
        Directory.Move(devices, devices + ".away");
        await Until.TrueAsync(() => edge.Events.Any(e => e.Contains("sensor-fault", StringComparison.Ordinal)), () => $"the fault; the log:\n{firmware.AllLog}");
        (int code, string output, _) = await CallAsync("read", "--config", config);
        Assert.Equal(1, code);
        Assert.Contains("there is no bme280", output, StringComparison.Ordinal);
        int before = edge.Committed.Count;
        Directory.Move(devices + ".away", devices);
        await Until.TrueAsync(() => edge.Events.Any(e => e.Contains("sensor-well", StringComparison.Ordinal)), () => $"its end; the log:\n{firmware.AllLog}");
        Assert.True(edge.Committed.Count >= before);
        Assert.Single(firmware.Log, l => l.Contains("The sensor air fails: ", StringComparison.Ordinal));
        Assert.All(edge.Events, e => Assert.Contains("\"sensor\":\"air\"", e, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_Calibration_IsToldOnceAndAlsoThatItEnded()
    {
        const string Sensor = """{ "Name": "air", "Kind": "iio", "Device": "bme280", "Every": "00:00:01", "Series": { "temp": "air_temperature" } }""";
        string calibrated = Config(Sensor, """{ "Series": "air_temperature", "Offset": -0.5, "By": "tech-2", "On": "2026-01-01" }""");
        await using StandInEdge edge = await StandInEdge.StartAsync(_folder.File("edge.sock"));
        for (int start = 0; start < 2; start++)
        {
            int before = edge.Committed.Count;
            using FirmwareProcess firmware = new(_folder.File("fw.sock"), "--config", calibrated);
            await Until.TrueAsync(
                () => edge.Committed.Count > before && !edge.Events.IsEmpty, () => $"a reading and the event; the log:\n{firmware.AllLog}");
            await firmware.TerminateAsync();
            await firmware.ExitAsync();
        }

        using (FirmwareProcess firmware = new(_folder.File("fw.sock"), "--config", Config(Sensor)))
        {
            await Until.TrueAsync(() => edge.Events.Count >= 2, () => $"the end of it; the log:\n{firmware.AllLog}");
        }

        Assert.Equal(2, edge.Events.Count);
        Assert.Contains("air_temperature by tech-2 since 2025-12-31T17:00:00Z: -0.5 1\"", edge.Events.First(), StringComparison.Ordinal);
        Assert.Matches(@"air_temperature by tech-2 since \S+Z: none", edge.Events.Last());
    }

    public void Dispose()
    {
        _sys.Dispose();
        _folder.Dispose();
    }

    private string Config(string sensors, string calibrations = "")
    {
        string config = _folder.File("firmware.json");
        File.WriteAllText(config, $$"""
            {
              "Station": { "Id": "centre-a", "Region": "5001" },
              "Board": { "Kind": "Linux", "Sys": "{{_folder.File("sys")}}" },
              "Link": { "Socket": "{{_folder.File("edge.sock")}}", "FlushEvery": "00:00:00.1" },
              "Actuators": { "Socket": "{{_folder.File("fw.sock")}}" },
              "Sensors": [
            {{sensors}}
              ],
              "Calibration": [ {{calibrations}} ]
            }
            """);
        return config;
    }

    private async Task<(int Code, string Output, string Error)> CallAsync(params string[] arguments)
    {
        using FirmwareProcess call = new(_folder.File("none.sock"), arguments);
        int code = await call.ExitAsync();
        return (code, string.Join('\n', call.Output), call.AllLog);
    }
}
