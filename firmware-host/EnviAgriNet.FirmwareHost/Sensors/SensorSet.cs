using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.FirmwareHost.Sensors;

/// <summary>All sensors that the settings name.</summary>
internal static class SensorSet
{
    public const string Section = "Sensors";

    /// <summary>Makes them; faults, each with its key, are added for all that cannot be made.</summary>
    public static IReadOnlyList<ISensor> Make(IConfiguration configuration, SensorSurroundings at, ICollection<string> faults)
    {
        List<ISensor> sensors = [];
        foreach (IConfigurationSection entry in configuration.GetSection(Section).GetChildren())
        {
            string kind = entry["Kind"] ?? string.Empty;
            ISensorFamily? family = SensorFamilies.All.FirstOrDefault(f => f.Kinds.Contains(kind));
            if (family is null)
            {
                faults.Add($"{entry.Path}:Kind '{kind}' is none of {string.Join(", ", SensorFamilies.All.SelectMany(f => f.Kinds))}");
            }
            else if (family.Make(entry, at, faults) is { } sensor)
            {
                sensors.Add(sensor);
            }
        }

        foreach (IGrouping<string, ISensor> twice in sensors.GroupBy(s => s.Name).Where(g => g.Count() > 1))
        {
            faults.Add($"{Section}: the name '{twice.Key}' is there {twice.Count()} times");
        }

        foreach (IGrouping<SeriesName, SeriesName> twice in sensors.SelectMany(s => s.Series).GroupBy(s => s).Where(g => g.Count() > 1))
        {
            faults.Add($"{Section}: the series '{twice.Key}' has {twice.Count()} sensors; give one a channel, such as '{twice.Key}/b'");
        }

        return sensors;
    }
}
