using System.ComponentModel.DataAnnotations;

namespace EnviAgriNet.FirmwareHost.Actuators;

/// <summary>Where the recorded clips are, and what plays them.</summary>
internal sealed class VoiceOptions
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string Section = "Voice";

    /// <summary>Default none: the voice is only heard of in the log. The folder of the clips, each a <c>CLIP.wav</c>.</summary>
    public string? Folder { get; set; }

    /// <summary>Default <c>aplay</c>, of the package alsa-utils. The player; it is called with <c>-q [-D Device] FILE</c>.</summary>
    [Required]
    public string Player { get; set; } = "aplay";

    /// <summary>Default none: the player's own. The sound card, as in <c>plughw:1,0</c>.</summary>
    public string? Device { get; set; }
}
