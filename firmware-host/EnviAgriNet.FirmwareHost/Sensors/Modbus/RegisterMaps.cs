using System.Reflection;
using System.Text.Json;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.FirmwareHost.Sensors.Modbus;

/// <summary>Finds and checks register maps: those that come with this program, and files of the operator's.</summary>
internal static class RegisterMaps
{
    private const string Extension = ".json";
    private const string ResourcePrefix = "EnviAgriNet.FirmwareHost.Sensors.Modbus.Maps.";

    private static readonly Assembly Own = typeof(RegisterMaps).Assembly;

    /// <summary>The names of the maps that come with this program.</summary>
    public static IReadOnlyList<string> Embedded { get; } =
    [
        .. Own.GetManifestResourceNames()
            .Where(n => n.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            .Select(n => n[ResourcePrefix.Length..^Extension.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Loads a map; null when faults, each a sentence, were added.</summary>
    /// <param name="name">The name of an embedded map, or the path of a file, which ends in <c>.json</c>.</param>
    /// <param name="faults">Receives everything that is wrong with it.</param>
    public static RegisterMap? Load(string name, ICollection<string> faults)
    {
        try
        {
            using Stream? file = Open(name);
            if (file is null)
            {
                faults.Add($"'{name}' is none of {string.Join(", ", Embedded)}, and no path of a file that ends in .json");
                return null;
            }

            if (file.Length > Limits.MapBytesMax)
            {
                faults.Add($"'{name}' has {file.Length} bytes, allowed are {Limits.MapBytesMax}");
                return null;
            }

            RegisterMap map = JsonSerializer.Deserialize(file, RegisterMapContext.Default.RegisterMap)
                ?? throw new JsonException("it is empty");
            int before = faults.Count;
            foreach (string fault in Faults(map))
            {
                faults.Add($"'{name}': {fault}");
            }

            return faults.Count == before ? map : null;
        }
        catch (JsonException e)
        {
            faults.Add($"'{name}' line {e.LineNumber + 1}: {e.Message}");
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults.Add($"'{name}' cannot be read: {e.Message}");
            return null;
        }
    }

    private static Stream? Open(string name) => name.EndsWith(Extension, StringComparison.Ordinal)
        ? File.OpenRead(name)
        : Own.GetManifestResourceStream(ResourcePrefix + name + Extension);

    private static IEnumerable<string> Faults(RegisterMap map)
    {
        if (map.Channels.Count is 0 or > Limits.ChannelsMax)
        {
            yield return $"it has {map.Channels.Count} channels, allowed are 1 to {Limits.ChannelsMax}";
        }

        if (map.Unit is < 1 or > Limits.UnitMax)
        {
            yield return $"unit {map.Unit} is not from 1 to {Limits.UnitMax}";
        }

        if (map.Baud <= 0 || map.StopBits is not (1 or 2))
        {
            yield return $"baud {map.Baud} with {map.StopBits} stop bits is no serial line";
        }

        if (map.AnswerMs <= 0 || map.AnswerMs > Limits.AnswerMax.TotalMilliseconds)
        {
            yield return $"answer_ms {map.AnswerMs} is not from 1 to {Limits.AnswerMax.TotalMilliseconds}";
        }

        foreach (IGrouping<string, string> twice in map.Channels.Select(c => c.Name).Concat(map.Settings.Select(s => s.Name)).GroupBy(n => n).Where(g => g.Count() > 1))
        {
            yield return $"the name '{twice.Key}' is there {twice.Count()} times";
        }

        foreach (string fault in map.Channels.SelectMany(Faults).Concat(map.Settings.SelectMany(Faults)))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> Faults(RegisterChannel channel)
    {
        if (channel.Address < 0 || channel.Address + RegisterNumber.Registers(channel.Type) - 1 > Limits.AddressMax)
        {
            yield return $"channel '{channel.Name}' has the address {channel.Address}, allowed are 0 to {Limits.AddressMax}";
        }

        if (!double.IsFinite(channel.Scale) || channel.Scale == 0 || !double.IsFinite(channel.Offset))
        {
            yield return $"channel '{channel.Name}' has the scale {channel.Scale} and the offset {channel.Offset}";
        }

        if (!SeriesName.TryParse(channel.Series, out _, out string? fault))
        {
            yield return $"channel '{channel.Name}': {fault}";
        }
    }

    private static IEnumerable<string> Faults(RegisterSetting setting)
    {
        if (setting.Address is < 0 or > Limits.AddressMax)
        {
            yield return $"setting '{setting.Name}' has the address {setting.Address}, allowed are 0 to {Limits.AddressMax}";
        }

        if (setting.Min > setting.Max || setting.Min < 0 || setting.Max > ushort.MaxValue)
        {
            yield return $"setting '{setting.Name}' allows {setting.Min} to {setting.Max}, possible is 0 to {ushort.MaxValue}";
        }
    }
}
