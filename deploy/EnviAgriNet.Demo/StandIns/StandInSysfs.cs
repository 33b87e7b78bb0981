namespace EnviAgriNet.Demo.StandIns;

/// <summary>A folder that looks like the kernel's industrial I/O devices, with files that a test or a demo may rewrite at any time.</summary>
public sealed class StandInSysfs : IDisposable
{
    private readonly string _devices;
    private readonly List<string> _names = [];

    /// <summary>A tree without devices.</summary>
    /// <param name="folder">What stands for <c>/sys</c>; made when it is not there.</param>
    public StandInSysfs(string folder) => _devices = Directory.CreateDirectory(Path.Combine(folder, "bus", "iio", "devices")).FullName;

    /// <summary>Gives a device's files new contents; the first time, the device appears.</summary>
    public void Write(string device, params ReadOnlySpan<(string File, string Text)> files)
    {
        if (!_names.Contains(device))
        {
            _names.Add(device);
        }

        string folder = Directory.CreateDirectory(Path.Combine(_devices, $"iio:device{_names.IndexOf(device)}")).FullName;
        foreach ((string file, string text) in files)
        {
            Replace(Path.Combine(folder, file), text);
        }

        // Last, so that a device is seen only when it is whole.
        Replace(Path.Combine(folder, "name"), device);
    }

    /// <summary>Unplugs all devices.</summary>
    public void Dispose() => Directory.Delete(_devices, recursive: true);

    /// <summary>The kernel never shows half a value, so a file is renamed over the old one.</summary>
    private static void Replace(string file, string text)
    {
        File.WriteAllText(file + ".new", text + "\n");
        File.Move(file + ".new", file, overwrite: true);
    }
}
