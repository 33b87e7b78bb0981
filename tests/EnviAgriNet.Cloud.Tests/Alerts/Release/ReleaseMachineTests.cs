using System.Text;
using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Alerts.Release;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Protocol.Cap;
using static EnviAgriNet.Cloud.Tests.Alerts.Release.ReleaseRoom;

namespace EnviAgriNet.Cloud.Tests.Alerts.Release;

/// <summary>Random events, officers, times and kills, and what must hold after every step. The seed stands in the message.</summary>
public sealed class ReleaseMachineTests
{
    private const int Steps = 60;
    private static readonly AlertWording None = new(null, null, null, null);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void AnyOrder_KeepsThePromises(int seed)
    {
        Random random = new(seed);
        using ReleaseRoom room = new(Waits(random.Next(2) == 0 ? ReleaseEnd.Send : ReleaseEnd.Drop, persons: random.Next(3)));
        Dictionary<string, AlertState> before = [];
        Dictionary<string, int> releases = [];
        HazardLevel level = HazardLevel.None;
        int events = 0;
        for (int step = 0; step < Steps; step++)
        {
            string what = Act(room, random, ref level, ref events);
            foreach (AlertVersion alert in room.Alerts)
            {
                string context = $"seed {seed}, step {step} {what}: alert {alert.Number} {alert.State}";
                AlertState? was = before.TryGetValue(alert.Identifier, out AlertState state) ? state : null;
                Assert.True(was is not (AlertState.Dropped or AlertState.Recorded) || was == alert.State, context);
                Assert.True(was != AlertState.Targeted || alert.State == AlertState.Targeted, context);
                if (alert.State == AlertState.Released && was != AlertState.Released)
                {
                    releases[alert.Identifier] = releases.GetValueOrDefault(alert.Identifier) + 1;
                }

                Assert.True(releases.GetValueOrDefault(alert.Identifier) <= 1, context);
                before[alert.Identifier] = alert.State;
                if (alert.State is AlertState.Released or AlertState.Targeted)
                {
                    AssertDocument(room, alert, context);
                }
            }

            AssertEvents(room, $"seed {seed}, step {step} {what}");
        }

        Assert.Null(room.Audit.Verify(null).Fault);
        int heard = room.Audit.List(null, null, 10_000).Count(l =>
            l.Entry.Action is "alert.released" or "alert.extended" or "alert.cancelled" or "alert.edited");
        Assert.True(heard >= releases.Count, $"seed {seed}: {releases.Count} versions went out and {heard} entries say so");
    }

    private static string Act(ReleaseRoom room, Random random, ref HazardLevel level, ref int events)
    {
        IReadOnlyList<AlertVersion> all = room.Alerts;
        long number = all.Count == 0 ? 1 : all[Math.Max(0, all.Count - 1 - random.Next(4))].Number;
        Cloud.Access.Officer officer = random.Next(2) == 0 ? Malee : Suda;
        switch (random.Next(12))
        {
            case 0 or 1 or 2 or 3:
                return Change(room, random, ref level, ref events);
            case 4 or 5:
                return $"release {number} by {officer.Name}: {room.Desk.Release(number, officer, null).Text}";
            case 6:
                return $"drop {number}: {room.Desk.Drop(number, officer, "x").Text}";
            case 7:
                string text = $"text {random.Next(3)}";
                return $"edit {number}: {room.Revisions.Edit(number, new(text, text, null, null), null, officer, "x").Text}";
            case 8:
                return random.Next(3) == 0 ? $"cancel {number}: {room.Revisions.Cancel(number, None, officer, "x").Text}" : "nothing";
            case 9:
                return $"extend {number}: {room.Revisions.Extend(number, room.Time.Now.AddHours(8), officer, "x").Text}";
            case 10:
                room.Restart();
                room.Target();
                return "restart and target";
            default:
                room.Time.Now += TimeSpan.FromMinutes(random.Next(15));
                return $"{room.Desk.Sweep().Count} swept";
        }
    }

    private static string Change(ReleaseRoom room, Random random, ref HazardLevel level, ref int events)
    {
        room.Time.Now += TimeSpan.FromSeconds(random.Next(90));
        HazardLevel was = level;
        HazardLevel next = (HazardLevel)random.Next(3);
        ChangeKind kind = (was, next) switch
        {
            (HazardLevel.None, HazardLevel.None) => ChangeKind.Lapsed,
            (HazardLevel.None, _) => ChangeKind.Opened,
            (_, HazardLevel.None) => ChangeKind.Ended,
            _ when was == next => random.Next(2) == 0 && was == HazardLevel.Moderate ? ChangeKind.Proposed : ChangeKind.Extended,
            _ => ChangeKind.LevelChanged,
        };
        if (kind == ChangeKind.Lapsed)
        {
            return "nothing";
        }

        events += kind == ChangeKind.Opened ? 1 : 0;
        level = kind == ChangeKind.Proposed ? was : next;
        room.Change(kind, kind == ChangeKind.Proposed ? HazardLevel.Severe : next, was, $"E{events}", HazardKind.FlashFlood);
        return $"{kind} {next}";
    }

    private static void AssertDocument(ReleaseRoom room, AlertVersion alert, string context)
    {
        CapAlert cap = CapReader.Read(Encoding.UTF8.GetBytes(alert.CapXml)).Alert!;
        Assert.True(CapRules.Check(cap).Count == 0 && CapRules.CheckPublicFeed(cap).Count == 0, context);
        Assert.True(cap.Status == CapStatus.Actual, context);
        Assert.True(cap.MessageType == CapMessageType.Alert == cap.References is null, context);
        if (cap.References is not null)
        {
            Assert.True(CapReference.TryParseAll(cap.References, out IReadOnlyList<CapReference> references), context);
            Assert.All(references, r =>
            {
                AlertVersion earlier = room.Book.Find(r.Identifier)!;
                Assert.True(earlier.State is AlertState.Released or AlertState.Targeted, context);
                Assert.True(earlier.EventId == alert.EventId && earlier.Version < alert.Version, context);
                Assert.True(earlier.SentAt == r.Sent, context);
            });
        }
    }

    // What went out of one event went out in the order of its versions, and nothing waits that is not held.
    private static void AssertEvents(ReleaseRoom room, string context)
    {
        foreach (IGrouping<string, AlertVersion> one in room.Alerts.GroupBy(a => a.EventId))
        {
            List<AlertVersion> sent = [.. one.Where(a => a.State is AlertState.Released or AlertState.Targeted).OrderBy(a => a.Version)];
            Assert.True(sent.Zip(sent.Skip(1)).All(p => p.First.SentAt <= p.Second.SentAt), context);
            Assert.Equal(one.Count(), one.Select(a => a.Version).Distinct().Count());
        }

        Assert.True(
            room.Holds.Held().Count == room.Alerts.Count(a => a.State is AlertState.Draft or AlertState.Waiting), context);
    }
}
