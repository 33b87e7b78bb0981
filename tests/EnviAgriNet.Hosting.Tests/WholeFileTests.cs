using System.Text;

namespace EnviAgriNet.Hosting.Tests;

public sealed class WholeFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("eag-whole-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Replace_PutsTheNewInThePlaceOfTheOld_AndLeavesNothingBeside()
    {
        string file = Path.Combine(_folder, "counts.json");
        WholeFile.Replace(file, "a long text of before");
        WholeFile.Replace(file, "ใหม่");
        Assert.Equal(Encoding.UTF8.GetBytes("ใหม่"), File.ReadAllBytes(file));
        Assert.Equal([file], Directory.GetFiles(_folder));
    }

    [Fact]
    public void Replace_GivesTheRightsAskedFor_AlsoToAFileThatHadOthers()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string file = Path.Combine(_folder, "ca.key");
        WholeFile.Replace(file, "open", WholeFile.OwnerWrites);
        Assert.Equal(WholeFile.OwnerWrites, File.GetUnixFileMode(file));
        WholeFile.Replace(file, "secret", WholeFile.OwnerOnly);
        Assert.Equal(WholeFile.OwnerOnly, File.GetUnixFileMode(file));
    }

    [Fact]
    public void Replace_ThatFails_LeavesWhatWasThere_AndNoDraft()
    {
        string taken = Directory.CreateDirectory(Path.Combine(_folder, "taken")).FullName;
        Assert.ThrowsAny<IOException>(() => WholeFile.Replace(taken, "text"));
        Assert.Empty(Directory.GetFiles(_folder));
        Assert.ThrowsAny<IOException>(() => WholeFile.Replace(Path.Combine(_folder, "nowhere", "file"), "text"));
    }

    [Fact]
    public async Task Replace_IsNeverSeenHalf()
    {
        string file = Path.Combine(_folder, "catalogue.json");
        string[] texts = [new string('a', 300_000), new string('b', 200_000)];
        WholeFile.Replace(file, texts[0]);
        using CancellationTokenSource done = new();
        int reads = 0;
        Task reading = Task.Run(() =>
        {
            for (; !done.IsCancellationRequested; Interlocked.Increment(ref reads))
            {
                Assert.Contains(File.ReadAllText(file), texts);
            }
        });
        // However busy the machine is, the reader has looked while it was replaced.
        for (int i = 1; !reading.IsCompleted && (i <= 50 || Volatile.Read(ref reads) < 20); i++)
        {
            WholeFile.Replace(file, texts[i % 2]);
        }

        await done.CancelAsync();
        await reading;
    }

    [Fact]
    public void TryCreate_ByManyAtOnce_IsDoneByOne_WhoseTextStays()
    {
        for (int round = 0; round < 20; round++)
        {
            string file = Path.Combine(_folder, $"key-{round}");
            int[] winners = [.. Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(8).Where(i => WholeFile.TryCreate(file, $"key {i}", WholeFile.OwnerOnly))];
            Assert.Equal($"key {Assert.Single(winners)}", File.ReadAllText(file));
        }

        Assert.Equal(20, Directory.GetFiles(_folder).Length);
    }
}
