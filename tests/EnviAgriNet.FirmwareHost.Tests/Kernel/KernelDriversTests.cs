using EnviAgriNet.Testing;

namespace EnviAgriNet.FirmwareHost.Tests.Kernel;

/// <summary>The program on a real kernel: its drivers compute from registers what the makers' data sheets say, and fail as drivers fail.</summary>
public sealed class KernelDriversTests(KernelCentre centre) : IClassFixture<KernelCentre>
{
    private const string Thermometer = "28-06e5d4c3b2a1";

    [KernelFact]
    public async Task Scan_EightChips_ProposesEachOnce()
    {
        await centre.StartedAsync();
        Assert.Equal(
            ["hwmon lm75", "hwmon sht21", "hwmon sht3x", "iio ads1015", "iio bh1750", "iio bme280", "iio bmp280", "w1 " + Thermometer],
            centre.Proposed.Select(e => $"{(string?)e!["Kind"]} {(string?)e["Device"]}").Order(StringComparer.Ordinal));
        string[] series = [.. centre.Proposed.SelectMany(e => e!["Series"]!.AsObject().Select(s => (string)s.Value!))];
        Assert.Equal(series.Distinct(), series);
        Assert.Equal(
            ["temp", "humidityrelative", "pressure"],
            centre.Proposed.Single(e => (string?)e!["Device"] == "bme280")!["Series"]!.AsObject().Select(s => s.Key));
    }

    [KernelFact]
    public async Task Scan_ConsoleOnASerialPort_IsNotWrittenTo()
    {
        await centre.StartedAsync();
        Assert.Contains("ttyS0", await centre.Guest.RunAsync("cat /sys/class/tty/console/active"), StringComparison.Ordinal);

        // The first two bytes of each question to a dust sensor.
        Assert.DoesNotContain("BM", centre.Guest.Console, StringComparison.Ordinal);
    }

    [KernelFact]
    public async Task Run_StartedInTheRoot_WatchesNoFolder()
    {
        await centre.StartedAsync();
        await centre.ArrivesAsync("sht21", "humidity1", 54.791, 0.003);
        string open = await centre.Guest.RunAsync("p=$(pidof dotnet); [ \"$(readlink /proc/$p/cwd)\" = /host ] || exit 1; ls -l /proc/$p/fd");
        Assert.Contains("socket:", open, StringComparison.Ordinal);
        Assert.DoesNotContain("inotify", open, StringComparison.Ordinal);
    }

    [KernelFact]
    public async Task Run_RegistersOfTheDataSheets_ValuesOfTheDataSheets()
    {
        await centre.StartedAsync();

        // Bosch's worked example: 25.08 degrees and 100,653.27 Pa, which the driver has in steps of 1/256 Pa.
        await centre.ArrivesAsync("bmp280", "temp", 25.08, 1e-9);
        await centre.ArrivesAsync("bmp280", "pressure", 1006.5327, 0.0005);
        await centre.ArrivesAsync("bme280", "pressure", 1006.5327, 0.0005);
        await centre.ArrivesAsync("bme280", "humidityrelative", StubChips.BoschHumidityPercent(30000), 0.01);

        // Half of the range of 2.048 V; the Celsius of LM75 in steps of a half; Sensirion's formulas.
        await centre.ArrivesAsync("ads1015", "voltage0", 1.024, 1e-9);
        await centre.ArrivesAsync("lm75", "temp1", 25.5, 1e-9);
        await centre.ArrivesAsync("sht21", "temp1", -46.85 + 175.72 * 0x664c / 65536, 0.003);
        await centre.ArrivesAsync("sht21", "humidity1", -6 + 125.0 * 0x7c80 / 65536, 0.003);
        await centre.ArrivesAsync("sht3x", "temp1", -45 + 175.0 * 0x6666 / 65535, 0.003);
        await centre.ArrivesAsync("sht3x", "humidity1", 100.0 * 0x8000 / 65535, 0.003);

        // 1.2 counts to the lux; the thermometer has sixteenths of a degree.
        await centre.ArrivesAsync("bh1750", "illuminance", 480 / 1.2 / 120, 0.01);
        await centre.ArrivesAsync(Thermometer, "temp", 21.562, 0.0626);
    }

    [KernelFact]
    public async Task Run_WeatherChanges_ReadingsFollow()
    {
        await centre.StartedAsync();
        await centre.DoAsync(
            StubChips.BoschTemperature(StubChips.Bmp280, 530000),
            StubChips.Word(StubChips.Lm75, 0, 0xe700),
            "say sht 0xffff 0; say lux 65535; say ds -10125");
        await centre.ArrivesAsync("bmp280", "temp", 28.25, 1e-9);
        await centre.ArrivesAsync("lm75", "temp1", -25, 1e-9);
        await centre.ArrivesAsync("sht3x", "temp1", 130, 0.003);
        await centre.ArrivesAsync("sht3x", "humidity1", 0, 1e-9);
        await centre.ArrivesAsync("bh1750", "illuminance", 65535 / 1.2 / 120, 0.5);
        await centre.ArrivesAsync(Thermometer, "temp", -10.125, 1e-9);
        await centre.DoAsync(
            StubChips.BoschTemperature(StubChips.Bmp280, 519888),
            StubChips.Word(StubChips.Lm75, 0, 0x1980),
            "say sht 0x6666 0x8000; say lux 480; say ds 21562");
        await centre.ArrivesAsync("bmp280", "temp", 25.08, 1e-9);
    }

    [KernelFact]
    public async Task Run_ChipSkipsPressure_OtherChannelsGoOnAndTheEdgeIsTold()
    {
        await centre.StartedAsync();
        await centre.ArrivesAsync("bme280", "pressure", 1006.5327, 0.0005);
        await centre.DoAsync(StubChips.BoschPressure(StubChips.Bme280, StubChips.Skipped));
        await centre.SaysAsync("The sensor bme280 fails: the chip behind /sys/bus/iio/devices/iio:device");
        await centre.WaitAsync(
            () => centre.Events.Any(e => e.Contains("sensor-fault", StringComparison.Ordinal) && e.Contains("\"bme280\"", StringComparison.Ordinal)),
            () => "the edge to be told that bme280 fails");
        int pressures = centre.Count("bme280", "pressure");
        await centre.ArrivesAsync("bme280", "humidityrelative", StubChips.BoschHumidityPercent(30000), 0.01);
        Assert.Equal(pressures, centre.Count("bme280", "pressure"));
        await centre.DoAsync(StubChips.BoschPressure(StubChips.Bme280, 415148));
        await centre.ArrivesAsync("bme280", "pressure", 1006.5327, 0.0005);
        await centre.WaitAsync(
            () => centre.Events.Any(e => e.Contains("sensor-well", StringComparison.Ordinal) && e.Contains("\"bme280\"", StringComparison.Ordinal)),
            () => "the edge to be told that bme280 is well");
    }

    [KernelFact]
    public async Task Run_ChipsTakenOffTheirBus_AreMissingUntilTheyAreBackUnderAnotherNumber()
    {
        await centre.StartedAsync();
        await centre.ArrivesAsync("bmp280", "temp", 25.08, 0.1);
        string before = await centre.Guest.RunAsync("grep -l bmp280 /sys/bus/iio/devices/*/name");
        await centre.DoAsync("old 0 0x76");
        await centre.SaysAsync("The sensor bmp280 fails: there is no bmp280 in /sys/bus/iio/devices");

        // Another chip answers at the address: the driver refuses it, and nothing of it may be taken for the one that is missing.
        await centre.DoAsync("i2cset -f -y 0 0x76 0xd0 0x33 b; new 0 bmp280 0x76; old 0 0x77; old 0 0x76; i2cset -f -y 0 0x76 0xd0 0x58 b");
        await centre.SaysAsync("The sensor bme280 fails: there is no bme280");
        await centre.DoAsync("new 0 bme280 0x77; new 0 bmp280 0x76");
        Assert.NotEqual(before, await centre.Guest.RunAsync("grep -l bmp280 /sys/bus/iio/devices/*/name"));
        await centre.ArrivesAsync("bmp280", "temp", 25.08, 1e-9);
        await centre.ArrivesAsync("bme280", "pressure", 1006.5327, 0.0005);
    }

    [KernelFact]
    public async Task Run_ThermometersLineBroken_EachFaultHasItsWords()
    {
        await centre.StartedAsync();
        await centre.DoAsync("say dsbad 1");
        await centre.SaysAsync($"The sensor {Thermometer} fails: the driver gives an empty /sys/bus/w1/devices/{Thermometer}/temperature");
        await centre.DoAsync("say dsbad 0; say ds 85000");
        await centre.SaysAsync($"The sensor {Thermometer} fails: the thermometer {Thermometer} says 85.0");
        await centre.DoAsync("say ds 21562; say silent 0x44 1");
        await centre.ArrivesAsync(Thermometer, "temp", 21.562, 0.0626);
        await centre.SaysAsync("The sensor sht3x fails: the chip behind /sys/class/hwmon/hwmon");
        await centre.DoAsync("say silent 0x44 0");
        await centre.ArrivesAsync("sht3x", "humidity1", 50, 0.003);
    }

    [KernelFact]
    public async Task Run_BridgeUnplugged_ItsChipsAreMissingAndTheOthersGoOn()
    {
        await centre.StartedAsync();
        await centre.ArrivesAsync("sht3x", "humidity1", 50, 0.003);
        await centre.DoAsync("board_off");
        foreach (string device in new[] { "sht3x", "bh1750", Thermometer })
        {
            await centre.SaysAsync($"The sensor {device} fails: there is no {device} in /sys/");
        }

        await centre.ArrivesAsync("sht21", "humidity1", -6 + 125.0 * 0x7c80 / 65536, 0.003);
        await centre.DoAsync("board_on");
        await centre.ArrivesAsync("sht3x", "humidity1", 50, 0.003);
        await centre.ArrivesAsync("bh1750", "illuminance", 480 / 1.2 / 120, 0.01);
        await centre.ArrivesAsync(Thermometer, "temp", 21.562, 0.0626);
    }

    [KernelFact]
    public async Task Doctor_ChipThatIsNotThere_IsToldAndThoseNobodyReadsToo()
    {
        await centre.StartedAsync();
        await File.WriteAllTextAsync(
            Path.Combine(centre.Guest.Shared, "doctor.json"),
            """
            {
              "Station": { "Id": "centre-b", "Region": "5001" },
              "Board": { "Kind": "Linux" },
              "Link": { "Socket": "/tmp/edge.sock" },
              "Sensors": [
                { "Name": "air", "Kind": "hwmon", "Device": "sht21", "Series": { "humidity1": "humidity" } },
                { "Name": "pond", "Kind": "w1", "Device": "28-0316a2794d01" }
              ]
            }
            """);
        (int code, string doctor) = await centre.Guest.TryAsync("firmware doctor --config /tmp/out/doctor.json");
        Assert.Equal(1, code);
        Assert.Contains("[ok] air: ปกติ", doctor, StringComparison.Ordinal);
        Assert.Contains("humidity 54.791 %", doctor, StringComparison.Ordinal);
        Assert.Contains("[!!] pond: ไม่พบอุปกรณ์", doctor, StringComparison.Ordinal);
        Assert.Contains("the edge does not answer on /tmp/edge.sock", doctor, StringComparison.Ordinal);
        Assert.Contains("lm75 in /sys/class/hwmon/hwmon", doctor, StringComparison.Ordinal);
    }
}
