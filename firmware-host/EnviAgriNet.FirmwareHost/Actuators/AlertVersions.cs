namespace EnviAgriNet.FirmwareHost.Actuators;

/// <summary>Remembers which version of which alert an actuator has carried out, so that repeats change nothing. Not thread-safe.</summary>
internal sealed class AlertVersions
{
    private const int AlertsMax = 200;

    private readonly Dictionary<string, int> _versions = [];
    private readonly Queue<string> _order = new();

    /// <summary>Whether an order is new; the oldest alert is forgotten beyond 200. An order without an alert is always new.</summary>
    public bool IsNew(string? alert, int version)
    {
        if (string.IsNullOrEmpty(alert))
        {
            return true;
        }

        if (_versions.TryGetValue(alert, out int known))
        {
            if (version <= known)
            {
                return false;
            }
        }
        else
        {
            _order.Enqueue(alert);
            if (_order.Count > AlertsMax)
            {
                _versions.Remove(_order.Dequeue());
            }
        }

        _versions[alert] = version;
        return true;
    }

    /// <summary>The order that was new could not be carried out: the same one again is new.</summary>
    public void TakeBack(string? alert, int version)
    {
        if (!string.IsNullOrEmpty(alert))
        {
            _versions[alert] = version - 1;
        }
    }
}
