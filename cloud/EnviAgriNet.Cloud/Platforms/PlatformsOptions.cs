namespace EnviAgriNet.Cloud.Platforms;

/// <summary>Which other platforms are listened to.</summary>
internal sealed class PlatformsOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Platforms";

    /// <summary>Default none: the sources of CAP alerts.</summary>
    public IList<CapSource> CapSources { get; } = [];
}
