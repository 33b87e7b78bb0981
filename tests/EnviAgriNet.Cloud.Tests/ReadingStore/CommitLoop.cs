using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Tests.ReadingStore;

/// <summary>The process that tests kill: commits pack after pack, and prints the number of each after its commit.</summary>
internal static class CommitLoop
{
    public const int ReadingsPerPack = 50;

    public static int Main(string[] arguments)
    {
        using StoreFolder folder = new(arguments[0]);
        using SqliteReadingStore store = folder.Open();
        long next = store.Ledger(null).Select(l => l.LastSequence).DefaultIfEmpty().Max() + 1;
        for (long sequence = next; sequence < next + 1_000_000; sequence++)
        {
            Reading[] readings = [.. Enumerable.Range(0, ReadingsPerPack).Select(i =>
                StoreFolder.Reading((int)((sequence * ReadingsPerPack) + i), i / 10.0))];
            store.Commit([folder.Pack(sequence, readings)]);
            Console.Out.WriteLine(sequence);
        }

        return 0;
    }
}
