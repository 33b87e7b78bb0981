using System.Text.Json.Nodes;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.FirmwareHost.Sensors.Kernel;

/// <summary>Chips whose driver is in the kernel, read through sysfs.</summary>
internal sealed class KernelFamily : ISensorFamily
{
    private static readonly IReadOnlyList<KernelTree> Trees = [new IioTree(), new HwmonTree(), new OneWireTree()];

    /// <inheritdoc/>
    public IReadOnlyList<string> Kinds { get; } = [.. Trees.Select(t => t.Kind)];

    /// <inheritdoc/>
    public ISensor? Make(IConfigurationSection entry, SensorSurroundings at, ICollection<string> faults)
    {
        SensorEntry settings = new(entry, faults);
        KernelTree tree = Trees.First(t => t.Kind == settings.Kind);
        string device = settings.Text("Device");
        TimeSpan every = settings.Value("Every", TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        IReadOnlyList<(KernelChannel Channel, SeriesName Series)> series = Series(settings, tree);
        settings.RefuseOthers();
        return settings.IsFaulty ? null : new KernelSensor(settings.Name, device, every, series, tree, at.Sys);
    }

    /// <inheritdoc/>
    public IEnumerable<SensorFinding> Scan(SensorSurroundings at) =>
        from tree in Trees
        let chips = tree.Chips(at.Sys)
        from chip in chips
        let name = tree.NameOf(chip)
        where name is not null
        let channels = Present(tree, chip)
        where channels.Count > 0
        let address = chips.Count(c => tree.NameOf(c) == name) > 1 ? KernelTree.AddressOf(chip) : null
        select Finding(tree, chip, address is null ? name : $"{name}@{address}", channels);

    private static SensorFinding Finding(KernelTree tree, string chip, string device, IReadOnlyList<KernelChannel> channels) => new(
        $"{device} in {chip}",
        new JsonObject
        {
            ["Name"] = device,
            ["Kind"] = tree.Kind,
            ["Device"] = device,
            ["Every"] = "00:01:00",
            ["Series"] = new JsonObject(channels.Select(c => KeyValuePair.Create(c.Name, (JsonNode?)c.Series))),
        });

    /// <summary>
    /// Those that the settings name, in the order in which a scan proposes them. A chip may be away when the program starts, so it is not
    /// asked what it has.
    /// </summary>
    private static IReadOnlyList<(KernelChannel Channel, SeriesName Series)> Series(SensorEntry settings, KernelTree tree)
    {
        const string Key = "Series";
        if (tree.Channels.Count > 1 && !settings.Has(Key))
        {
            settings.Fault(Key, "is missing: which channel of the chip goes to which series; 'eag-firmware scan' proposes it");
            settings.Table(Key);
            return [];
        }

        IReadOnlyDictionary<string, SeriesName> named = settings.Channels(tree.Channels.ToDictionary(c => c.Name, c => c.Series));
        List<(KernelChannel Channel, SeriesName Series)> series = [];
        foreach (KernelChannel channel in tree.Channels)
        {
            if (!named.TryGetValue(channel.Name, out SeriesName? to))
            {
                continue;
            }

            series.Add((channel, to));
            string unit = SeriesName.Parse(channel.Series).Quantity.Unit;
            if (to.Quantity.Unit != unit)
            {
                settings.Fault($"{Key}:{channel.Name}", $"'{to}' is in {to.Quantity.Unit}, and this channel gives {unit}");
            }
        }

        return series;
    }

    private static IReadOnlyList<KernelChannel> Present(KernelTree tree, string chip) =>
        [.. tree.Channels.Where(c => tree.Has(chip, c.Name))];
}
