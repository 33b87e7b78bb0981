using System.Globalization;
using System.Text.Json.Nodes;

namespace EnviAgriNet.Demo.StandIns;

/// <summary>
/// Stands in for the sensors of one centre, so that the firmware host reads them through its real drivers: a BME280 in a folder like the
/// kernel's, a PMS5003 on a serial line, a soil probe and a weather station on one RS-485 line. The weather is made up and calm.
/// </summary>
public sealed class StandInCentre : IDisposable
{
    private const byte SoilUnit = 1;
    private const byte WeatherUnit = 20;
    private const int WeatherRegisters = 32;

    private static readonly TimeSpan LocalTime = TimeSpan.FromHours(7);
    private static readonly TimeSpan ChangeEvery = TimeSpan.FromMilliseconds(50);

    private readonly DateTimeOffset _start;
    private readonly double _speed;
    private readonly TimeProvider _real;
    private readonly string _sysFolder;
    private readonly StandInSysfs _sys;
    private readonly StandInPms5003 _dust;
    private readonly StandInModbusBus _bus = new();
    private readonly StandInProbe _soil;
    private readonly StandInProbe _weather;
    private readonly ITimer _change;
    private readonly Lock _gate = new();
    private DateTimeOffset? _wallStart;
    private bool _isGone;

    /// <summary>Powers the sensors on.</summary>
    /// <param name="folder">A folder of its own; must exist.</param>
    /// <param name="start">The first simulated time.</param>
    /// <param name="speed">Simulated seconds in a second.</param>
    /// <param name="real">The machine's clock.</param>
    public StandInCentre(string folder, DateTimeOffset start, double speed, TimeProvider real)
    {
        _start = start;
        _speed = speed;
        _real = real;
        _sysFolder = Path.Combine(folder, "sys");
        _sys = new StandInSysfs(_sysFolder);
        _dust = new StandInPms5003(Dust, real);
        _soil = _bus.Add(SoilUnit);
        _weather = _bus.Add(WeatherUnit);
        Change();
        _change = real.CreateTimer(_ => Change(), null, ChangeEvery, ChangeEvery);
    }

    private DateTimeOffset Now => _wallStart is { } wall ? _start + ((_real.GetUtcNow() - wall) * _speed) : _start;

    /// <summary>Says which wall time belongs to the simulated start.</summary>
    public void Begin(DateTimeOffset wallStart) => _wallStart = wallStart;

    /// <summary>Writes the sensors into the settings of a firmware host.</summary>
    public void WriteTo(JsonObject settings, TimeSpan every)
    {
        settings["Board"]!["Kind"] = "Linux";
        settings["Board"]!["Sys"] = _sysFolder;
        settings["Sensors"] = new JsonArray(
            Sensor("air", "iio", every, ("Device", "bme280"), ("Series", new JsonObject
            {
                ["temp"] = "air_temperature",
                ["humidityrelative"] = "humidity",
                ["pressure"] = "pressure",
            })),
            Sensor("dust", "pms5003", 3 * every, ("Port", _dust.Line.Path), ("Samples", 5), ("Humidity", "humidity")),
            Sensor("soil", "modbus", 3 * every, ("Port", _bus.Line.Path), ("Baud", 9600), ("Unit", SoilUnit), ("Map", "soil-npk"), ("Series", new JsonObject
            {
                ["moisture"] = "soil_moisture:-0.1",
                ["temperature"] = "soil_temperature:-0.1",
                ["conductivity"] = "soil_conductivity:-0.1",
            })),
            Sensor("weather", "modbus", 3 * every, ("Port", _bus.Line.Path), ("Unit", WeatherUnit), ("Map", "weather-sensecap"), ("Series", new JsonObject
            {
                ["wind"] = "wind_speed",
                ["gust"] = "wind_gust",
                ["direction"] = "wind_direction",
            })));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _change.Dispose();
        lock (_gate)
        {
            _isGone = true;
            _bus.Dispose();
            _dust.Dispose();
            _sys.Dispose();
        }
    }

    private static JsonObject Sensor(string name, string kind, TimeSpan every, params ReadOnlySpan<(string Key, JsonNode Value)> more)
    {
        JsonObject sensor = new() { ["Name"] = name, ["Kind"] = kind, ["Every"] = every.ToString("c", CultureInfo.InvariantCulture) };
        foreach ((string key, JsonNode value) in more)
        {
            sensor[key] = value;
        }

        return sensor;
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Between -1 at four in the morning and 1 at four in the afternoon, local time.</summary>
    private static double Warmth(DateTimeOffset at) =>
        -Math.Cos(2 * Math.PI * (at.ToOffset(LocalTime).TimeOfDay.TotalHours - 4) / 24);

    /// <summary>A slow wave that repeats only after weeks, between -1 and 1.</summary>
    private static double Wave(DateTimeOffset at, double hours)
    {
        double turns = (at - DateTimeOffset.UnixEpoch).TotalHours / hours;
        return (Math.Sin(2 * Math.PI * turns) + Math.Sin(2 * Math.PI * turns * 1.618)) / 2;
    }

    private (int Pm1, int Pm25, int Pm10) Dust()
    {
        double fine = 16 + (5 * Wave(Now, 7)) - (4 * Warmth(Now));
        return ((int)(fine * 0.7), (int)fine, (int)(fine * 1.3));
    }

    private void Change()
    {
        lock (_gate)
        {
            if (_isGone)
            {
                return;
            }

            DateTimeOffset now = Now;
            _sys.Write(
                "bme280",
                ("in_temp_input", Text(Math.Round(25_500 + (3_500 * Warmth(now)) + (400 * Wave(now, 5))))),
                ("in_humidityrelative_input", Text(Math.Round(68_000 - (12_000 * Warmth(now)) + (2_000 * Wave(now, 6))))),
                ("in_pressure_input", Text(Math.Round(100.9 + (0.2 * Wave(now, 40)), 6))));
            int[] soil = [(int)(285 + (12 * Wave(now, 90))), (int)(262 + (14 * Warmth(now))), (int)(310 + (8 * Wave(now, 70))), 64, 21, 9, 33];
            for (int i = 0; i < soil.Length; i++)
            {
                _soil.Holding[i] = (ushort)soil[i];
            }

            foreach (int offset in new[] { 80, 81, 82, 83 })
            {
                _soil.Holding[offset] = 0;
            }

            double wind = 1_800 + (900 * Wave(now, 4)) + (700 * Warmth(now));
            int[] weather = new int[WeatherRegisters / 2];
            (weather[6], weather[8], weather[9]) = ((int)(210_000 + (60_000 * Wave(now, 11))), (int)(wind * 1.7), (int)wind);
            for (int i = 0; i < weather.Length; i++)
            {
                _weather.Input[2 * i] = (ushort)(weather[i] >> 16);
                _weather.Input[(2 * i) + 1] = (ushort)weather[i];
            }
        }
    }
}
