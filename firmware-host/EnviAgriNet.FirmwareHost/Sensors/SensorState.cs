using System.Text.Json.Serialization;

namespace EnviAgriNet.FirmwareHost.Sensors;

/// <summary>How one sensor is doing. Written by its loop, read by anybody.</summary>
internal sealed class SensorState(string name, TimeProvider time)
{
    private readonly Lock _gate = new();
    private long _measured;
    private long _faults;
    private long? _measuredAt;
    private string? _fault;

    /// <summary>What the operator calls it.</summary>
    public string Name => name;

    /// <summary>Whether the last try failed.</summary>
    public bool IsFaulty => _fault is not null;

    /// <summary>Tries that failed in a row.</summary>
    public int FaultsInARow { get; private set; }

    /// <summary>It gave values; true when it is well again.</summary>
    public bool OnMeasured(int values)
    {
        lock (_gate)
        {
            bool wasFaulty = IsFaulty;
            _measured += values;
            _measuredAt = time.GetTimestamp();
            _fault = null;
            FaultsInARow = 0;
            return wasFaulty;
        }
    }

    /// <summary>It failed; true when it was well before, or fails otherwise now.</summary>
    public bool OnFault(string fault)
    {
        lock (_gate)
        {
            bool isNew = _fault != fault;
            _fault = fault;
            _faults++;
            FaultsInARow++;
            return isNew;
        }
    }

    /// <summary>As it is now.</summary>
    public SensorStatus Now()
    {
        lock (_gate)
        {
            return new SensorStatus
            {
                Name = name,
                Readings = _measured,
                Faults = _faults,
                Fault = _fault,
                AgeSeconds = _measuredAt is { } at ? Math.Round(time.GetElapsedTime(at).TotalSeconds, 1) : null,
            };
        }
    }
}

/// <summary>One sensor in the status.</summary>
internal sealed record SensorStatus
{
    /// <summary>What the operator calls it.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>Readings it gave since the process began.</summary>
    [JsonPropertyName("readings")]
    public long Readings { get; init; }

    /// <summary>Tries that failed since then.</summary>
    [JsonPropertyName("faults")]
    public long Faults { get; init; }

    /// <summary>What is wrong now; null when nothing is.</summary>
    [JsonPropertyName("fault")]
    public string? Fault { get; init; }

    /// <summary>Seconds since its last readings; null before the first.</summary>
    [JsonPropertyName("age_s")]
    public double? AgeSeconds { get; init; }
}
