using EnviAgriNet.Mqtt.Native;

namespace EnviAgriNet.Mqtt;

/// <summary>
/// Lets any thread wake the link's thread out of its wait on the socket. Signals that coincide become one.
/// </summary>
internal sealed unsafe class WakeSignal : IDisposable
{
    private readonly Lock _gate = new();
    private int _descriptor = -1;
    private int _isSet;

    /// <summary>What to wait on for reading.</summary>
    public int Descriptor => _descriptor;

    /// <summary>Takes the descriptor; called once, before the thread starts.</summary>
    public void Open()
    {
        _descriptor = Mosquitto.EventCreate(0, Mosquitto.EventNonBlocking | Mosquitto.EventCloseOnExec);
        if (_descriptor < 0)
        {
            throw new LinkException("No descriptor is left to wake the link with", isTransient: true);
        }
    }

    /// <summary>Wakes the thread now, or keeps it from its next sleep. Nothing happens after disposal.</summary>
    public void Set()
    {
        if (Interlocked.Exchange(ref _isSet, 1) == 1)
        {
            return;
        }

        // The gate keeps a late caller from writing to a descriptor that is closed, and perhaps somebody else's.
        lock (_gate)
        {
            if (_descriptor >= 0)
            {
                ulong one = 1;
                Mosquitto.EventWrite(_descriptor, &one, sizeof(ulong));
            }
        }
    }

    /// <summary>Called by the link's thread before it looks for work, so that work added later signals again.</summary>
    public void Rearm() => Interlocked.Exchange(ref _isSet, 0);

    /// <summary>Called by the link's thread when its wait found the descriptor readable.</summary>
    public void Drain()
    {
        ulong value;
        Mosquitto.EventRead(_descriptor, &value, sizeof(ulong));
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_descriptor >= 0)
            {
                _ = Mosquitto.Close(_descriptor);
                _descriptor = -1;
            }
        }
    }
}
