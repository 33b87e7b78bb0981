using EnviAgriNet.FirmwareHost.Sensors;
using EnviAgriNet.FirmwareHost.Sensors.Kernel;

namespace EnviAgriNet.FirmwareHost.Tests.Sensors.Kernel;

public sealed class KernelSensorTests : IDisposable
{
    private const string Air = """
        { "Name": "air", "Kind": "iio", "Device": "bme280",
          "Series": { "temp": "air_temperature", "humidityrelative": "humidity", "pressure": "pressure" } }
        """;

    private const string Thermometer = """{ "Name": "t", "Kind": "w1", "Device": "28-0316a2794d01" }""";

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Measure_ComputedByTheDriver_GivesCatalogueUnits()
    {
        // The numbers of the Linux driver for the worked example of Bosch's data sheet.
        Iio(0, "bme280", ("in_temp_input", "25080"), ("in_humidityrelative_input", "54997"), ("in_pressure_input", "100.653253906"));
        Assert.Equal((double[])[25.08, 54.997, 1006.53253906], await ValuesAsync(Air));
    }

    [Fact]
    public async Task Measure_RawWithOffsetAndScale_ComputesAsTheKernelSays()
    {
        // HTU21 and SCD4x: (raw + offset) * scale.
        Iio(0, "scd4x", ("in_temp_raw", "26000"), ("in_temp_offset", "-16852"), ("in_temp_scale", "2.670288"), ("in_concentration_co2_raw", "612"), ("in_concentration_co2_scale", "0.000100000"));
        double[] values = await ValuesAsync("""{ "Name": "co2", "Kind": "iio", "Device": "scd4x", "Series": { "temp": "air_temperature", "concentration_co2": "co2" } }""");
        Assert.Equal(24.427794624, values[0], 6);
        Assert.Equal(612, values[1], 6);
    }

    [Fact]
    public async Task Measure_ChannelsOfOneTypeWithASharedScale_UsesIt()
    {
        Iio(0, "mcp3208", ("in_voltage0_raw", "2048"), ("in_voltage3_raw", "1024"), ("in_voltage_scale", "1.220703125"));
        Assert.Equal(
            (double[])[2.5, 1.25],
            await ValuesAsync("""{ "Name": "adc", "Kind": "iio", "Device": "mcp3208", "Series": { "voltage0": "battery", "voltage3": "battery/solar" } }"""));
    }

    [Fact]
    public async Task Measure_Hwmon_GivesTemperatureAndHumidityAndTellsOfABrokenProbe()
    {
        const string Entry = """{ "Name": "sht", "Kind": "hwmon", "Device": "sht3x", "Series": { "temp1": "air_temperature", "humidity1": "humidity" } }""";
        string chip = Folder("class/hwmon/hwmon2", ("name", "sht3x"), ("temp1_input", "-4375"), ("humidity1_input", "87210"));
        Assert.Equal((double[])[-4.375, 87.21], await ValuesAsync(Entry));
        File.WriteAllText(Path.Combine(chip, "temp1_fault"), "1\n");
        SensorException e = await FaultAsync(Entry);
        Assert.Equal(SensorFault.Faulty, e.Fault);

        // What the other channel gave is kept.
        Assert.Equal([87.21], e.Measured.Select(m => m.Value));
    }

    [Theory]
    [InlineData("23125\n", 23.125)]
    [InlineData("-10125\n", -10.125)]
    public async Task Measure_OneWire_GivesDegrees(string text, double expected)
    {
        File.WriteAllText(Path.Combine(Folder("bus/w1/devices/28-0316a2794d01"), "temperature"), text);
        Assert.Equal([expected], await ValuesAsync(Thermometer));
    }

    [Theory]
    [InlineData("temperature", "85000", nameof(SensorFault.Faulty), "85.0")]
    [InlineData("temperature", "", nameof(SensorFault.Garbled), "empty")]
    [InlineData("w1_slave", "72 01 4b 46 7f ff 0e 10 57 : crc=57 NO\n72 01 4b 46 7f ff 0e 10 57 t=23125", nameof(SensorFault.Garbled), "checksum")]
    public async Task Measure_OneWireThatCannotBeTrusted_SaysSo(string file, string text, string fault, string word)
    {
        File.WriteAllText(Path.Combine(Folder("bus/w1/devices/28-0316a2794d01"), file), text + "\n");
        SensorException e = await FaultAsync(Thermometer);
        Assert.Equal(fault, e.Fault.ToString());
        Assert.Contains(word, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Measure_ChipGoneAndBackUnderAnotherNumber_IsFoundAgain()
    {
        string chip = Iio(0, "bme280", ("in_temp_input", "25080"), ("in_humidityrelative_input", "54997"), ("in_pressure_input", "100.6"));
        await using ISensor sensor = Entries.Make(new KernelFamily(), At(), Air);
        Assert.Equal(3, (await sensor.MeasureAsync(default)).Count);
        Directory.Delete(chip, recursive: true);
        Assert.Equal(SensorFault.Missing, (await Assert.ThrowsAsync<SensorException>(() => sensor.MeasureAsync(default))).Fault);
        Iio(4, "bme280", ("in_temp_input", "26000"), ("in_humidityrelative_input", "50000"), ("in_pressure_input", "100.6"));
        Assert.Equal(26, (await sensor.MeasureAsync(default))[0].Value);
    }

    [Fact]
    public async Task Measure_TwoChipsOfOneName_AsksForTheAddress()
    {
        foreach ((int number, string address, string value) in new[] { (0, "1-0076", "21000"), (1, "1-0077", "22000") })
        {
            string real = Folder($"devices/i2c-1/{address}/iio:device{number}", ("name", "bmp280"), ("in_temp_input", value));
            Directory.CreateDirectory(_folder.File("bus/iio/devices"));
            Directory.CreateSymbolicLink(_folder.File($"bus/iio/devices/iio:device{number}"), real);
        }

        SensorException e = await FaultAsync("""{ "Name": "a", "Kind": "iio", "Device": "bmp280", "Series": { "temp": "air_temperature" } }""");
        Assert.Contains("bmp280@1-0076, bmp280@1-0077", e.Message, StringComparison.Ordinal);
        Assert.Equal((double[])[22.0], await ValuesAsync("""{ "Name": "a", "Kind": "iio", "Device": "bmp280@1-0077", "Series": { "temp": "air_temperature" } }"""));
        Assert.Equal(["bmp280@1-0076", "bmp280@1-0077"], new KernelFamily().Scan(At()).Select(f => (string?)f.Entry!["Device"]));
    }

    [Fact]
    public void Make_WrongEntries_NamesEveryFault()
    {
        IReadOnlyList<string> faults = Entries.Faults(
            new KernelFamily(), """{ "Name": "a", "Kind": "iio", "Every": "00:00:00.1", "Series": { "temp": "humidity", "tmep": "co2" }, "Speed": 3 }""");
        Assert.All(
            (string[])["Sensors:0:Device is missing", "Sensors:0:Every '00:00:00.1' is not from", "Sensors:0:Series:temp 'humidity' is in %", "Sensors:0:Series:tmep is none of", "Sensors:0:Speed is none of"],
            f => Assert.Contains(faults, g => g.StartsWith(f, StringComparison.Ordinal)));
        Assert.Contains("scan", Assert.Single(Entries.Faults(new KernelFamily(), """{ "Name": "a", "Kind": "iio", "Device": "bme280" }""")), StringComparison.Ordinal);
    }

    [Fact]
    public void Scan_ComputersOwnThermometers_AreNotProposed()
    {
        Folder("class/hwmon/hwmon0", ("name", "cpu_thermal"), ("temp1_input", "51000"));
        Folder("bus/w1/devices/w1_bus_master1", ("temperature", "0"));
        Folder("bus/iio/devices/trigger0", ("name", "trigger"));
        Folder("bus/w1/devices/28-0316a2794d01", ("temperature", "23125"));
        Assert.Equal("28-0316a2794d01", (string?)Assert.Single(new KernelFamily().Scan(At())).Entry!["Device"]);
    }

    public void Dispose() => _folder.Dispose();

    private SensorSurroundings At() => Entries.At(TimeProvider.System, sys: _folder.File("."));

    private string Iio(int number, string name, params (string File, string Text)[] files) =>
        Folder($"bus/iio/devices/iio:device{number}", [("name", name), .. files]);

    private string Folder(string path, params (string File, string Text)[] files)
    {
        string folder = Directory.CreateDirectory(_folder.File(path)).FullName;
        foreach ((string file, string text) in files)
        {
            File.WriteAllText(Path.Combine(folder, file), text + "\n");
        }

        return folder;
    }

    private async Task<double[]> ValuesAsync(string entry)
    {
        await using ISensor sensor = Entries.Make(new KernelFamily(), At(), entry);
        return [.. (await sensor.MeasureAsync(default)).Select(m => m.Value)];
    }

    private async Task<SensorException> FaultAsync(string entry)
    {
        await using ISensor sensor = Entries.Make(new KernelFamily(), At(), entry);
        return await Assert.ThrowsAsync<SensorException>(() => sensor.MeasureAsync(default));
    }
}
