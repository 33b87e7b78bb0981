using EnviAgriNet.Core.Readings;
using EnviAgriNet.FirmwareHost.Serial;

namespace EnviAgriNet.FirmwareHost.Sensors.Modbus;

/// <summary>
/// Asks a port for probes at the speeds and with the questions of the maps that come with the program. Blocks for some seconds; leaves
/// alone what another program uses. Reads only.
/// </summary>
internal static class ModbusScan
{
    private const int LowUnits = 8;

    private static readonly TimeSpan AnswerMax = TimeSpan.FromMilliseconds(150);

    /// <summary>The probes that answered.</summary>
    public static IReadOnlyList<FoundProbe> Probes(string port, TimeProvider time)
    {
        List<FoundProbe> found = [];
        (string Name, RegisterMap Map)[] maps =
        [
            .. from name in RegisterMaps.Embedded
               let map = RegisterMaps.Load(name, [])
               where map is not null
               select (name, map),
        ];
        foreach (IGrouping<int, (string Name, RegisterMap Map)> speed in maps.GroupBy(m => m.Map.Baud).OrderBy(g => g.Key))
        {
            try
            {
                using ModbusLink link = ModbusLink.Open(new BusAddress(port, null, speed.Key, LineParity.None, 1), AnswerMax);
                found.AddRange(Units(speed).Select(u => Ask(link, u, speed, time)).OfType<FoundProbe>());
            }
            catch (ModbusException)
            {
                return found;
            }
        }

        return found;
    }

    /// <summary>The addresses that probes are delivered with, and the low ones that people give them.</summary>
    private static IEnumerable<int> Units(IEnumerable<(string Name, RegisterMap Map)> maps) =>
        Enumerable.Range(1, LowUnits).Concat(maps.Select(m => m.Map.Unit)).Distinct();

    private static FoundProbe? Ask(ModbusLink link, int unit, IGrouping<int, (string Name, RegisterMap Map)> speed, TimeProvider time)
    {
        bool answers = false;
        foreach ((string name, RegisterMap map) in speed)
        {
            long asked = time.GetTimestamp();
            try
            {
                if (map.Channels.All(c => IsPlausible(c, link.Read(unit, c.Table, c.Address, RegisterNumber.Registers(c.Type), AnswerMax))))
                {
                    return new FoundProbe(unit, speed.Key, name);
                }

                answers = true;
            }
            catch (ModbusException e) when (e.IsOfProbe)
            {
                link.Discard();
                answers |= e.Trouble == SerialTrouble.Faulty;
                if (!answers && time.GetElapsedTime(asked) >= AnswerMax)
                {
                    // Nobody has that address: the other maps' questions would be as silent.
                    return null;
                }
            }
        }

        return answers ? new FoundProbe(unit, speed.Key, null) : null;
    }

    private static bool IsPlausible(RegisterChannel channel, ushort[] registers) =>
        channel.Value(registers) is var value && double.IsFinite(value) && SeriesName.Parse(channel.Series).Quantity.IsPlausible(value);
}

/// <summary>A probe that answered.</summary>
/// <param name="Unit">Its address.</param>
/// <param name="Baud">Its speed.</param>
/// <param name="Map">The map whose channels it has, all with plausible values; null when none fits.</param>
internal sealed record FoundProbe(int Unit, int Baud, string? Map);
