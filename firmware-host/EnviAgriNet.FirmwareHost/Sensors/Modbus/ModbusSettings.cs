using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.FirmwareHost.Sensors.Modbus;

/// <summary>The settings of one probe, checked.</summary>
/// <param name="Name">What the operator calls it.</param>
/// <param name="Bus">Where it is connected.</param>
/// <param name="Unit">Its address on the bus.</param>
/// <param name="Every">Time between two measurements.</param>
/// <param name="AnswerMax">How long an answer may take.</param>
/// <param name="WarmUp">Time after the first answer before values count.</param>
/// <param name="Map">What it keeps in which register.</param>
/// <param name="Channels">The channels that are read, each with the series it goes to.</param>
/// <param name="Wanted">Settings of the probe that shall have these values.</param>
internal sealed record ModbusSettings(
    string Name,
    BusAddress Bus,
    int Unit,
    TimeSpan Every,
    TimeSpan AnswerMax,
    TimeSpan WarmUp,
    RegisterMap Map,
    IReadOnlyList<(RegisterChannel Channel, SeriesName Series)> Channels,
    IReadOnlyList<(RegisterSetting Setting, ushort Value)> Wanted)
{
    private const int BaudMin = 300;
    private const int BaudMax = 921_600;
    private const int StopBitsMax = 2;

    /// <summary>Reads an entry; null when faults were added.</summary>
    public static ModbusSettings? Read(SensorEntry entry)
    {
        List<string> mapFaults = [];
        RegisterMap? map = RegisterMaps.Load(entry.Text("Map"), mapFaults);
        foreach (string fault in mapFaults)
        {
            entry.Fault("Map", fault);
        }

        if (map is null)
        {
            // Everything else depends on it.
            return null;
        }

        TimeSpan every = entry.Value("Every", TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        TimeSpan answerMax = entry.Value(
            "AnswerMax", TimeSpan.FromMilliseconds(map.AnswerMs), TimeSpan.FromMilliseconds(10), Limits.AnswerMax);
        TimeSpan warmUp = entry.Value("WarmUp", map.WarmUp, TimeSpan.Zero, Limits.WarmUpMax);
        int unit = entry.Value("Unit", map.Unit, 1, Limits.UnitMax);
        BusAddress bus = Address(entry, map);
        IReadOnlyDictionary<string, SeriesName> series = entry.Channels(map.Channels.ToDictionary(c => c.Name, c => c.Series));
        (RegisterChannel, SeriesName)[] channels =
            [.. from channel in map.Channels where series.ContainsKey(channel.Name) select (channel, series[channel.Name])];
        (RegisterSetting, ushort)[] wanted = [.. Wishes(entry, map)];
        entry.RefuseOthers();
        return entry.IsFaulty ? null : new ModbusSettings(entry.Name, bus, unit, every, answerMax, warmUp, map, channels, wanted);
    }

    private static BusAddress Address(SensorEntry entry, RegisterMap map)
    {
        if (entry.Has("Host"))
        {
            string host = entry.Text("Host");
            int tcp = entry.Value("TcpPort", BusAddress.TcpPortDefault, 1, ushort.MaxValue);
            return new BusAddress(host, tcp, map.Baud, map.Parity, map.StopBits);
        }

        return new BusAddress(
            entry.Text("Port"),
            null,
            entry.Value("Baud", map.Baud, BaudMin, BaudMax),
            entry.Choice("Parity", map.Parity),
            entry.Value("StopBits", map.StopBits, 1, StopBitsMax));
    }

    private static IEnumerable<(RegisterSetting Setting, ushort Value)> Wishes(SensorEntry entry, RegisterMap map)
    {
        const string Key = "Settings";
        foreach ((string name, string text) in entry.Table(Key))
        {
            RegisterSetting? setting = map.Settings.FirstOrDefault(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (setting is null)
            {
                entry.Fault($"{Key}:{name}", $"is none of {string.Join(", ", map.Settings.Select(s => s.Name))}");
            }
            else if (setting.IsProtected)
            {
                entry.Fault($"{Key}:{name}", "is write-protected: a wrong value makes the probe unreachable; use its maker's tool");
            }
            else if (!ushort.TryParse(text, out ushort value) || value < setting.Min || value > setting.Max)
            {
                entry.Fault($"{Key}:{name}", $"'{text}' is not from {setting.Min} to {setting.Max}");
            }
            else
            {
                yield return (setting, value);
            }
        }
    }
}
