using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Protocol;
using EnviAgriNet.Protocol.Messages;
using EnviAgriNet.Protocol.Receipts;

namespace EnviAgriNet.Cloud.Ingest;

/// <summary>Gathers what one commit did into one receipt per station and outbox. Used once.</summary>
internal sealed class ReceiptBuilder(DateTimeOffset at)
{
    private readonly Dictionary<(RegionId Province, StationId Station, string Outbox), Draft> _drafts = [];

    /// <summary>Enters what became of a pack. A pack whose number could not be read gets no receipt: there is nothing to name.</summary>
    public void Add(IngestItem item, CommittedPack committed)
    {
        if (item.Decoded?.Sequence is not { } sequence)
        {
            return;
        }

        Draft draft = Of(item, item.Decoded.Outbox);
        if (committed.Fate != PackFate.Rejected)
        {
            draft.Stored.Add(sequence);
            return;
        }

        string detail = item.Decoded.Pack is null && item.Decoded.Refusals.Count > 0 ? item.Decoded.Refusals[0].Detail : string.Empty;
        draft.Rejected[sequence] = new Rejection { Sequence = sequence, Rule = committed.Rule ?? string.Empty, Detail = detail };
    }

    /// <summary>Enters an event that was taken over.</summary>
    public void Add(IngestItem item) => Of(item, item.Event!.Outbox).Events.Add(item.Event.Id);

    /// <summary>The receipts; none is longer than the wire allows.</summary>
    public IEnumerable<ReceiptToSend> Build()
    {
        foreach (((RegionId province, StationId station, string outbox), Draft draft) in _drafts)
        {
            long[][][] stored = [.. draft.Stored.Ranges.Select(r => new[] { r.First, r.Last }).Chunk(Limits.ReceiptEntriesMax)];
            Rejection[][] rejected = [.. draft.Rejected.Values.Chunk(Limits.ReceiptEntriesMax)];
            long[][] events = [.. draft.Events.Distinct().Chunk(Limits.ReceiptEntriesMax)];
            int parts = Math.Max(stored.Length, Math.Max(rejected.Length, events.Length));
            for (int part = 0; part < parts; part++)
            {
                Receipt receipt = new()
                {
                    Outbox = outbox,
                    At = at.ToUnixTimeMilliseconds() / 1000.0,
                    Stored = part < stored.Length ? stored[part] : [],
                    Rejected = part < rejected.Length ? rejected[part] : [],
                    Events = part < events.Length ? events[part] : [],
                };
                yield return new ReceiptToSend(Topics.Of(province, station, Topics.Receipts), MessageJson.Encode(receipt));
            }
        }
    }

    private Draft Of(IngestItem item, string outbox)
    {
        (RegionId, StationId, string) key = (item.Province, item.Station, outbox);
        if (!_drafts.TryGetValue(key, out Draft? draft))
        {
            draft = new Draft();
            _drafts.Add(key, draft);
        }

        return draft;
    }

    private sealed class Draft
    {
        public SequenceSet Stored { get; } = new();

        public SortedDictionary<long, Rejection> Rejected { get; } = [];

        public List<long> Events { get; } = [];
    }
}

/// <summary>A receipt ready to be published.</summary>
internal sealed record ReceiptToSend(string Topic, byte[] Payload);
