using EnviAgriNet.Core.Geography;
using EnviAgriNet.Protocol.Messages;
using EnviAgriNet.Protocol.Packs;

namespace EnviAgriNet.Cloud.Ingest;

/// <summary>A message of a station on its way to the commit: a pack, an event, or a health report.</summary>
/// <param name="Province">The province of its topic, where the receipt goes.</param>
/// <param name="Station">The station of its topic.</param>
/// <param name="ReceivedStamp">When it was received, by the monotonic clock.</param>
/// <param name="Decoded">The pack, or null.</param>
/// <param name="Event">The event, or null.</param>
/// <param name="Health">The health report, or null.</param>
internal sealed record IngestItem(
    RegionId Province,
    StationId Station,
    long ReceivedStamp,
    DecodedPack? Decoded,
    StationEvent? Event,
    StationHealth? Health);
