using System.Text.Json;

namespace EnviAgriNet.FirmwareHost.Tests.Sensors.Kernel;

/// <summary>
/// The program itself on sysfs as the drivers of Linux 6.1 made it, with chips of registers set to their data sheets' examples, and
/// recorded by umockdev-record. The paths are the real ones: nothing tells the program where to look.
/// </summary>
public sealed class RecordedTreeTests : IDisposable
{
    private static readonly string Tree = Path.Combine(AppContext.BaseDirectory, "Sensors", "Kernel", "Trees", "i2c-five-chips.umockdev");

    private readonly TempFolder _folder = new();

    [UmockdevFact]
    public async Task Scan_FiveChipsOfTheirDrivers_ProposesWhatReadThenReads()
    {
        (int code, string output, string error) = await CallAsync("scan", "--json");
        Assert.True(code == 0, error);
        JsonElement sensors = JsonDocument.Parse(output).RootElement.GetProperty("Sensors");
        Assert.Equal(
            ["ads1015", "bme280", "bmp280", "lm75", "sht21"],
            sensors.EnumerateArray().Select(s => s.GetProperty("Device").GetString()!).Order(StringComparer.Ordinal));
        string config = _folder.File("firmware.json");
        await File.WriteAllTextAsync(config, $$"""
            { "Station": { "Id": "centre-a", "Region": "5001" }, "Board": { "Kind": "Linux" }, "Link": { "Socket": "{{_folder.File("edge.sock")}}" },
              "Actuators": { "Socket": "{{_folder.File("fw.sock")}}" }, "Sensors": {{sensors.GetRawText()}} }
            """);
        (code, output, error) = await CallAsync("read", "--json", "--config", config);
        Assert.True(code == 0, error + output);
        Dictionary<string, double> values = output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(line =>
            {
                JsonElement sensor = JsonDocument.Parse(line).RootElement;
                string name = sensor.GetProperty("name").GetString()!;
                return sensor.GetProperty("values").EnumerateArray()
                    .Select(v => ($"{name} {v.GetProperty("series").GetString()!.Split('/')[0]}", v.GetProperty("value").GetDouble()));
            })
            .GroupBy(v => v.Item1)
            .ToDictionary(g => g.Key, g => g.First().Item2);

        // Bosch's worked example, 16384 steps of 1/16 mV, and 25.5 degrees of an LM75.
        Assert.Equal((25.08, 1006.53253906), (values["bmp280 air_temperature"], values["bmp280 pressure"]));
        Assert.Equal((25.08, 54.997), (values["bme280 air_temperature"], values["bme280 humidity"]));
        Assert.Equal(1.024, values["ads1015 voltage"]);
        Assert.Equal(25.5, values["lm75 air_temperature"]);
        Assert.Equal((23.367, 54.791), (values["sht21 air_temperature"], values["sht21 humidity"]));
    }

    public void Dispose() => _folder.Dispose();

    private async Task<(int Code, string Output, string Error)> CallAsync(params string[] arguments)
    {
        using FirmwareProcess call = new(_folder.File("none.sock"), ["umockdev-run", "-d", Tree, "--", "dotnet"], arguments);
        int code = await call.ExitAsync();
        return (code, string.Join('\n', call.Output), call.AllLog);
    }
}
