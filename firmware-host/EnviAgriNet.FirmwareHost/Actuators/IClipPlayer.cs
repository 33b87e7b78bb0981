namespace EnviAgriNet.FirmwareHost.Actuators;

/// <summary>Plays recorded clips.</summary>
internal interface IClipPlayer : IDisposable
{
    /// <summary>Why a clip cannot be played; null when it can.</summary>
    string? FaultOf(string clip);

    /// <summary>Plays a clip so often, in place of what plays now; an empty one stops that. Returns at once.</summary>
    void Play(string clip, int times);
}

/// <summary>A player that nobody hears.</summary>
internal sealed class VirtualPlayer : IClipPlayer
{
    /// <inheritdoc/>
    public string? FaultOf(string clip) => null;

    /// <inheritdoc/>
    public void Play(string clip, int times)
    {
        // The voice's own log says it.
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // There is nothing.
    }
}
