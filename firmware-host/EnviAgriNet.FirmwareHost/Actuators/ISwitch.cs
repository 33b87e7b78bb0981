namespace EnviAgriNet.FirmwareHost.Actuators;

/// <summary>Something that is on or off.</summary>
internal interface ISwitch : IDisposable
{
    /// <summary>Switches it.</summary>
    /// <exception cref="Sensors.SensorException">It cannot; the sentence says why.</exception>
    void Set(bool on);
}

/// <summary>A switch that nothing hangs on.</summary>
internal sealed class VirtualSwitch : ISwitch
{
    /// <inheritdoc/>
    public void Set(bool on)
    {
        // The siren's own log says it.
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // There is nothing.
    }
}
