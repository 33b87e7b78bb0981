using System.Text;
using EnviAgriNet.Cloud.Ingest;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Protocol;
using EnviAgriNet.Protocol.Messages;
using EnviAgriNet.Protocol.Packs;
using EnviAgriNet.Protocol.Receipts;

namespace EnviAgriNet.Cloud.Tests.Ingest;

/// <summary>P2: a receipt frees packs for good, so it names whose they are and no more than was decided.</summary>
public sealed class ReceiptBuilderTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly PackDecoder _decoder = new();
    private readonly ReceiptBuilder _builder = new(At);

    [Fact]
    public void Build_TwoOutboxesAndTwoStations_AreAnsweredEachByItsName()
    {
        Add("centre-1", "old", 7, PackFate.Stored);
        Add("centre-1", "new", 1, PackFate.Repeat);
        Add("centre-2", "new", 2, PackFate.Rejected);

        Assert.Equal(
            ["centre-1 old [7-7] []", "centre-1 new [1-1] []", "centre-2 new [] [2]"],
            Build().Select(r => $"{r.Station} {r.Receipt.Outbox} [{string.Join(',', r.Receipt.Stored.Select(s => $"{s[0]}-{s[1]}"))}] "
                + $"[{string.Join(',', r.Receipt.Rejected.Select(j => j.Sequence))}]"));
        Assert.All(Build(), r => Assert.Equal(At.ToUnixTimeSeconds(), r.Receipt.At));
    }

    [Fact]
    public void Build_MoreThanOneReceiptHolds_GoesInSeveralWithEveryNumberOnce()
    {
        const int Packs = Limits.ReceiptEntriesMax + 1;
        for (int i = 1; i <= Packs; i++)
        {
            Add("centre-1", "box", 2 * i, PackFate.Stored);
            Add("centre-1", "box", (2 * i) + 100_001, PackFate.Rejected);
            _builder.Add(new IngestItem(
                RegionId.Parse("50"), StationId.Parse("centre-1"), 0, null, new StationEvent { Outbox = "box", Id = i }, null));
        }

        List<Receipt> receipts = [.. Build().Select(r => r.Receipt)];

        Assert.Equal(2, receipts.Count);
        Assert.All(receipts, r => Assert.True(
            r.Stored.Count <= Limits.ReceiptEntriesMax && r.Rejected.Count <= Limits.ReceiptEntriesMax && r.Events.Count <= Limits.ReceiptEntriesMax));
        Assert.Equal(Enumerable.Range(1, Packs).Select(i => 2L * i), receipts.SelectMany(r => r.Stored).Select(r => r[0]));
        Assert.Equal(Packs, receipts.SelectMany(r => r.Rejected).DistinctBy(r => r.Sequence).Count());
        Assert.Equal(Packs, receipts.SelectMany(r => r.Events).Distinct().Count());
    }

    private void Add(string station, string outbox, long sequence, PackFate fate)
    {
        StationId id = StationId.Parse(station);
        string pack = $$"""[{"bn":"urn:eag:{{station}}:","bt":1772323200,"box":"{{outbox}}","seq":{{sequence}},"n":"pm25","v":1}]""";
        DecodedPack decoded = _decoder.Decode(Encoding.UTF8.GetBytes(pack), id, null);
        _builder.Add(new IngestItem(RegionId.Parse("50"), id, 0, decoded, null, null), new CommittedPack(id, fate, [], At));
    }

    private IEnumerable<(string Station, Receipt Receipt)> Build() => _builder.Build().Select(ready =>
    {
        Assert.True(Topics.TryParse(ready.Topic, out _, out StationId station, out string? kind) && kind == Topics.Receipts, ready.Topic);
        return (station.Value, MessageJson.DecodeReceipt(ready.Payload, out _)!);
    });
}
