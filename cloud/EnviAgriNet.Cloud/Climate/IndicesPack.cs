using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Protocol.Packs;

namespace EnviAgriNet.Cloud.Climate;

/// <summary>
/// Puts the indices of a month into a pack of the station's derived outbox. It goes through the encoding of the wire, so that what the
/// cloud computes meets the same checks as what it receives.
/// </summary>
internal sealed class IndicesPack
{
    private readonly PackDecoder _decoder = new();

    /// <summary>Makes the pack. The month alone numbers it, so a repeat is known as one.</summary>
    public PackToStore Of(
        StationId station, CalendarMonth month, IReadOnlyList<Reading> indices, DateTimeOffset lateBefore, DateTimeOffset storedAt)
    {
        Pack pack = new(station, DerivedOutboxes.Spi, month.Number, string.Empty, storedAt, TimeSpan.Zero, indices);
        return new PackToStore(
            station, _decoder.Decode(PackEncoder.Encode(pack, PackCompression.None), station, null), lateBefore, storedAt);
    }
}
