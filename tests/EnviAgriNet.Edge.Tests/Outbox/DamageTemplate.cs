namespace EnviAgriNet.Edge.Tests.Outbox;

/// <summary>An outbox that is the same to the byte in every run, filled once and copied for each damage.</summary>
public sealed class DamageTemplate : IDisposable
{
    internal const int Packs = 150;
    internal const int Accepted = (Packs * 10) + 7;

    private readonly string _folder = TestFolder.Make();

    public DamageTemplate()
    {
        using OutboxBench bench = Open(_folder);
        // The id is in each pack, and so in where each byte lies.
        bench.Close();
        OutboxBench.Execute(
            Path.Combine(bench.Options.Folder, "outbox.db"), "UPDATE text SET value='0123456789abcdef' WHERE key='outbox'");
        bench.Reopen();
        bench.PostPacks(Packs);
        bench.Post(3);
        bench.Post(4);
        Assert.True(bench.SegmentPaths.Length > 2, "too few segments");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    internal static OutboxBench Open(string folder) => new(o =>
    {
        o.Folder = Path.Combine(folder, "outbox");
        o.SegmentBytesMax = 32 * 1024;
    });

    /// <summary>Copies the outbox into a folder; returns its segments, oldest first.</summary>
    internal string[] CopyTo(string folder)
    {
        string outbox = Path.Combine(folder, "outbox");
        Directory.CreateDirectory(outbox);
        foreach (string file in Directory.GetFiles(Path.Combine(_folder, "outbox")))
        {
            File.Copy(file, Path.Combine(outbox, Path.GetFileName(file)));
        }

        return [.. Directory.GetFiles(outbox, "segment-*.db").Order(StringComparer.Ordinal)];
    }
}
