using EnviAgriNet.Testing;
using Xunit.Abstractions;

namespace EnviAgriNet.Cloud.Tests.Channels.Sms.FullCycle;

/// <summary>
/// From readings to phones and back: haze and flood rise, worsen, ease and end, through a real Kannel to a stand-in SMSC, while cloud
/// and Kannel are killed.
/// </summary>
public sealed class FullCycleTests(ITestOutputHelper output)
{
    private const int Seeds = 1;
    private const int AtOnce = 4;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    // The hours whose packs bring a new version, and what everybody is told then.
    private static readonly (int Hour, string Thai, string English)[] Versions =
    [
    ];

    private enum Victim
    {
        Cloud,
        Kannel,
        Both,
    }

    [Fact]
    public async Task Cycle_CloudAndKannelKilledAtEveryStep_EachPersonGetsEachVersionOnce()
    {
        int repeats = 0;
        ParallelOptions options = new() { MaxDegreeOfParallelism = AtOnce };
        await Parallel.ForEachAsync(Enumerable.Range(0, Seeds), options, async (seed, _) =>
            Interlocked.Add(ref repeats, await RunAsync(seed)));
        output.WriteLine($"{Seeds} seeds, {Seeds * Versions.Length * CycleRoom.People.Length} messages, {repeats} repeats");
    }

    private async Task<int> RunAsync(int seed)
    {
        await using CycleRoom room = await CycleRoom.StartAsync();
        List<string> done = [];
        try
        {
            await DriveAsync(room, new Random(seed), seed > 0, done);
            return Judge(room, done);
        }
        catch (Exception e)
        {
            string deliveries = string.Join('\n', room.Deliveries.Newest(60).Select(
                line => $"  {line.Id} {line.Event} v{line.Version} to {line.Recipient} {line.State} {line.Receipt} {line.Attempts} {line.Reason}"));
            throw new InvalidOperationException(
                $"Seed {seed}: {e.Message}\n{string.Join("; ", done)}\n{deliveries}\n{string.Join('\n', room.Kannel.Deaths)}\n{room.Cloud.Tail}", e);
        }
    }

    private static async Task DriveAsync(CycleRoom room, Random random, bool kills, List<string> done)
    {
        int told = 0;
        for (int hour = 0; hour < CycleStation.Hours; hour++)
        {
            int due = Versions.Count(version => version.Hour == hour);
            await room.Station.PublishAsync(hour);
            if (due > 0 && kills)
            {
                await Task.Delay(random.Next(600));
                await KillAsync(room, (Victim)random.Next(3), random, $"hour {hour}", done);
            }

            await room.Station.ReceiptedAsync(hour);
            told += due;
            if (due > 0)
            {
                int expected = told * CycleRoom.People.Length;
                await Eventually.HoldsAsync(
                    $"{expected} deliveries after hour {hour}", Limit, () => room.Deliveries.Newest(1_000).Count >= expected);
            }
        }

        await Eventually.HoldsAsync("nothing is left to send", Limit, () => room.Deliveries.Newest(1_000)
            .All(line => line.State is "delivered" or "sent" || (line.State == "unknown" && line.Attempts > 1)));
    }

    private static async Task KillAsync(CycleRoom room, Victim victim, Random random, string when, List<string> done)
    {
        done.Add($"{victim} at {when}");
        if (victim != Victim.Cloud)
        {
            room.Kannel.Kill();
        }

        if (victim != Victim.Kannel)
        {
            room.Cloud.Kill();
            await Task.Delay(random.Next(300));
            room.Cloud.Start();
        }

        if (victim != Victim.Cloud)
        {
            await Task.Delay(random.Next(500));
            await room.Kannel.StartBoxesAsync();
        }
    }

    private static int Judge(CycleRoom room, List<string> done)
    {
        List<string> got = [.. room.Smsc.Messages.Select(message => $"{message.To} {message.Text}")];
        Assert.Fail(string.Join('\n', got) + string.Join('\n', room.Deliveries.Newest(1_000).Select(l => $"{l.Alert} {l.Version} {l.Part} {l.Recipient}")) + done.Count);
        return 0;
    }
}
