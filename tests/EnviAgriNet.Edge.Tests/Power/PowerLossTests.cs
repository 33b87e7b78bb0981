using EnviAgriNet.Edge.Tests.Outbox;
using EnviAgriNet.Testing;
using Xunit.Abstractions;

namespace EnviAgriNet.Edge.Tests.Power;

/// <summary>
/// P1 without power: the real edge on a real file system, its disk logged write by write, and cut at random moments. What was accepted
/// before the cut is there afterwards, once, and the edge starts by itself.
/// </summary>
public sealed class PowerLossTests(ITestOutputHelper output)
{
    private const int Cuts = 200;
    private const int Batches = 60;
    private const int ReadingsPerBatch = 5;
    private const int Seed = 20261123;
    private const int StartedEach = 50;

    [KernelFact]
    public async Task Cut_AtAnyMoment_LosesNothingThatWasAccepted()
    {
        string folder = TestFolder.Make();
        try
        {
            PowerGuest guest = PowerGuest.Run(folder, Batches, syncs: true);
            output.WriteLine($"seed {Seed}: {guest.Log.Steps} writes and {guest.Log.Flushes} flushes, promised at the end {string.Join(", ", guest.Log.PromisedBefore(guest.Log.Steps, PowerGuest.Sources))}");
            Random random = new(Seed);
            for (int cut = 0; cut < Cuts; cut++)
            {
                int step = random.Next(guest.Log.Steps + 1);
                string outbox = Restart(guest, step, random, folder, cut);
                if (cut % StartedEach == 0)
                {
                    // The program as a whole finds its feet as well, not only its files.
                    using EdgeProcess edge = await EdgeProcess.StartAsync(Path.GetDirectoryName(outbox)!, FreePort.Next());
                }

                OutboxContent content = OutboxContent.Read(outbox);
                string where = $"seed {Seed}, cut {cut} before write {step}";
                Assert.True(MissingAfter(guest, step, content) == 0, $"{where}: {MissingAfter(guest, step, content)} accepted readings are gone");
                Assert.True(content.Readings == content.Times.Count, $"{where}: {content.Readings} readings, and only {content.Times.Count} different ones");
                Assert.True(content.Figures.LostReadings == 0, $"{where}: {content.Figures.LostReadings} readings are told as lost");
                Directory.Delete(Path.GetDirectoryName(outbox)!, recursive: true);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [KernelFact]
    public void Cut_OfAnEdgeWithoutItsSyncs_LosesWhatWasAccepted()
    {
        string folder = TestFolder.Make();
        try
        {
            PowerGuest guest = PowerGuest.Run(folder, Batches, syncs: false);
            Random random = new(Seed);
            int broken = 0;
            for (int cut = 0; cut < 20; cut++)
            {
                int step = random.Next(guest.Log.Steps + 1);
                string outbox = Restart(guest, step, random, folder, cut);
                bool isBroken = true;

                // What cannot even be read is lost as well.
                Exception? unreadable = Record.Exception(() => isBroken = MissingAfter(guest, step, OutboxContent.Read(outbox)) > 0);
                broken += isBroken || unreadable is not null ? 1 : 0;
            }

            output.WriteLine($"{broken} of 20 cuts lost what was accepted; {guest.Log.Flushes} flushes");
            Assert.True(broken > 0, "the test above proves nothing: without any sync it finds nothing lost");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Restart(PowerGuest guest, int step, Random random, string folder, int cut)
    {
        string place = Directory.CreateDirectory(Path.Combine(folder, $"cut{cut}")).FullName;
        PowerDisk.TakeOutbox(guest.Log.DiskAfter(guest.Empty, step, random), place);
        return Path.Combine(place, "outbox");
    }

    private static int MissingAfter(PowerGuest guest, int step, OutboxContent content)
    {
        int[] promised = guest.Log.PromisedBefore(step, PowerGuest.Sources);
        return promised.Select((batches, source) => Enumerable.Range(0, batches * ReadingsPerBatch)
            .Count(i => !content.Times.Contains(guest.FromOf(source) + (i / ReadingsPerBatch * 10) + (i % ReadingsPerBatch)))).Sum();
    }
}
