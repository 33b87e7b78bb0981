using System.ComponentModel.DataAnnotations;

namespace EnviAgriNet.Edge.Rules;

/// <summary>When the centre warns by itself. What it warns of comes with the config.</summary>
internal sealed class RulesOptions
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string Section = "Rules";

    /// <summary>
    /// Default 2 minutes; 1 second to 1 hour. The cloud must have been silent for so long, the line down or packs without a receipt, before
    /// siren and board are driven from here: until then the warning is the cloud's.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan AloneAfter { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Default 10 minutes; 10 seconds to 1 day. Readings older than this are past: they are judged for the record and warn nobody.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00")]
    public TimeSpan PastAfter { get; set; } = TimeSpan.FromMinutes(10);
}
