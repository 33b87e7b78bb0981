namespace EnviAgriNet.FirmwareHost.Sensors.Modbus;

/// <summary>The buses in use, so that all probes of one port share one. Safe for use by several threads.</summary>
internal sealed class ModbusBuses
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (ModbusBus Bus, int Users)> _buses = [];

    /// <summary>
    /// The bus at an address, for one more probe; false, with the bus there is, when a probe of the same port wants another speed.
    /// </summary>
    public bool TryJoin(BusAddress address, TimeProvider time, out ModbusBus bus)
    {
        lock (_gate)
        {
            (bus, int users) = _buses.TryGetValue(address.Key, out (ModbusBus Bus, int Users) there)
                ? there
                : (new ModbusBus(address, time), 0);
            if (bus.Address != address)
            {
                return false;
            }

            _buses[address.Key] = (bus, users + 1);
            return true;
        }
    }

    /// <summary>A probe does not use its bus any more; the last one closes it.</summary>
    public void Leave(ModbusBus bus)
    {
        lock (_gate)
        {
            int users = _buses[bus.Address.Key].Users - 1;
            if (users > 0)
            {
                _buses[bus.Address.Key] = (bus, users);
                return;
            }

            _buses.Remove(bus.Address.Key);
        }

        bus.Dispose();
    }
}
