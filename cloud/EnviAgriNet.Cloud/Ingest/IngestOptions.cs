using System.ComponentModel.DataAnnotations;

namespace EnviAgriNet.Cloud.Ingest;

/// <summary>How packs come in from the broker and are committed in groups.</summary>
internal sealed class IngestOptions
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string Section = "Ingest";

    /// <summary>Default true: packs are shared with other instances of the same group. False: a plain subscription.</summary>
    public bool Shared { get; set; } = true;

    /// <summary>Default <c>eag-ingest</c>; 1 to 40 of a-z, 0-9 and '-'. The group of the shared subscription.</summary>
    [RegularExpression("^[a-z0-9-]{1,40}$")]
    public string SharedGroup { get; set; } = "eag-ingest";

    /// <summary>Default 256; 1 to 4,096. The most packs of one transaction.</summary>
    [Range(1, 4_096)]
    public int GroupPacksMax { get; set; } = 256;

    /// <summary>
    /// Default 20 ms; 0 to 1 s. How long a group that is not full waits for packs that are being decoded already; with nothing on its
    /// way it does not wait at all.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:01")]
    public TimeSpan GroupDelayMax { get; set; } = TimeSpan.FromMilliseconds(20);

    /// <summary>Default 2; 1 to 16. Threads that decode; the packs of one station keep their order.</summary>
    [Range(1, 16)]
    public int DecodeWorkers { get; set; } = 2;

    /// <summary>Default Hold: nothing is committed while the wall clock is more than an hour behind the newest commit. Ignore: it is.</summary>
    [EnumDataType(typeof(ClockGuardMode))]
    public ClockGuardMode ClockGuard { get; set; } = ClockGuardMode.Hold;
}

/// <summary>What happens while the wall clock is behind the newest commit.</summary>
internal enum ClockGuardMode
{
    /// <summary>Ingest waits until it is not.</summary>
    Hold,

    /// <summary>Ingest goes on.</summary>
    Ignore,
}
