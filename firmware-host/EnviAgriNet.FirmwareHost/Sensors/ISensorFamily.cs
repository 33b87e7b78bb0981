namespace EnviAgriNet.FirmwareHost.Sensors;

/// <summary>A family of sensors that are reached the same way.</summary>
internal interface ISensorFamily
{
    /// <summary>The kinds it makes, as the settings name them.</summary>
    IReadOnlyList<string> Kinds { get; }

    /// <summary>Makes the sensor of an entry; null when faults were added, each with its key and limit.</summary>
    ISensor? Make(IConfigurationSection entry, SensorSurroundings at, ICollection<string> faults);

    /// <summary>What is there, with the entry proposed for it.</summary>
    IEnumerable<SensorFinding> Scan(SensorSurroundings at);
}
