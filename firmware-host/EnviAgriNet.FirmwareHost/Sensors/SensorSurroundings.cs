namespace EnviAgriNet.FirmwareHost.Sensors;

/// <summary>What sensors live in.</summary>
internal sealed record SensorSurroundings(string Sys, string Dev, string StateFolder, TimeProvider Time, ILoggerFactory Logs)
{
    /// <summary>The newest value of each series on this board, for corrections that need another sensor's.</summary>
    public LatestValues Latest { get; } = new(Time);

    /// <summary>The machine's own time, in which buses answer, also where the station's time runs faster.</summary>
    public TimeProvider Wire { get; init; } = Time;
}
