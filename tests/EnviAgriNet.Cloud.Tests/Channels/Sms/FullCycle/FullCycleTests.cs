using System.Collections.Concurrent;
using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Testing;
using Xunit.Abstractions;

namespace EnviAgriNet.Cloud.Tests.Channels.Sms.FullCycle;

/// <summary>
/// From readings to phones and back: haze and flood rise, worsen, ease and end, through a real Kannel to a stand-in SMSC, while cloud
/// and Kannel are killed.
/// </summary>
public sealed class FullCycleTests(ITestOutputHelper output)
{
    private const int Seeds = 20;
    private const int AtOnce = 4;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan ReceiptsWait = TimeSpan.FromSeconds(7);

    // The hours whose packs bring a new version, and what everybody is told then.
    private static readonly (int Hour, string Thai, string English)[] Versions =
    [
        (26, "[ซ้อม] บ้านปิงน้อย: PM2.5 51.3 มคก. มีผลต่อสุขภาพ สวมหน้ากาก", "[DRILL] Ban Ping Noi: PM2.5 51.3, unhealthy. Wear a mask outdoors"),
        (26, "[ซ้อม] บ้านปิงน้อย: น้ำ 76% ของตลิ่ง ยกของขึ้นที่สูง", "[DRILL] Ban Ping Noi: river 76% of bank. Move goods up"),
        (31, "[ซ้อม] บ้านปิงน้อย: PM2.5 86.7 มคก. อันตราย งดออกจากอาคาร", "[DRILL] Ban Ping Noi: PM2.5 86.7 DANGEROUS. Stay indoors, shut windows"),
        (47, "[ซ้อม] บ้านปิงน้อย: น้ำจะล้นตลิ่งใน 3 ชม. ไปที่สูงทันที", "[DRILL] Ban Ping Noi: FLOOD in 3 h. Go to high ground now"),
        (55, "[ซ้อม] บ้านปิงน้อย: PM2.5 37.5 มคก. มีผลต่อสุขภาพ สวมหน้ากาก", "[DRILL] Ban Ping Noi: PM2.5 37.5, unhealthy. Wear a mask outdoors"),
        (56, "[ซ้อม] บ้านปิงน้อย: น้ำ 86% ของตลิ่ง ยกของขึ้นที่สูง", "[DRILL] Ban Ping Noi: river 86% of bank. Move goods up"),
        (59, "[ซ้อม] บ้านปิงน้อย: PM2.5 ลดเหลือ 5 มคก. สิ้นสุดการเตือน", "[DRILL] Ban Ping Noi: PM2.5 down to 5. Warning over"),
        (59, "[ซ้อม] บ้านปิงน้อย: น้ำลดเหลือ 76% ของตลิ่ง สิ้นสุดการเตือน", "[DRILL] Ban Ping Noi: river down to 76%. Warning over"),
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
        ConcurrentBag<Fate> fates = [];
        ParallelOptions options = new() { MaxDegreeOfParallelism = AtOnce };
        ConcurrentBag<string> faults = [];
        await Parallel.ForEachAsync(Enumerable.Range(0, Seeds), options, async (seed, _) =>
        {
            try
            {
                fates.Add(await RunAsync(seed));
            }
            catch (InvalidOperationException e)
            {
                faults.Add(e.Message);
            }
        });
        output.WriteLine(
            $"{Seeds} seeds, {fates.Sum(f => f.CloudKills)} kills of the cloud, {fates.Sum(f => f.KannelKills)} of Kannel, "
            + $"{fates.Sum(f => f.Messages)} messages at the operator, {fates.Sum(f => f.Repeats)} of them repeats "
            + $"({fates.Sum(f => f.OwnRepeats)} of ours), {fates.Sum(f => f.Unreceipted)} without a last receipt");
        foreach (Fate fate in fates.OrderBy(f => f.Seed))
        {
            output.WriteLine($"{fate}");
        }

        Assert.True(faults.IsEmpty, string.Join("\n\n", faults));
    }

    private static async Task<Fate> RunAsync(int seed)
    {
        long beganAt = TimeProvider.System.GetTimestamp();
        await using CycleRoom room = await CycleRoom.StartAsync();
        List<string> done = [];
        try
        {
            int kannelKills = await DriveAsync(room, new Random(seed), seed > 0, done);
            return Judge(room, new Fate(seed, room.Cloud.Starts - 1, kannelKills)) with
            {
                Seconds = (int)TimeProvider.System.GetElapsedTime(beganAt).TotalSeconds,
            };
        }
        catch (Exception e)
        {
            string deliveries = string.Join('\n', room.Deliveries.Newest(60).Select(
                line => $"  {line.Id} {line.Event} v{line.Version} to {line.Recipient} {line.State} {line.Receipt} {line.Attempts} {line.Reason}"));
            throw new InvalidOperationException(
                $"Seed {seed}: {e.Message}\n{string.Join("; ", done)}\n{deliveries}\n{string.Join('\n', room.Kannel.Deaths)}\n{room.Cloud.Tail}", e);
        }
    }

    private static async Task<int> DriveAsync(CycleRoom room, Random random, bool kills, List<string> done)
    {
        int told = 0;
        int kannelKills = 0;
        for (int hour = 0; hour < CycleStation.Hours; hour++)
        {
            int due = Versions.Count(version => version.Hour == hour);
            await room.Station.PublishAsync(hour);
            if (due > 0 && kills)
            {
                // From before the pack is stored to after the last receipt: what follows an hour takes half a second.
                await Task.Delay(random.Next(600));
                Victim victim = (Victim)random.Next(3);
                kannelKills += victim == Victim.Cloud ? 0 : 1;
                done.Add($"{victim} at hour {hour}");
                await KillAsync(room, victim, random);
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

        await EndAsync(room);
        return kannelKills;
    }

    private static async Task EndAsync(CycleRoom room)
    {
        await Eventually.HoldsAsync("nothing is left to send", Limit, () => room.Deliveries.Newest(1_000)
            .All(line => line.State is "delivered" or "sent" || (line.State == "unknown" && line.Attempts > 1)));
        string[] due = Due();
        await Eventually.HoldsAsync("all are at the operator", Limit, () => !due.Except(Got(room)).Any());

        // Receipts that a killed smsbox had in hand never come.
        long beganAt = TimeProvider.System.GetTimestamp();
        await Eventually.HoldsAsync("the receipts are in", Limit, () => room.Deliveries.Newest(1_000).All(line => line.State == "delivered")
            || TimeProvider.System.GetElapsedTime(beganAt) > ReceiptsWait);
    }

    private static string[] Got(CycleRoom room) => [.. room.Smsc.Messages.Select(message => $"{message.To} {message.Text}")];

    private static string[] Due() =>
    [
        .. from version in Versions
           from person in CycleRoom.People
           select $"66{person.Number[1..]} {(person.Language == "th" ? version.Thai : version.English)}",
    ];

    private static async Task KillAsync(CycleRoom room, Victim victim, Random random)
    {
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

    private static Fate Judge(CycleRoom room, Fate fate)
    {
        string[] due = Due();
        string[] got = Got(room);
        Assert.Equal(due.Order(StringComparer.Ordinal), got.Distinct().Order(StringComparer.Ordinal));
        IReadOnlyList<DeliveryLine> lines = room.Deliveries.Newest(1_000);
        Assert.Equal(due.Length, lines.Count);
        fate = fate with
        {
            Messages = got.Length,
            Repeats = got.Length - due.Length,
            OwnRepeats = lines.Count(line => line.Attempts > 1),
            Unreceipted = lines.Count(line => line.State != "delivered"),
        };

        // Only a crash of Kannel may cost a receipt, and only between the operator's answer and its own note of it a repeat.
        Assert.True(fate.KannelKills > 0 || fate is { Unreceipted: 0 }, $"{fate}");
        return fate;
    }

    private sealed record Fate(int Seed, int CloudKills, int KannelKills)
    {
        public int Messages { get; init; }

        public int Repeats { get; init; }

        public int OwnRepeats { get; init; }

        public int Unreceipted { get; init; }

        public int Seconds { get; init; }
    }
}
