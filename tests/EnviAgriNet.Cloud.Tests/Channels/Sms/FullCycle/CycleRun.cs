using EnviAgriNet.Testing;

namespace EnviAgriNet.Cloud.Tests.Channels.Sms.FullCycle;

/// <summary>One seed: five kills, one at each step, of the cloud, of Kannel, or of both.</summary>
internal sealed class CycleRun(CycleRoom room, int seed)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    // Longer than Kannel takes to report again to a cloud that was away.
    private static readonly TimeSpan ReceiptsWait = TimeSpan.FromSeconds(5);

    private readonly Random _random = new(seed);
    private readonly List<string> _done = [];

    // Begun and not answered for by the operator when Kannel was killed: of these alone one may come twice.
    private readonly HashSet<long> _inFlight = [];

    // Begun and not reported as delivered when Kannel was killed: of these alone the last receipt may be lost.
    private readonly HashSet<long> _unreported = [];
    private readonly HashSet<long> _atRest = [];
    private int _kills;

    private enum Victim
    {
        Cloud,
        Kannel,
        Both,
    }

    /// <summary>Drives the cycle from the first hour to the cancellation and judges what arrived. Throws with the evidence.</summary>
    public async Task<CycleFate> RunAsync()
    {
        try
        {
            await DriveAsync();
            return Judge();
        }
        catch (Exception e)
        {
            throw new InvalidOperationException(Evidence(e), e);
        }
    }

    private static Dictionary<string, int> Count(IEnumerable<string> items) => items.GroupBy(item => item).ToDictionary(g => g.Key, g => g.Count());

    private async Task DriveAsync()
    {
        int due = 0;
        for (int hour = 0; hour < CycleStation.Hours; hour++)
        {
            await room.Station.PublishAsync(hour);
            int step = Array.IndexOf(CycleTexts.KillHours(seed), hour);
            if (step >= 0)
            {
                // From before the pack is stored to after the last receipt: what follows an hour takes half a second.
                await KillAsync(step, _random.Next(600));
            }

            await room.Station.ReceiptedAsync(hour);
            if (CycleTexts.Versions.Count(version => version.Hour == hour) is > 0 and int versions)
            {
                due += versions;
                await QueuedAsync(due, $"hour {hour}", rest: step >= 0 || hour == CycleTexts.Versions[^3].Hour);
            }
        }

        await Task.WhenAll(room.Standing.Select(number => room.Cloud.OrderAsync(
            "alert", "cancel", $"{number}", "--by", CycleRoom.Officer, "--reason", "the sensor was covered")));
        await KillAsync(CycleTexts.KillHours(seed).Length, _random.Next(1_500));
        await QueuedAsync(CycleTexts.Versions.Length, "the cancellation", rest: true);
    }

    private CycleFate Judge()
    {
        IReadOnlyList<CycleDelivery> deliveries = room.Deliveries;
        Assert.Equal(CycleTexts.Due.Order(StringComparer.Ordinal), deliveries.Select(d => $"{d.Number} {d.Text}").Order(StringComparer.Ordinal));
        Dictionary<string, int> due = Count(deliveries.SelectMany(d => d.Parts));

        // Two things may repeat what was in flight when Kannel died, each once and neither knowing of the other: bearerbox out of its store,
        // and we when no receipt came.
        Dictionary<string, int> may = Count(deliveries.Where(d => _inFlight.Contains(d.Id)).SelectMany(d => d.Parts.Concat(d.Parts)));
        Dictionary<string, int> got = Count(Got());
        string[] wrong = [.. due.Keys.Union(got.Keys).Where(part =>
            got.GetValueOrDefault(part) < due.GetValueOrDefault(part)
            || got.GetValueOrDefault(part) > due.GetValueOrDefault(part) + may.GetValueOrDefault(part))];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong.Select(part =>
            $"{got.GetValueOrDefault(part)} instead of {due.GetValueOrDefault(part)} (+{may.GetValueOrDefault(part)}): {part}")));
        CycleDelivery[] silent = [.. deliveries.Where(d => d.State != "delivered")];
        Assert.All(silent, d => Assert.True(_unreported.Contains(d.Id), $"no last receipt: {d}"));

        // A text in parts counts once, by its first part.
        int repeats = deliveries.Select(d => d.Parts.First()).Distinct().Sum(part => got[part] - due[part]);
        return new CycleFate(seed, _kills, deliveries.Count, _inFlight.Count, repeats, silent.Length, string.Join(", ", _done));
    }

    private string Evidence(Exception e)
    {
        IReadOnlyList<CycleDelivery> deliveries = room.Deliveries;
        string[] told = [.. deliveries.Select(d => $"{d.Number} {d.Text}")];
        return $"""
            {e.Message}
            {string.Join("; ", _done)}
            not queued: {string.Join("\n  ", CycleTexts.Due.Except(told))}
            queued besides: {string.Join("\n  ", told.Except(CycleTexts.Due))}
            not at rest: {string.Join("\n  ", deliveries.Where(d => !d.IsAtRest || d.State != "delivered"))}
            in flight: {string.Join(' ', _inFlight)}
            {string.Join('\n', room.Kannel.Deaths)}
            {room.Cloud.Tail}
            """;
    }

    private IEnumerable<string> Got() => room.Smsc.Messages.Select(message => $"{message.To} {message.Text}");

    private async Task QueuedAsync(int versions, string when, bool rest)
    {
        // A first SMS and one of detail to each.
        int expected = versions * CycleRoom.People.Length * 2;
        await Eventually.HoldsAsync($"{expected} deliveries after {when}", Limit, () => room.Deliveries.Count >= expected);
        if (!rest)
        {
            return;
        }

        await Eventually.HoldsAsync($"nothing is left to send after {when}", Limit, () => room.Deliveries.All(d => d.IsAtRest));
        await Eventually.HoldsAsync($"all are at the operator after {when}", Limit, () =>
        {
            Dictionary<string, int> got = Count(Got());
            return Count(room.Deliveries.SelectMany(d => d.Parts)).All(part => got.GetValueOrDefault(part.Key) >= part.Value);
        });
        long beganAt = TimeProvider.System.GetTimestamp();
        await Eventually.HoldsAsync($"the receipts are in after {when}", Limit, () => room.Deliveries.All(d =>
            d.State == "delivered" || _atRest.Contains(d.Id)
            || (_unreported.Contains(d.Id) && TimeProvider.System.GetElapsedTime(beganAt) > ReceiptsWait)));
        _atRest.UnionWith(room.Deliveries.Select(d => d.Id));
    }

    private async Task KillAsync(int step, int afterMs)
    {
        await Task.Delay(afterMs);

        // Six seeds meet every victim at every step, for haze and for flood.
        Victim victim = (Victim)((seed + step) % 3);
        IReadOnlyList<CycleDelivery> before = room.Deliveries;
        if (victim != Victim.Cloud)
        {
            room.Kannel.Kill();
        }

        if (victim != Victim.Kannel)
        {
            room.Cloud.Kill();
        }

        int inFlight = victim == Victim.Cloud ? 0 : NoteInFlight(before);
        _done.Add($"{victim} at step {step} with {inFlight} in flight");
        _kills++;
        if (victim != Victim.Kannel)
        {
            await Task.Delay(_random.Next(300));
            room.Cloud.Start();
        }

        if (victim != Victim.Cloud)
        {
            await Task.Delay(_random.Next(500));
            await room.Kannel.StartBoxesAsync();
        }
    }

    private int NoteInFlight(IReadOnlyList<CycleDelivery> before)
    {
        HashSet<long> answered = [.. before.Where(d => d.Receipt.Length > 0).Select(d => d.Id)];
        HashSet<long> delivered = [.. before.Where(d => d.State == "delivered").Select(d => d.Id)];
        long[] begun = [.. room.Deliveries.Where(d => d.Attempts > 0 && !_atRest.Contains(d.Id)).Select(d => d.Id)];
        long[] inFlight = [.. begun.Where(id => !answered.Contains(id))];
        _inFlight.UnionWith(inFlight);
        _unreported.UnionWith(begun.Where(id => !delivered.Contains(id)));
        return inFlight.Length;
    }
}

/// <summary>What came of a seed.</summary>
internal sealed record CycleFate(int Seed, int Kills, int Deliveries, int InFlight, int Repeats, int Unreceipted, string Done);
