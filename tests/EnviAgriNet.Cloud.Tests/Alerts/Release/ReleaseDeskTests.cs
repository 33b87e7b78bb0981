using System.Text;
using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Alerts.Release;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Protocol.Cap;
using static EnviAgriNet.Cloud.Tests.Alerts.Release.ReleaseRoom;

namespace EnviAgriNet.Cloud.Tests.Alerts.Release;

public sealed class ReleaseDeskTests
{
    [Fact]
    public void Save_WithoutPolicies_WitnessedWarningsGoAtOnce()
    {
        using ReleaseRoom room = new();
        Assert.Equal(AlertState.Released, room.Open(HazardLevel.Severe, "F", HazardKind.FlashFlood).State);
        Assert.Equal("alert.released", room.Audit.List(null, "alert 1", 9)[0].Entry.Action);
    }

    [Theory]
    [InlineData(ReleaseEnd.Send, AlertState.Released, 0)]
    [InlineData(ReleaseEnd.Drop, AlertState.Dropped, 0)]
    [InlineData(ReleaseEnd.Send, AlertState.Released, 1)]
    [InlineData(ReleaseEnd.Drop, AlertState.Dropped, 1)]
    public void Sweep_NobodyOrTooFewAnswered_DoesWhatThePolicySaysEvenAfterARestart(object then, object state, int approvals)
    {
        using ReleaseRoom room = new(Waits((ReleaseEnd)then, persons: 2));
        AlertVersion alert = room.Open();
        Assert.Equal(AlertState.Waiting, alert.State);
        if (approvals == 1)
        {
            Assert.Equal(ReleaseFate.Done, room.Desk.Release(alert.Number, Malee, null).Fate);
        }

        room.Time.Now += TimeSpan.FromMinutes(9.9);
        room.Restart();
        Assert.Empty(room.Desk.Sweep());
        room.Time.Now += TimeSpan.FromMinutes(0.1);
        room.Restart();
        Assert.Single(room.Desk.Sweep());
        room.Restart();
        Assert.Empty(room.Desk.Sweep());
        Assert.Equal((AlertState)state, room.StateOf(alert));
        Assert.Empty(room.Holds.Held());
        AlertVersion after = room.Book.Find(alert.Identifier)!;
        Assert.Equal((AlertState)state == AlertState.Released ? room.Time.Now : alert.SentAt, after.SentAt);
        Assert.Null(room.Audit.Verify(null).Fault);
    }

    [Fact]
    public void Release_Evacuation_NeedsTwoPersons()
    {
        using ReleaseRoom room = new(Waits(ReleaseEnd.Drop));
        AlertVersion alert = room.Open(HazardLevel.Severe, "F", HazardKind.FlashFlood);
        Assert.Equal(2, room.Holds.Held()[0].Persons);

        Assert.Equal(ReleaseFate.Forbidden, room.Desk.Release(alert.Number, Somchai, null).Fate);
        ReleaseAnswer first = room.Desk.Release(alert.Number, Malee, "seen");
        Assert.Equal((ReleaseFate.Done, AlertState.Waiting), (first.Fate, room.StateOf(alert)));
        ReleaseAnswer again = room.Desk.Release(alert.Number, Malee, "seen");
        Assert.Equal(ReleaseFate.Refused, again.Fate);
        Assert.Contains("another one is missing", again.Text, StringComparison.Ordinal);
        Assert.Equal(["malee"], room.Holds.Held()[0].Approvals);
        Assert.Equal(ReleaseFate.Done, room.Desk.Release(alert.Number, Suda, "seen").Fate);
        Assert.Equal(AlertState.Released, room.StateOf(alert));
        Assert.Equal(ReleaseFate.Repeat, room.Desk.Release(alert.Number, Suda, "seen").Fate);
        Assert.Equal(
            ["alert.waiting", "alert.approved", "alert.released"],
            room.Audit.List(null, HoldBook.SubjectOf(alert), 9).Select(l => l.Entry.Action));
        AssertCap(room, alert, CapMessageType.Alert, references: 0);
    }

    [Fact]
    public void Release_OfADraftAfterANewerVersionWentOut_IsTheNewestUpdate()
    {
        using ReleaseRoom room = new();
        AlertVersion moderate = room.Open();
        AlertVersion draft = room.Change(ChangeKind.Proposed, HazardLevel.Severe, HazardLevel.Moderate)!;
        AlertVersion extended = room.Change(ChangeKind.Extended, HazardLevel.Moderate, HazardLevel.Moderate)!;
        Assert.Equal((AlertState.Draft, AlertState.Released, 3), (draft.State, extended.State, extended.Version));

        Assert.Equal(ReleaseFate.Done, room.Desk.Release(draft.Number, Malee, "I see smoke").Fate);

        AlertVersion sent = room.Book.Find(draft.Identifier)!;
        Assert.Equal((4, "Update", AlertState.Released), (sent.Version, sent.Type, sent.State));
        CapAlert cap = AssertCap(room, draft, CapMessageType.Update, references: 2);
        Assert.Contains(moderate.Identifier, cap.References!, StringComparison.Ordinal);
        Assert.Equal(CapStatus.Actual, cap.Status);
    }

    [Fact]
    public void Release_WhatIsDroppedExpiredOrOver_IsRefused()
    {
        using ReleaseRoom room = new(Waits(ReleaseEnd.Send));
        AlertVersion dropped = room.Open(id: "A");
        Assert.Equal(ReleaseFate.Done, room.Desk.Drop(dropped.Number, Malee, "a burnt sensor").Fate);
        Assert.Equal(ReleaseFate.Repeat, room.Desk.Drop(dropped.Number, Suda, "a burnt sensor").Fate);
        Assert.Equal(ReleaseFate.Refused, room.Desk.Release(dropped.Number, Malee, null).Fate);

        AlertVersion ended = room.Open(id: "B");
        AlertVersion end = room.Change(ChangeKind.Ended, HazardLevel.None, HazardLevel.Moderate, "B")!;
        Assert.Equal((AlertState.Recorded, AlertState.Dropped), (end.State, room.StateOf(ended)));
        Assert.Equal(ReleaseFate.Refused, room.Desk.Release(ended.Number, Malee, null).Fate);
        Assert.Equal(ReleaseFate.Refused, room.Desk.Release(end.Number, Malee, null).Fate);
        Assert.Equal(ReleaseFate.Refused, room.Desk.Drop(end.Number, Malee, "x").Fate);

        AlertVersion late = room.Open(id: "C");
        room.Time.Now += TimeSpan.FromHours(7);
        Assert.Equal(ReleaseFate.Refused, room.Desk.Release(late.Number, Malee, null).Fate);
        Assert.Equal(HoldOutcome.Expired, Assert.Single(room.Desk.Sweep()).Outcome);
        Assert.Equal(ReleaseFate.Unknown, room.Desk.Release(999, Malee, null).Fate);
        Assert.Empty(room.Book.Untargeted());
    }

    [Fact]
    public void Save_AfterADrop_StaysSilentUntilTheLevelRises()
    {
        using ReleaseRoom room = new(Waits(ReleaseEnd.Send, severity: "Moderate"));
        AlertVersion first = room.Open();
        room.Desk.Drop(first.Number, Malee, "field burning, known");

        Assert.Equal(AlertState.Recorded, room.Change(ChangeKind.Extended, HazardLevel.Moderate, HazardLevel.Moderate)!.State);
        AlertVersion severe = room.Change(ChangeKind.LevelChanged, HazardLevel.Severe, HazardLevel.Moderate)!;
        Assert.Equal((AlertState.Released, "Alert"), (severe.State, severe.Type));
        AlertVersion down = room.Change(ChangeKind.LevelChanged, HazardLevel.Moderate, HazardLevel.Severe)!;
        Assert.Equal((AlertState.Released, "Update", true), (down.State, down.Type, down.Pages));
        AlertVersion end = room.Change(ChangeKind.Ended, HazardLevel.None, HazardLevel.Moderate)!;
        Assert.Equal((AlertState.Released, true), (end.State, end.IsAllClear));
    }

    [Fact]
    public void Save_WhileItWaits_AnExtensionLengthensItAndARiseOvertakesIt()
    {
        using ReleaseRoom room = new(Waits(ReleaseEnd.Send, severity: "Moderate"));
        AlertVersion first = room.Open();
        room.Time.Now += TimeSpan.FromMinutes(5);
        AlertVersion extension = room.Change(ChangeKind.Extended, HazardLevel.Moderate, HazardLevel.Moderate)!;
        Assert.Equal(AlertState.Recorded, extension.State);
        Assert.Equal(extension.ExpiresAt, room.Book.Find(first.Identifier)!.ExpiresAt);

        room.Change(ChangeKind.LevelChanged, HazardLevel.Severe, HazardLevel.Moderate);
        Assert.Equal(AlertState.Dropped, room.StateOf(first));
        Assert.Contains("dropped", room.Desk.Release(first.Number, Malee, null).Text, StringComparison.Ordinal);
    }

    internal static CapAlert AssertCap(ReleaseRoom room, AlertVersion alert, CapMessageType type, int references)
    {
        AlertVersion stored = room.Book.Find(alert.Identifier)!;
        CapAlert cap = CapReader.Read(Encoding.UTF8.GetBytes(stored.CapXml)).Alert!;
        Assert.Empty(CapRules.Check(cap));
        Assert.Empty(CapRules.CheckPublicFeed(cap));
        Assert.Equal((type, stored.Identifier), (cap.MessageType, cap.Identifier));
        Assert.True(CapReference.TryParseAll(cap.References ?? string.Empty, out IReadOnlyList<CapReference> read) || references == 0);
        Assert.Equal(references, cap.References is null ? 0 : read.Count);
        return cap;
    }
}
