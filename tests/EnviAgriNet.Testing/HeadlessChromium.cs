namespace EnviAgriNet.Testing;

/// <summary>Debian's Chromium without a screen.</summary>
public static class HeadlessChromium
{
    /// <summary>Where it is.</summary>
    public const string Path = "/usr/bin/chromium";

    private static readonly string[] Common =
        ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    /// <summary>Its flags for pages without maps.</summary>
    public static string[] Flags { get; } = [.. Common, "--disable-gpu"];

    /// <summary>Its flags for pages with maps. No graphics card is asked for: the processor draws, as on a machine without one.</summary>
    public static string[] FlagsForMaps { get; } = [.. Common, "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"];
}
