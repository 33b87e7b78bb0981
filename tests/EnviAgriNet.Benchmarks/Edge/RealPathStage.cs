using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using EnviAgriNet.Benchmarks.Machine;
using EnviAgriNet.Benchmarks.Servers;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Demo.StandIns;

namespace EnviAgriNet.Benchmarks.Edge;

/// <summary>
/// 20 series through the drivers of sensors: a real <c>eag-firmware</c> reads stand-ins on pseudo-terminals and in a folder like the
/// kernel's, once a second each, and hands them to a real <c>eag-edge</c>.
/// </summary>
internal sealed class RealPathStage : IDisposable
{
    private const byte Soil = 1;
    private const byte Deep = 2;
    private const byte Weather = 20;

    private readonly TempFolder _folder = new();
    private readonly StandInSysfs _sys;
    private readonly StandInPms5003 _dust;
    private readonly StandInModbusBus _bus = new();
    private readonly EdgeServer _edge;
    private readonly StationId _station;
    private readonly RegionId _region;
    private int _second;

    /// <summary>Powers the stand-ins on; nothing else runs yet.</summary>
    public RealPathStage(StationId station, RegionId region, int brokerPort)
    {
        (_station, _region) = (station, region);
        _edge = new EdgeServer(station, region, brokerPort);
        _sys = new StandInSysfs(_folder.At("sys"));
        _dust = new StandInPms5003(() => (8 + (_second % 5), 14 + (_second % 9), 20 + (_second % 11)), TimeProvider.System);
        Change(_bus.Add(Soil), _bus.Add(Deep), _bus.Add(Weather));
    }

    /// <summary>Measures for so long after a warm-up.</summary>
    public async Task<RealPathCost> RunAsync(double warmUpSeconds, double seconds)
    {
        await _edge.StartAsync();
        string config = _folder.Write("firmware.json", Settings().ToJsonString());
        using ServerProcess firmware = ServerProcess.Start(
            "eag-firmware", "dotnet-sdk-10.0", "dotnet",
            [Checkout.Program("eag-firmware"), "--config", config, "--set", "Logging:LogLevel:Default=Warning"]);
        await LiveAsync(warmUpSeconds, firmware);
        CpuMeter firmwareCpu = new(firmware);
        CpuMeter edgeCpu = new(_edge.Process);
        long acceptedBefore = (await _edge.StatusAsync()).AcceptedReadings;
        long writtenBefore = _edge.Process.WrittenBytes;
        long firmwareWrittenBefore = firmware.WrittenBytes;
        long begin = Stopwatch.GetTimestamp();
        await LiveAsync(seconds, firmware);
        double passed = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        long readings = (await _edge.StatusAsync()).AcceptedReadings - acceptedBefore;
        double PerReading(long bytes) => readings == 0 ? 0 : (double)bytes / readings;
        double firmwareBytes = PerReading(firmware.WrittenBytes - firmwareWrittenBefore);
        return new RealPathCost(
            readings / passed,
            firmwareCpu.Servers / passed,
            edgeCpu.Servers / passed,
            firmware.ResidentMiB,
            firmware.PrivateMiB,
            PerReading(_edge.Process.WrittenBytes - writtenBefore) + firmwareBytes,
            firmwareBytes);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _edge.Dispose();
        _bus.Dispose();
        _dust.Dispose();
        _sys.Dispose();
        _folder.Dispose();
    }

    private static JsonObject Sensor(string name, string kind, params ReadOnlySpan<(string Key, JsonNode Value)> more)
    {
        JsonObject sensor = new() { ["Name"] = name, ["Kind"] = kind, ["Every"] = "00:00:01" };
        foreach ((string key, JsonNode value) in more)
        {
            sensor[key] = value;
        }

        return sensor;
    }

    private JsonObject Settings() => new()
    {
        ["Station"] = new JsonObject { ["Id"] = _station.Value, ["Region"] = _region.Code },
        ["Board"] = new JsonObject { ["Kind"] = "Linux", ["Sys"] = _folder.At("sys") },
        ["Link"] = new JsonObject { ["Socket"] = _edge.Socket },
        ["Actuators"] = new JsonObject { ["Socket"] = _folder.At("board.sock") },
        ["Sensors"] = new JsonArray(
            Sensor("air", "iio", ("Device", "bme280"), ("Series", new JsonObject
            {
                ["temp"] = "air_temperature",
                ["humidityrelative"] = "humidity",
                ["pressure"] = "pressure",
            })),
            Sensor("dust", "pms5003", ("Port", _dust.Line.Path), ("Samples", 1), ("WarmUp", "00:00:01"), ("Humidity", "humidity")),
            Sensor("soil", "modbus", ("Port", _bus.Line.Path), ("Baud", 9600), ("Unit", Soil), ("Map", "soil-npk"), ("WarmUp", "00:00:00")),
            Sensor("deep", "modbus", ("Port", _bus.Line.Path), ("Baud", 9600), ("Unit", Deep), ("Map", "soil-npk"), ("WarmUp", "00:00:00"), ("Series", new JsonObject
            {
                ["moisture"] = "soil_moisture:-0.6",
                ["temperature"] = "soil_temperature:-0.6",
            })),
            Sensor("weather", "modbus", ("Port", _bus.Line.Path), ("Unit", Weather), ("Map", "weather-sensecap"), ("WarmUp", "00:00:00"), ("Series", new JsonObject
            {
                ["wind"] = "wind_speed",
                ["gust"] = "wind_gust",
                ["direction"] = "wind_direction",
                ["rain"] = "rain_total",
            }))),
    };

    private async Task LiveAsync(double seconds, ServerProcess firmware)
    {
        using PeriodicTimer pace = new(TimeSpan.FromSeconds(1));
        for (int i = 0; i < seconds; i++)
        {
            _second++;
            _sys.Write(
                "bme280",
                ("in_temp_input", (28_000 + (_second % 300)).ToString(CultureInfo.InvariantCulture)),
                ("in_humidityrelative_input", (61_000 + (_second % 700)).ToString(CultureInfo.InvariantCulture)),
                ("in_pressure_input", (100.9 + (_second % 50 / 1000.0)).ToString(CultureInfo.InvariantCulture)));
            await pace.WaitForNextTickAsync();
            firmware.RequireAlive();
        }
    }

    private static void Change(StandInProbe soil, StandInProbe deep, StandInProbe weather)
    {
        ushort[] values = [301, 268, 340, 64, 20, 9, 31];
        foreach (StandInProbe probe in new[] { soil, deep })
        {
            for (int i = 0; i < values.Length; i++)
            {
                probe.Holding[i] = values[i];
            }

            foreach (int offset in new[] { 80, 81, 82, 83 })
            {
                probe.Holding[offset] = 0;
            }
        }

        for (int i = 0; i < 32; i++)
        {
            weather.Input[i] = (ushort)(i % 2 == 0 ? 0 : 1200 + i);
        }
    }
}

/// <summary>What 20 series through real drivers cost.</summary>
/// <param name="ReadingsPerSecond">Readings the edge took a second.</param>
/// <param name="FirmwareShare">Share of one core of the firmware host.</param>
/// <param name="EdgeShare">Share of one core of the edge.</param>
/// <param name="FirmwareMiB">Resident memory of the firmware host.</param>
/// <param name="FirmwarePrivateMiB">The part of it that no other process shares.</param>
/// <param name="BytesPerReading">Bytes both sent to the disk for a reading.</param>
/// <param name="FirmwareBytesPerReading">Those of the firmware host alone.</param>
internal sealed record RealPathCost(
    double ReadingsPerSecond,
    double FirmwareShare,
    double EdgeShare,
    double FirmwareMiB,
    double FirmwarePrivateMiB,
    double BytesPerReading,
    double FirmwareBytesPerReading)
{
    /// <summary>Share of one core of both.</summary>
    public double Share => FirmwareShare + EdgeShare;
}
