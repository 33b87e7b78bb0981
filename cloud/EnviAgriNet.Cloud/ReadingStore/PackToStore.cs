using EnviAgriNet.Core.Geography;
using EnviAgriNet.Protocol.Packs;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>A pack as ingest hands it over for the commit.</summary>
/// <param name="Station">Who sent it.</param>
/// <param name="Decoded">The pack, or its refusal with a readable sequence number.</param>
/// <param name="LateBefore">Readings taken before this time are late: stored, counted as late, and judged for the record only.</param>
/// <param name="StoredAt">The wall clock of the cloud.</param>
internal sealed record PackToStore(
    StationId Station, DecodedPack Decoded, DateTimeOffset LateBefore, DateTimeOffset StoredAt);
