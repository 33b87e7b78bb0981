using EnviAgriNet.Core.Geography;
using EnviAgriNet.Edge.Clock;
using EnviAgriNet.Edge.Outbox;
using EnviAgriNet.Protocol.Packs;

namespace EnviAgriNet.Edge.Tests.Outbox;

/// <summary>What is in an outbox whose edge ended in whatever way; reading it does what a start of the edge does.</summary>
/// <param name="Times">The seconds of the readings since 1970.</param>
/// <param name="Readings">How many readings there are, each as often as it is there.</param>
/// <param name="Figures">What the outbox counts.</param>
internal sealed record OutboxContent(IReadOnlySet<long> Times, long Readings, OutboxFigures Figures)
{
    private static readonly StationId Station = StationId.Parse("cm-01");

    /// <summary>Packs what waits in the journal and reads every pack; each sequence must be there once.</summary>
    public static OutboxContent Read(string folder)
    {
        TestTime time = new();
        NodeClock clock = new(new ClockOptions(), "x", []);
        using PackOutbox outbox = new(
            new OutboxOptions { Folder = folder, FreeBytesMin = 0 }, Station, time, _ => new PackForming(Station, 1000, TimeSpan.Zero, TimeSpan.Zero, time, clock));
        while (outbox.Commit([]) > 0)
        {
            // The rest of the journal becomes packs.
        }

        PackDecoder decoder = new();
        HashSet<long> times = [];
        long readings = 0;
        long last = outbox.Figures().LastSequence;
        for (long sequence = 1; sequence <= last; sequence++)
        {
            StoredPack stored = Assert.Single(outbox.Read(sequence, 1, descending: false));
            Pack pack = decoder.Decode(stored.Payload, Station, null).Pack!;
            Assert.Equal(sequence, pack.Sequence);
            readings += pack.Readings.Count;
            times.UnionWith(pack.Readings.Select(r => r.TakenAt.ToUnixTimeSeconds()));
        }

        return new OutboxContent(times, readings, outbox.Figures());
    }
}
