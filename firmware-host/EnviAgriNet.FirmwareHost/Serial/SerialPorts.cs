namespace EnviAgriNet.FirmwareHost.Serial;

/// <summary>Finds the serial ports that the kernel's drivers offer.</summary>
internal static class SerialPorts
{
    /// <summary>The paths of all ports but the kernel's consoles, each by the name that stays when it is plugged elsewhere, where there is one.</summary>
    /// <param name="sys">Where sysfs is.</param>
    /// <param name="dev">Where the devices are.</param>
    public static IReadOnlyList<string> All(string sys, string dev)
    {
        string terminals = Path.Combine(sys, "class/tty");
        if (!Directory.Exists(terminals))
        {
            return [];
        }

        IReadOnlyList<string> consoles = Consoles(terminals);
        return
        [
            .. Directory.EnumerateFileSystemEntries(terminals)
                .Where(t => !consoles.Contains(Path.GetFileName(t)) && IsPort(t))
                .Select(t => Path.Combine(dev, Path.GetFileName(t)))
                .Where(File.Exists)
                .Order(StringComparer.Ordinal)
                .Select(p => StableName(p, dev)),
        ];
    }

    /// <summary>Where the kernel writes and people log in: a question to a sensor would be typed there.</summary>
    private static IReadOnlyList<string> Consoles(string terminals)
    {
        try
        {
            return File.ReadAllText(Path.Combine(terminals, "console", "active")).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Terminals of the screen have no device; the sockets of serial chips that a machine might have and has not are of type 0.</summary>
    private static bool IsPort(string terminal)
    {
        string type = Path.Combine(terminal, "type");
        try
        {
            return Directory.Exists(Path.Combine(terminal, "device", "driver"))
                && !(File.Exists(type) && File.ReadAllText(type).Trim() == "0");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It went away while it was looked at.
            return false;
        }
    }

    private static string StableName(string port, string dev)
    {
        string names = Path.Combine(dev, "serial/by-id");
        return Directory.Exists(names)
            ? Directory.EnumerateFiles(names).FirstOrDefault(n => Target(n) == Path.GetFullPath(port)) ?? port
            : port;
    }

    private static string? Target(string link) => File.ResolveLinkTarget(link, returnFinalTarget: false)?.FullName;
}
