namespace EnviAgriNet.FirmwareHost.Boards.Virtual;

/// <summary>What broken sensors do: stick, spike, die. Which ones is drawn from the seed.</summary>
internal sealed class SensorFaults
{
    private const double StuckHours = 8;
    private const double SpikeSlotSeconds = 3 * 3600;
    private const int LaneWhich = 9020;
    private const int LaneSpike = 9021;

    private readonly SmoothNoise _noise;
    private readonly Episode _episode;
    private readonly double _everySeconds;

    public SensorFaults(SmoothNoise noise, Episode episode, IReadOnlyList<VirtualSensor> sensors, double everySeconds)
    {
        _noise = noise;
        _episode = episode;
        _everySeconds = everySeconds;

        // The station's own two series and the rain gauge, which is zero most of the time, would show no fault.
        List<VirtualSensor> fit = [.. sensors.Where(s => s.Series.Text is not ("battery" or "signal" or "rain"))];
        Stuck = Draw(ScenarioKinds.Stuck, 0);
        Spiking = Draw(ScenarioKinds.Spike, 1);
        Dead = Draw(ScenarioKinds.Dead, 2);

        // Each fault gets a sensor of its own.
        VirtualSensor? Draw(ScenarioKinds kind, int cell)
        {
            int at = (int)(noise.Uniform(LaneWhich, cell) * fit.Count);
            VirtualSensor drawn = fit[at];
            fit.RemoveAt(at);
            return episode.Has(kind) ? drawn : null;
        }
    }

    /// <summary>The sensor that sticks, or null.</summary>
    public VirtualSensor? Stuck { get; }

    /// <summary>The sensor that spikes, or null.</summary>
    public VirtualSensor? Spiking { get; }

    /// <summary>The sensor that dies, or null.</summary>
    public VirtualSensor? Dead { get; }

    /// <summary>What a sensor shows with its fault; null when it shows nothing.</summary>
    public double? Show(VirtualSensor sensor, double seconds)
    {
        double hours = _episode.HoursSince(seconds);
        if (hours < 0)
        {
            return sensor.Show(seconds);
        }

        if (ReferenceEquals(sensor, Dead))
        {
            return null;
        }

        if (ReferenceEquals(sensor, Stuck) && hours < StuckHours)
        {
            // Whole milliseconds, so that the value never wavers between two steps.
            return sensor.Show(Math.Round(seconds - (hours * 3600), 3));
        }

        return ReferenceEquals(sensor, Spiking) && IsSpike(seconds)
            ? sensor.Step(sensor.Series.Quantity.Max + (0.5 * (sensor.Series.Quantity.Max - sensor.Series.Quantity.Min)))
            : sensor.Show(seconds);
    }

    /// <summary>One sample in every slot of three hours: the first at or after a moment drawn from the slot's number.</summary>
    private bool IsSpike(double seconds)
    {
        double width = Math.Max(SpikeSlotSeconds, 4 * _everySeconds);
        long slot = (long)Math.Floor(seconds / width);
        double moment = (slot + (0.7 * _noise.Uniform(LaneSpike, slot))) * width;
        return seconds >= moment && seconds - _everySeconds < moment;
    }
}
