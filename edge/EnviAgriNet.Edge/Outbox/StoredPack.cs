using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Edge.Outbox;

/// <summary>A pack as it lies in a segment.</summary>
/// <param name="Sequence">Its number in the outbox.</param>
/// <param name="FirstTakenAt">The earliest reading.</param>
/// <param name="LastTakenAt">The latest reading.</param>
/// <param name="Readings">How many readings it has.</param>
/// <param name="HeardAt">When the edge took the first of them over.</param>
/// <param name="Boot">The boot of its source, or empty.</param>
/// <param name="Uncertainty">How far its times may be off; zero when they are good.</param>
/// <param name="OffsetMs">The wall clock minus the monotonic clock by which it was stamped, or null when nothing was stamped here.</param>
/// <param name="WasSent">Whether it may have left; kept only for packs that could be stamped anew.</param>
/// <param name="Payload">The bytes as they travel.</param>
internal sealed record StoredPack(
    long Sequence,
    DateTimeOffset FirstTakenAt,
    DateTimeOffset LastTakenAt,
    int Readings,
    DateTimeOffset HeardAt,
    string Boot,
    TimeSpan Uncertainty,
    long? OffsetMs,
    bool WasSent,
    byte[] Payload)
{
    /// <summary>The pack and its readings as a stored pack.</summary>
    public static StoredPack Of(Protocol.Packs.Pack pack, long? offsetMs, byte[] payload) => new(
        pack.Sequence,
        pack.Readings.Min(r => r.TakenAt),
        pack.Readings.Max(r => r.TakenAt),
        pack.Readings.Count,
        pack.HeardAt,
        pack.Boot,
        pack.TimeUncertainty,
        offsetMs,
        WasSent: false,
        payload);
}

/// <summary>What became of packs of a segment.</summary>
internal enum PackFate
{
    /// <summary>The cloud has proved that it has them.</summary>
    Receipted = 1,

    /// <summary>The cloud refused them, and they were set aside.</summary>
    Rejected = 2,

    /// <summary>Their row is damaged and they were reported as lost.</summary>
    Lost = 3,
}

/// <summary>Packs whose fate is settled.</summary>
internal readonly record struct SettledRange(SequenceRange Range, PackFate Fate);
