namespace EnviAgriNet.FirmwareHost.Sensors.Kernel;

/// <summary>One kind of driver in sysfs: where its chips are, how they name themselves, and which channels they may have.</summary>
internal abstract class KernelTree
{
    protected const double Thousandth = 0.001;

    /// <summary>The kind in the settings.</summary>
    public abstract string Kind { get; }

    /// <summary>Where its chips are, below /sys.</summary>
    public abstract string Folder { get; }

    /// <summary>All channels it knows, in the order in which a scan proposes them.</summary>
    public abstract IReadOnlyList<KernelChannel> Channels { get; }

    /// <summary>The name by which the settings know a chip.</summary>
    public abstract string? NameOf(string chip);

    /// <summary>Whether a chip has a channel.</summary>
    public abstract bool Has(string chip, string channel);

    /// <summary>The channel's number in the driver's unit. Throws a <see cref="SensorException"/>.</summary>
    public abstract double Read(string chip, string channel);

    /// <summary>The folders of all chips; empty when the kernel has no such driver loaded.</summary>
    public IReadOnlyList<string> Chips(string sys)
    {
        try
        {
            return [.. Directory.EnumerateDirectories(Path.Combine(sys, Folder)).Where(IsChip).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>The chip's address on its bus, such as <c>1-0076</c>; null when the tree does not say.</summary>
    public static string? AddressOf(string chip)
    {
        try
        {
            string device = Path.Combine(chip, "device");
            string? real = Directory.Exists(device)
                ? new DirectoryInfo(device).ResolveLinkTarget(returnFinalTarget: true)?.Name
                : Path.GetFileName(Path.GetDirectoryName(new DirectoryInfo(chip).ResolveLinkTarget(returnFinalTarget: true)?.FullName));
            return real is not null && (real.StartsWith("spi", StringComparison.Ordinal) || (char.IsAsciiDigit(real[0]) && real.Contains('-')))
                ? real
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Whether a folder is that of a chip, and not of a trigger or a bus master.</summary>
    protected abstract bool IsChip(string folder);
}
