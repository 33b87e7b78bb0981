using System.Collections.Concurrent;
using EnviAgriNet.Demo.StandIns;
using EnviAgriNet.FirmwareHost.Sensors;
using EnviAgriNet.FirmwareHost.Sensors.Modbus;
using Microsoft.Extensions.Logging;

namespace EnviAgriNet.FirmwareHost.Tests.Sensors.Modbus;

/// <summary>Whole probes over a pseudo-terminal, on a clock on which nobody waits.</summary>
public sealed class ModbusSensorTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Measure_SoilProbe_GivesItsQuantitiesInTheirUnits()
    {
        using StandInModbusBus line = new();
        Soil(line.Add(1));
        await using ISensor sensor = Make(
            line, """ "Map": "soil-npk", "Series": { "moisture": "soil_moisture:-0.1", "temperature": "soil_temperature:-0.1", "ph": "soil_ph" } """);
        Assert.Equal(
            ["soil_moisture:-0.1=31.7", "soil_temperature:-0.1=-0.5", "soil_ph=6.4"], Text(await sensor.MeasureAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task Measure_SondeGaugesAndWeather_ReadTheirMaps()
    {
        using StandInModbusBus line = new();
        StandInProbe sonde = line.Add(2);
        float[] values = [6.5f, 12.5f, 0.25f, 7.25f, 28.5f];
        for (int i = 0; i < values.Length; i++)
        {
            byte[] bytes = BitConverter.GetBytes(values[i]);
            sonde.Holding[0x2601 + (2 * i)] = (ushort)((bytes[0] << 8) | bytes[1]);
            sonde.Holding[0x2602 + (2 * i)] = (ushort)((bytes[2] << 8) | bytes[3]);
        }

        ModbusFamily family = new();

        // The library's question for no registers at 0x2500 starts it; the sonde answers with no content.
        await using ISensor water = Make(line, """ "Unit": 2, "Map": "sonde-y4000" """, family);
        Assert.Equal(
            ["dissolved_oxygen=6.5", "turbidity=12.5", "water_conductivity=250", "water_ph=7.25", "water_temperature=28.5"],
            Text(await water.MeasureAsync(CancellationToken.None)));

        StandInProbe gauge = line.Add(3);
        (gauge.Holding[256], gauge.Holding[257], gauge.Holding[258], gauge.Holding[259]) = (0x3E80, 0, 0x41E4, 0);
        await using ISensor level = Make(line, """ "Unit": 3, "Map": "level-keller" """, family);
        Assert.Equal(["water_level=2.5492905", "water_temperature=28.5"], Text(await level.MeasureAsync(CancellationToken.None)));

        StandInProbe radar = line.Add(4);
        radar.Holding[3] = 0;
        await using ISensor distance = Make(line, """ "Unit": 4, "Map": "level-radar", "Baud": 9600 """, family);
        Assert.Empty(await distance.MeasureAsync(CancellationToken.None));
        radar.Holding[3] = 1234;
        Assert.Equal(["water_level=1.234"], Text(await distance.MeasureAsync(CancellationToken.None)));

        StandInProbe weather = line.Add(20);
        foreach ((int address, int value) in new (int, int)[] { (0, 28_800), (2, 38_160), (4, 101_160_000), (12, 270_000), (16, 4_200), (18, 2_100), (20, 12_400) })
        {
            (weather.Input[address], weather.Input[address + 1]) = ((ushort)(value >> 16), (ushort)value);
        }

        foreach (int gap in new[] { 6, 7, 8, 9, 10, 11, 14, 15 })
        {
            weather.Input[gap] = 0;
        }

        await using ISensor sky = Make(line, """ "Map": "weather-sensecap" """, family);
        Assert.Equal(
            [
                "air_temperature=28.8", "humidity=38.16", "pressure=1011.6", "wind_direction=270", "wind_gust=4.2", "wind_speed=2.1",
                "rain_total=12.4",
            ],
            Text(await sky.MeasureAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task Measure_ADayOfTwoProbesOnOneBusWithDisturbances_LosesNoMeasurement()
    {
        using StandInModbusBus line = new();
        StandInProbe soil = line.Add(1);
        StandInProbe other = line.Add(2);
        Soil(soil);
        Soil(other);
        Random random = new(1440);
        line.Wire = answer => random.Next(400) switch
        {
            0 => answer[..^3],
            1 => [.. answer[..^1], (byte)(answer[^1] ^ 0x80)],
            2 => StandInModbusBus.Sealed([9, .. answer[1..^2]]),
            _ => answer,
        };
        ModbusFamily family = new();
        SensorSurroundings at = Entries.At(new HurriedTime(Start));
        const string Rest = """ "Map": "soil-npk", "AnswerMax": "00:00:00.03", "Series": { "moisture": "soil_moisture" } """;
        await using ISensor first = Make(line, Rest, family, at);
        await using ISensor second = Make(line, $$""" "Unit": 2,{{Rest}}""", family, at);
        for (int minute = 0; minute < 24 * 60; minute++)
        {
            soil.Holding[0] = (ushort)(minute % 500);
            other.Holding[0] = (ushort)(500 + (minute % 500));
            Assert.Equal(minute % 500, 10 * Assert.Single(await first.MeasureAsync(CancellationToken.None)).Value, 1e-6);
            Assert.Equal(500 + (minute % 500), 10 * Assert.Single(await second.MeasureAsync(CancellationToken.None)).Value, 1e-6);
        }
    }

    [Fact]
    public async Task Measure_SettingsOfTheProbe_AreWrittenReadBackAndDoubted()
    {
        using StandInModbusBus line = new();
        StandInProbe probe = line.Add(1);
        Soil(probe);
        probe.Holding[82] = 40;
        Lines lines = new();
        using ILoggerFactory logs = LoggerFactory.Create(l => l.AddProvider(lines));
        await using ISensor sensor = Make(
            line, """ "Map": "soil-npk", "Settings": { "moisture_offset": 12 } """, at: Entries.At(new HurriedTime(Start), logs));
        await sensor.MeasureAsync(CancellationToken.None);
        Assert.Equal(12, probe.Holding[81]);
        Assert.Contains(lines.All, l => l.Contains("'moisture_offset' changed from 0 to 12", StringComparison.Ordinal));
        Assert.Contains(lines.All, l => l.Contains("'conductivity_offset' at 40", StringComparison.Ordinal));
        Assert.Equal(0, probe.Holding[2001]);
    }

    [Fact]
    public async Task Measure_ProbeTakenOffAndPutBack_IsAFaultInBetween()
    {
        using StandInModbusBus line = new();
        Soil(line.Add(1));
        await using ISensor sensor = Make(line, """ "Map": "soil-npk", "AnswerMax": "00:00:00.03" """);
        Assert.Equal(7, (await sensor.MeasureAsync(CancellationToken.None)).Count);
        line.Remove(1);
        SensorException fault = await Assert.ThrowsAsync<SensorException>(() => sensor.MeasureAsync(CancellationToken.None));
        Assert.Equal(SensorFault.Silent, fault.Fault);
        Assert.Contains("A/B", fault.Message, StringComparison.Ordinal);
        Soil(line.Add(1));
        Assert.Equal(7, (await sensor.MeasureAsync(CancellationToken.None)).Count);
    }

    [Fact]
    public void Make_EveryFaultOfAnEntry_IsToldWithItsKeyAndLimit()
    {
        string all = string.Join('\n', Entries.Faults(
            new ModbusFamily(),
            """
            { "Name": "soil", "Kind": "modbus", "Map": "soil-npk", "Unit": 300, "Parity": "Mark", "StopBits": 3, "Every": "2.00:00:00",
              "Settings": { "baud": 2, "nonesuch": 1, "ph_offset": "much" }, "Series": { "moist": "soil_moisture" }, "Maap": "x" }
            """));
        Assert.All(
            (string[])
            [
                "Sensors:0:Port is missing", "Sensors:0:Unit '300' is not from 1 to 247", "Sensors:0:Parity 'Mark' is none of None, Even, Odd",
                "Sensors:0:StopBits '3'", "Sensors:0:Every '2.00:00:00'", "Sensors:0:Settings:baud is write-protected",
                "Sensors:0:Settings:nonesuch is none of", "Sensors:0:Settings:ph_offset 'much'", "Sensors:0:Series:moist is none of",
                "Sensors:0:Maap is none of",
            ],
            f => Assert.Contains(f, all, StringComparison.Ordinal));
    }

    [Fact]
    public void Make_TwoSpeedsOnOnePort_IsAFault()
    {
        ModbusFamily family = new();
        SensorSurroundings at = Entries.At(TimeProvider.System);
        Entries.Make(family, at, """{ "Name": "a", "Kind": "modbus", "Port": "/dev/ttyUSB1", "Map": "soil-npk" }""");
        Assert.Contains(
            "Sensors:0:Baud /dev/ttyUSB1 at 9600 N1 is not /dev/ttyUSB1 at 4800 N1",
            Assert.Single(Entries.Faults(family, """{ "Name": "b", "Kind": "modbus", "Port": "/dev/ttyUSB1", "Unit": 2, "Map": "level-keller" }""")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Scan_PortWithProbes_FindsTheirMapsAndThoseThatFitNone()
    {
        using TempFolder folder = new();
        using StandInModbusBus line = new();
        Soil(line.Add(1));
        line.Add(3).Holding[4000] = 1;
        Directory.CreateDirectory(folder.File("sys/class/tty/ttyUSB0/device/driver"));
        Directory.CreateDirectory(folder.File("dev"));
        File.CreateSymbolicLink(folder.File("dev/ttyUSB0"), line.Line.Path);
        SensorFinding[] found =
            [.. new ModbusFamily().Scan(Entries.At(TimeProvider.System, sys: folder.File("sys"), dev: folder.File("dev")))];

        // A pseudo-terminal has no speed, so the probe answers at every one that is tried.
        Assert.Contains(found, f => (string?)f.Entry?["Map"] == "soil-npk" && (int?)f.Entry["Unit"] == 1 && (int?)f.Entry["Baud"] == 4800);
        Assert.Contains(found, f => f.Entry is null && f.What.Contains("address 3", StringComparison.Ordinal));
    }

    private static void Soil(StandInProbe probe)
    {
        ushort[] values = [317, 0xFFFB, 420, 64, 11, 22, 33];
        for (int i = 0; i < values.Length; i++)
        {
            probe.Holding[i] = values[i];
        }

        foreach (int setting in new[] { 80, 81, 82, 83, 2000, 2001 })
        {
            probe.Holding[setting] = 0;
        }
    }

    private static ISensor Make(StandInModbusBus line, string rest, ModbusFamily? family = null, SensorSurroundings? at = null) => Entries.Make(
        family ?? new ModbusFamily(),
        at ?? Entries.At(new HurriedTime(Start)),
        $$"""{ "Name": "probe", "Kind": "modbus", "Port": "{{line.Line.Path}}", {{rest}} }""");

    private static IEnumerable<string> Text(IReadOnlyList<Measurement> measured) => measured.Select(m => $"{m.Series}={m.Value}");

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> All { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
