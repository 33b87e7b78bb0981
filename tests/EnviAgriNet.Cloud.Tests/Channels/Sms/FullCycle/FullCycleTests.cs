using System.Collections.Concurrent;
using Xunit.Abstractions;

namespace EnviAgriNet.Cloud.Tests.Channels.Sms.FullCycle;

/// <summary>
/// From readings to phones and back: haze and flood rise, worsen, ease, end, come again and are cancelled by an officer, through a real
/// Kannel to a stand-in SMSC, while cloud and Kannel are killed.
/// </summary>
public sealed class FullCycleTests(ITestOutputHelper output)
{
    private const int Seeds = 20;
    private const int AtOnce = 6;

    [Fact]
    public async Task Cycle_CloudAndKannelKilledAtEveryStep_EachPersonGetsEachVersionOnce()
    {
        ConcurrentBag<CycleFate> fates = [];
        ConcurrentBag<string> faults = [];
        ParallelOptions options = new() { MaxDegreeOfParallelism = AtOnce };
        await Parallel.ForEachAsync(Enumerable.Range(0, Seeds), options, async (seed, _) =>
        {
            try
            {
                await using CycleRoom room = await CycleRoom.StartAsync();
                fates.Add(await new CycleRun(room, seed).RunAsync());
            }
            catch (Exception e)
            {
                faults.Add($"Seed {seed}: {e.Message}");
            }
        });
        output.WriteLine(
            $"{fates.Count} of {Seeds} seeds, {fates.Sum(f => f.Kills)} kills, {fates.Sum(f => f.Deliveries)} messages due, "
            + $"{fates.Sum(f => f.InFlight)} of them in flight when Kannel was killed, {fates.Sum(f => f.Repeats)} came twice, "
            + $"{fates.Sum(f => f.Unreceipted)} without a last receipt");
        foreach (CycleFate fate in fates.OrderBy(f => f.Seed))
        {
            output.WriteLine($"{fate}");
        }

        Assert.True(faults.IsEmpty, string.Join("\n\n", faults));
    }
}
