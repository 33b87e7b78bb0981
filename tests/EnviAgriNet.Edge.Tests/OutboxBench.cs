using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Edge.Clock;
using EnviAgriNet.Edge.Outbox;
using EnviAgriNet.Protocol.Messages;
using EnviAgriNet.Protocol.Packs;
using EnviAgriNet.Protocol.Receipts;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Edge.Tests;

/// <summary>An outbox in a temporary folder, with a clock that is moved by hand.</summary>
internal sealed class OutboxBench : IDisposable
{
    public static readonly StationId Station = StationId.Parse("cm-01");
    public static readonly SeriesName Pm25 = SeriesName.Parse("pm25");

    private int _made;

    public OutboxBench(Action<OutboxOptions>? set = null, int readingsMax = 10)
    {
        Folder = TestFolder.Make();
        Options = new OutboxOptions { Folder = Path.Combine(Folder, "outbox"), FreeBytesMin = 0 };
        set?.Invoke(Options);
        ReadingsMax = readingsMax;
        Clock = new NodeClock(new ClockOptions(), "boot-1", []);
        Clock.Observe(Time.GetUtcNow(), Time.Mono, isSynced: true);
        Outbox = Open();
    }

    public string Folder { get; }

    public OutboxOptions Options { get; }

    public int ReadingsMax { get; }

    public TestTime Time { get; } = new();

    public NodeClock Clock { get; set; }

    /// <summary>Runs within the transaction of a commit that forms packs, before it is on disk.</summary>
    public Action? WhileForming { get; set; }

    public PackOutbox Outbox { get; private set; }

    public PackDecoder Decoder { get; } = new();

    public string[] SegmentPaths => [.. Directory.GetFiles(Options.Folder, "segment-*.db").Order(StringComparer.Ordinal)];

    public string SetAside => Path.Combine(Options.Folder, "set-aside");

    /// <summary>Changes a database of the outbox while nobody has it open.</summary>
    public static void Execute(string path, string sql)
    {
        using SqliteConnection connection = new($"Data Source={path};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements of the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        Assert.Equal(1, command.ExecuteNonQuery());
    }

    public void Close() => Outbox.Dispose();

    public void Reopen()
    {
        Outbox.Dispose();
        Outbox = Open();
    }

    /// <summary>Commits so many readings with values that count up.</summary>
    public IReadOnlyList<Reading> Post(int readings, string boot = "", long? sourceOffsetMs = null)
    {
        Reading[] made = [.. Enumerable.Range(0, readings).Select(_ => new Reading(
            Pm25, Time.GetUtcNow().AddMilliseconds(_made), _made++ % 2000, QualityFlag.NotEvaluated))];
        Outbox.Commit([new JournalBatch(Time.GetUtcNow(), boot, sourceOffsetMs, made)]);
        return made;
    }

    /// <summary>Forms so many full packs, a second apart.</summary>
    public void PostPacks(int packs)
    {
        for (int i = 0; i < packs; i++)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            Post(ReadingsMax);
        }
    }

    public void Flush()
    {
        Time.Advance(TimeSpan.FromSeconds(10));
        Outbox.Commit([]);
    }

    public long Receipt(long first, long last) => Outbox.Accept(
        new Receipt { Outbox = Outbox.Id, At = 1, Stored = [[first, last]] });

    /// <summary>All packs that wait, decoded, by sequence.</summary>
    public IReadOnlyList<Pack> Waiting()
    {
        List<Pack> packs = [];
        foreach (SequenceRange range in Outbox.Choose(w => w.Ranges.ToArray()))
        {
            for (long sequence = range.First; sequence <= range.Last; sequence++)
            {
                IReadOnlyList<StoredPack> read = Outbox.Read(sequence, 1, descending: false);
                packs.Add(Decoder.Decode(Assert.Single(read).Payload, Station, null).Pack!);
            }
        }

        return packs;
    }

    public StationEvent[] Events(StationEventKind kind) => [.. Outbox.Events(1000).Where(e => e.Kind == kind)];

    public void Dispose()
    {
        Outbox.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private PackOutbox Open() => new(
        Options, Station, Time,
        _ => new PackForming(
            Station, ReadingsMax, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(10), Time, new LinesNow(this)));

    private sealed class LinesNow(OutboxBench bench) : IStampLines
    {
        public StampLine? LineOf(string boot)
        {
            bench.WhileForming?.Invoke();
            return bench.Clock.LineOf(boot);
        }
    }
}
