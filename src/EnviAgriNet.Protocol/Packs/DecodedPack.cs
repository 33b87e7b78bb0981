namespace EnviAgriNet.Protocol.Packs;

/// <summary>What a payload turned out to be: a pack, perhaps with records refused, or a refusal of the whole.</summary>
public sealed class DecodedPack
{
    private DecodedPack(Pack? pack, string outbox, long? sequence, IReadOnlyList<Refusal> refusals)
    {
        Pack = pack;
        Outbox = outbox;
        Sequence = sequence;
        Refusals = refusals;
    }

    /// <summary>The pack with the readings that were taken (none, when every record was refused), or null when the whole was refused.</summary>
    public Pack? Pack { get; }

    /// <summary>The outbox id, as far as it could be read; else empty.</summary>
    public string Outbox { get; }

    /// <summary>The sequence number, if it could be read even though the pack was refused.</summary>
    public long? Sequence { get; }

    /// <summary>The refused records, or the one refusal of the whole pack.</summary>
    public IReadOnlyList<Refusal> Refusals { get; }

    internal static DecodedPack Taken(Pack pack, IReadOnlyList<Refusal> refusals) =>
        new(pack, pack.Outbox, pack.Sequence, refusals);

    internal static DecodedPack Refused(Refusal refusal, string outbox, long? sequence) =>
        new(null, outbox, sequence, [refusal]);
}
