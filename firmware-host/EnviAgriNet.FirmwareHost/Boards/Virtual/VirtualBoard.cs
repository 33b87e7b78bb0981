using EnviAgriNet.Core.Readings;
using EnviAgriNet.FirmwareHost.Sampling;

namespace EnviAgriNet.FirmwareHost.Boards.Virtual;

/// <summary>
/// A centre that does not exist but behaves like one. Every value is a function of seed, start and time alone: it does not matter
/// when the process began or how often. Not safe for use by several threads.
/// </summary>
internal sealed class VirtualBoard : IBoard
{
    private readonly DateTimeOffset _start;
    private readonly DateTimeOffset? _end;
    private readonly long _everyMs;
    private readonly SensorFaults _faults;

    /// <summary>Makes the board. <paramref name="start"/> is the time of step 0, from which the scenario's onset counts.</summary>
    public VirtualBoard(BoardOptions options, DateTimeOffset start)
    {
        _start = start;
        _end = options.End;
        _everyMs = (long)options.SampleEvery.TotalMilliseconds;
        _ = Scenarios.TryParse(options.Scenario, out ScenarioKinds kinds, out _);
        SmoothNoise noise = new(options.Seed);
        Episode episode = new(
            kinds, Seconds(start + options.ScenarioStart), options.ScenarioEvery?.TotalSeconds);
        Sensors = Build(noise, episode, options);
        _faults = new SensorFaults(noise, episode, Sensors, _everyMs / 1000.0);
    }

    /// <summary>The sensors in the order of their samples.</summary>
    public IReadOnlyList<VirtualSensor> Sensors { get; }

    /// <summary>The broken ones among them.</summary>
    public SensorFaults Faults => _faults;

    /// <summary>The last step at or before a simulated time; negative before the start.</summary>
    public long StepAt(DateTimeOffset simulated) =>
        (long)Math.Floor((simulated - _start).TotalMilliseconds / _everyMs);

    /// <summary>The simulated time of a step.</summary>
    public DateTimeOffset TimeOf(long step) => _start.AddMilliseconds(step * _everyMs);

    /// <summary>Whether the board has ended before this step.</summary>
    public bool IsOver(long step) => _end is { } end && TimeOf(step) >= end;

    /// <summary>The samples of a step, one of each sensor that shows something.</summary>
    public IEnumerable<Sample> SamplesAt(long step, TimeSpan? sinceBoot)
    {
        DateTimeOffset takenAt = TimeOf(step);
        double seconds = Seconds(takenAt);
        for (int i = 0; i < Sensors.Count; i++)
        {
            if (_faults.Show(Sensors[i], seconds) is { } value)
            {
                Reading reading = new(Sensors[i].Series, takenAt, value, QualityFlag.NotEvaluated);
                yield return new Sample((step * Sensors.Count) + i + 1, reading, sinceBoot);
            }
        }
    }

    /// <inheritdoc/>
    public IEnumerable<Sample> After(long index)
    {
        for (long step = index / Sensors.Count; !IsOver(step); step++)
        {
            foreach (Sample sample in SamplesAt(step, null))
            {
                if (sample.Index > index)
                {
                    yield return sample;
                }
            }
        }
    }

    private static double Seconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / 1000.0;

    private static VirtualSensor[] Build(SmoothNoise noise, Episode episode, BoardOptions options)
    {
        Rainfall rainfall = new(noise, episode);
        Sky sky = new(noise, rainfall);
        Dust dust = new(noise, rainfall, episode);
        River river = new(noise, rainfall, episode, options.BedMetres, options.BankMetres);
        Soil soil = new(noise, rainfall, episode, sky);
        double every = options.SampleEvery.TotalSeconds;
        return
        [
            new("pm25", dust.Pm25),
            new("pm10", dust.Pm10),
            new("air_temperature", sky.AirTemperature),
            new("humidity", sky.Humidity),
            new("pressure", sky.Pressure),
            new("wind_speed", sky.WindSpeed),
            new("wind_direction", sky.WindDirection),
            new("rain", t => rainfall.Gauge(t - every, t)),
            new("solar_irradiance", sky.SolarIrradiance),
            new("water_level", river.Level),
            new("soil_moisture:-0.1", soil.MoistureNearSurface),
            new("soil_moisture:-0.3", soil.MoistureBelow),
            new("soil_temperature:-0.1", soil.Temperature),
            new("battery", t => 12.3 + (0.9 * Math.Min(1, sky.SolarIrradiance(t) / 500)) + (0.05 * noise.At(50, t, 86400))),
            new("signal", t => -76 + (8 * noise.At(51, t, 21600))),
        ];
    }
}
