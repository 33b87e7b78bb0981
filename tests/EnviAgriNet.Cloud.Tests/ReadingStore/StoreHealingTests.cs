using System.Diagnostics;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Core.Readings;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Tests.ReadingStore;

public sealed class StoreHealingTests
{
    private const int PageBytes = 8192;

    private static readonly SeriesId Pm25 = new(StoreFolder.Station, StoreFolder.Pm25);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Commit_ProcessKilled_EveryPrintedCommitIsThere(int seed)
    {
        using StoreFolder folder = new();
        Random random = new(seed);
        long printed = 0;
        for (int round = 0; round < 3; round++)
        {
            long last = RunAndKill(folder.Folder, random.Next(5, 200));
            Assert.True(last > printed, $"seed {seed}: the killed process went no further than {printed}");
            printed = last;
        }

        using SqliteReadingStore store = folder.Open();
        LedgerLine line = store.Ledger(null).Single();
        Assert.True(line.PacksStored >= printed, $"seed {seed}: {line.PacksStored} packs stored, {printed} printed");
        Assert.Equal(0, line.PacksMissing);
        Assert.Equal(line.PacksStored * CommitLoop.ReadingsPerPack, line.ReadingsStored);
        Assert.Equal(
            line.ReadingsStored,
            store.Read(Pm25, DateTimeOffset.MinValue, DateTimeOffset.MaxValue).Count);
        Assert.Equal(
            line.ReadingsStored,
            store.ReadHourly(Pm25, DateTimeOffset.MinValue, DateTimeOffset.MaxValue).Sum(h => h.Total));
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("empty-head")]
    [InlineData("truncated")]
    [InlineData("zero-page")]
    public void Open_DamagedFile_PutsItAsideSalvagesAndGoesOn(string damage)
    {
        using StoreFolder folder = new();
        Fill(folder, 40);
        int before;
        using (SqliteReadingStore store = folder.Open())
        {
            before = store.Read(Pm25, DateTimeOffset.MinValue, DateTimeOffset.MaxValue).Count;
        }

        Damage(folder.File, damage);
        using (SqliteReadingStore store = folder.Open())
        {
            Assert.True(store.Damages > 0, "the damage is not counted");
            Assert.Single(Directory.GetFiles(folder.Folder, "readings.db.damaged-*"), f => !f.EndsWith("-wal") && !f.EndsWith("-shm"));
            int kept = store.Read(Pm25, DateTimeOffset.MinValue, DateTimeOffset.MaxValue).Count;
            Assert.InRange(kept, damage is "zero-page" ? before / 2 : 0, before);
            Assert.NotEqual(PackFate.Rejected, store.Commit([folder.Pack(1000, StoreFolder.Reading(1_000_000, 1))]).Packs[0].Fate);
            if (damage == "zero-page")
            {
                Assert.Equal(
                    kept + 1, store.ReadHourly(Pm25, DateTimeOffset.MinValue, DateTimeOffset.MaxValue).Sum(h => h.Total));
            }
        }

        using SqliteReadingStore again = folder.Open();
        Assert.Equal(0, again.Damages);
        Assert.Equal(1, again.Latest(StoreFolder.Station)[0].Value);
    }

    [Fact]
    public void Commit_DamagedBlock_SetsItAsideAndStoresTheNewReading()
    {
        using StoreFolder folder = new();
        Fill(folder, 1);
        using (SqliteConnection connection = new($"Data Source={folder.File};Pooling=False"))
        {
            connection.Open();
            StoreFile.Execute(connection, "UPDATE block_202603 SET data = substr(data, 1, length(data) - 1) || x'00'");
        }

        using SqliteReadingStore store = folder.Open();
        CommitOutcome outcome = store.Commit([folder.Pack(1000, StoreFolder.Reading(0, 1))]);
        Assert.Single(outcome.Packs[0].Fresh);
        Assert.True(store.Damages > 0, "the damage is not counted");
        Assert.Equal([1.0], store.Read(Pm25, StoreFolder.Begin, StoreFolder.Begin.AddHours(1)).Select(r => r.Value));
    }

    [Fact]
    public void Commit_FileFull_IsUndoneAndGoesThroughWhenThereIsRoom()
    {
        using StoreFolder folder = new();
        using SqliteReadingStore store = folder.Open(rawMonths: 1, megabytesMax: 1);
        Random random = new(1);
        int sequence = 0;
        PackToStore full;
        while (true)
        {
            full = folder.Pack(++sequence, Many(sequence, random));
            try
            {
                store.Commit([full]);
            }
            catch (StoreException e)
            {
                Assert.True(e.IsTransient, e.ToString());
                break;
            }

            Assert.True(sequence < 10_000, "the file never got full");
        }

        LedgerLine line = store.Ledger(null).Single();
        Assert.Equal(sequence - 1, line.PacksStored);
        Assert.Equal(line.ReadingsStored, store.Read(Pm25, DateTimeOffset.MinValue, DateTimeOffset.MaxValue).Count);
        Assert.Throws<StoreException>(() => store.Commit([full]));

        Assert.True(store.DropOldMonth(StoreFolder.Begin.AddYears(2)));
        Assert.Equal(PackFate.Stored, store.Commit([full]).Packs[0].Fate);
        Assert.Equal(sequence, store.Ledger(null).Single().PacksStored);
    }

    [Fact]
    public void Commit_FileDamagedWhileOpen_HealsAndTakesThePack()
    {
        using StoreFolder folder = new();
        Fill(folder, 40);
        using SqliteReadingStore store = folder.Open();
        using (SqliteConnection connection = new($"Data Source={folder.File};Pooling=False"))
        {
            connection.Open();
            StoreFile.Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        }

        byte[] zero = new byte[PageBytes];
        using (FileStream stream = new(folder.File, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite))
        {
            for (long at = PageBytes; at < stream.Length; at += PageBytes)
            {
                stream.Position = at;
                stream.Write(zero);
            }
        }

        for (int sequence = 1000; sequence < 1040; sequence++)
        {
            Assert.Equal(
                PackFate.Stored,
                store.Commit([folder.Pack(sequence, Many(sequence - 990, new Random(sequence)))]).Packs[0].Fate);
        }

        Assert.True(store.Damages > 0, "the damage was not met");
        Assert.Equal(40, store.Ledger(null).Single().PacksStored);
    }

    [Fact]
    public void Open_NewerVersion_IsRefusedWithAClearMessage()
    {
        using StoreFolder folder = new();
        Fill(folder, 1);
        using (SqliteConnection connection = new($"Data Source={folder.File};Pooling=False"))
        {
            connection.Open();
            StoreFile.Execute(connection, "PRAGMA user_version=99");
        }

        StoreException refused = Assert.Throws<StoreException>(() => folder.Open());
        Assert.False(refused.IsTransient);
        Assert.Contains("newer version", refused.Message);
    }

    private static void Fill(StoreFolder folder, int packs)
    {
        Random random = new(7);
        using SqliteReadingStore store = folder.Open();
        for (int sequence = 1; sequence <= packs; sequence++)
        {
            store.Commit([folder.Pack(sequence, Many(sequence, random))]);
        }
    }

    private static Reading[] Many(int sequence, Random random) =>
        [.. Enumerable.Range(0, 400).Select(i => StoreFolder.Reading((sequence * 400) + i, random.NextDouble()))];

    private static void Damage(string file, string damage)
    {
        using FileStream stream = new(file, FileMode.Open, FileAccess.ReadWrite);
        byte[] bytes = new byte[PageBytes];
        switch (damage)
        {
            case "garbage":
                new Random(1).NextBytes(bytes);
                for (long at = 0; at < stream.Length; at += PageBytes)
                {
                    stream.Position = at;
                    stream.Write(bytes);
                }

                break;
            case "empty-head":
                stream.Write(bytes);
                break;
            case "truncated":
                stream.SetLength(stream.Length / 2 / PageBytes * PageBytes);
                break;
            default:
                // A page from the middle, where the blocks are.
                stream.Position = stream.Length / PageBytes * 3 / 4 * PageBytes;
                stream.Write(bytes);
                break;
        }
    }

    private static long RunAndKill(string folder, int afterLines)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(typeof(CommitLoop).Assembly.Location);
        start.ArgumentList.Add(folder);
        using Process process = Process.Start(start)!;
        long last = 0;
        for (int i = 0; i < afterLines && process.StandardOutput.ReadLine() is { } line; i++)
        {
            last = long.Parse(line);
        }

        process.Kill();
        while (process.StandardOutput.ReadLine() is { } line)
        {
            last = long.TryParse(line, out long more) ? Math.Max(last, more) : last;
        }

        process.WaitForExit();
        return last;
    }
}
