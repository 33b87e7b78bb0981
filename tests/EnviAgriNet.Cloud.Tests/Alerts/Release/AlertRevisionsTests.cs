using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Alerts.Release;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Protocol.Cap;
using static EnviAgriNet.Cloud.Tests.Alerts.Release.ReleaseRoom;

namespace EnviAgriNet.Cloud.Tests.Alerts.Release;

public sealed class AlertRevisionsTests
{
    private static readonly AlertWording None = new(null, null, null, null);
    private static readonly AlertWording Words = new("ฝุ่นหนามากที่หมู่ 3 งดออกนอกบ้าน", "Thick haze at Moo 3: stay in", "หน้ากากรับได้ที่อนามัย", "Masks are at the health centre");

    [Fact]
    public void Edit_AReleasedWarning_MakesAnUpdateOnce()
    {
        using ReleaseRoom room = new();
        AlertVersion alert = room.Open();
        room.Target();
        room.Time.Now += TimeSpan.FromMinutes(3);

        ReleaseAnswer answer = room.Revisions.Edit(alert.Number, Words, null, Malee, "name the village");

        Assert.Equal((ReleaseFate.Done, AlertState.Released, 2, "Update"), (answer.Fate, answer.Alert!.State, answer.Alert.Version, answer.Alert.Type));
        CapAlert cap = ReleaseDeskTests.AssertCap(room, answer.Alert, CapMessageType.Update, references: 1);
        Assert.Equal("name the village", cap.Note);
        Assert.Equal(["ฝุ่นหนามากที่หมู่ 3 งดออกนอกบ้าน", "Thick haze at Moo 3: stay in"], cap.Infos.Select(i => i.Headline));
        Assert.Equal((Words.TextTh, Words.DetailTh), (answer.Alert.Texts["th"].Sms, answer.Alert.Texts["th"].Detail));
        Assert.Equal(ReleaseFate.Repeat, room.Revisions.Edit(alert.Number, Words, null, Malee, "name the village").Fate);
        Assert.Equal(ReleaseFate.Forbidden, room.Revisions.Edit(alert.Number, new("x", null, null, null), null, Somchai, "y").Fate);
        Assert.Equal(2, room.Alerts.Count);
    }

    [Fact]
    public void Edit_AnEvacuation_GoesOutWithTheSecondPerson()
    {
        using ReleaseRoom room = new();
        AlertVersion alert = room.Open(HazardLevel.Severe, "F", HazardKind.FlashFlood);

        AlertVersion edited = room.Revisions.Edit(alert.Number, Words, null, Malee, "where to go").Alert!;
        Assert.Equal(AlertState.Draft, edited.State);
        Assert.Equal(ReleaseFate.Repeat, room.Revisions.Edit(alert.Number, Words, null, Malee, "where to go").Fate);
        Assert.Equal(ReleaseFate.Refused, room.Desk.Release(edited.Number, Malee, null).Fate);
        Assert.Equal(ReleaseFate.Done, room.Desk.Release(edited.Number, Suda, null).Fate);
        ReleaseDeskTests.AssertCap(room, edited, CapMessageType.Update, references: 1);
    }

    [Fact]
    public void Edit_WhatWaits_ChangesItInPlaceAndAsksAgain()
    {
        using ReleaseRoom room = new(Waits(ReleaseEnd.Drop, persons: 2));
        AlertVersion alert = room.Open();
        room.Desk.Release(alert.Number, Malee, null);

        Assert.Equal(ReleaseFate.Done, room.Revisions.Edit(alert.Number, Words, null, Somchai, "plainer").Fate);
        Assert.Empty(room.Holds.Held()[0].Approvals);
        Assert.Equal(ReleaseFate.Repeat, room.Revisions.Edit(alert.Number, Words, null, Somchai, "plainer").Fate);
        room.Desk.Release(alert.Number, Malee, null);
        room.Desk.Release(alert.Number, Suda, null);
        CapAlert cap = ReleaseDeskTests.AssertCap(room, alert, CapMessageType.Alert, references: 0);
        Assert.Equal(Words.TextTh, cap.Infos[0].Headline);
    }

    [Theory]
    [InlineData("", "the Thai text is empty")]
    [InlineData("กกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกก", "the Thai text has 71 characters; allowed are 70")]
    [InlineData("a\nb", "the Thai text holds control characters")]
    [InlineData("😀", "the Thai text holds characters that phones do not show")]
    public void Edit_WrongWords_AreRefused(string text, string fault)
    {
        using ReleaseRoom room = new();
        AlertVersion alert = room.Open();
        ReleaseAnswer answer = room.Revisions.Edit(alert.Number, new(text, null, null, null), null, Malee, "x");
        Assert.Equal((ReleaseFate.Invalid, fault), (answer.Fate, answer.Text));
        Assert.Single(room.Alerts);
    }

    [Fact]
    public void Cancel_TellsWhoWasToldAndSilencesTheEvent()
    {
        using ReleaseRoom room = new();
        AlertVersion alert = room.Open();
        AlertVersion draft = room.Change(ChangeKind.Proposed, HazardLevel.Severe, HazardLevel.Moderate)!;
        room.Target();

        ReleaseAnswer answer = room.Revisions.Cancel(alert.Number, None, Malee, "the sensor stood in smoke of a kitchen");

        Assert.Equal((ReleaseFate.Done, true, true), (answer.Fate, answer.Alert!.IsAllClear, answer.Alert.Pages));
        CapAlert cap = ReleaseDeskTests.AssertCap(room, answer.Alert, CapMessageType.Cancel, references: 1);
        Assert.Equal("the sensor stood in smoke of a kitchen", cap.Note);
        Assert.StartsWith("จ.เชียงใหม่: ยกเลิกการเตือนฝุ่นละอองแล้ว", answer.Alert.Texts["th"].Sms, StringComparison.Ordinal);
        Assert.All(answer.Alert.Texts.Values, t => Assert.InRange(t.Sms.Length, 10, 70));
        Assert.Equal(AlertState.Dropped, room.StateOf(draft));
        Assert.Equal(ReleaseFate.Repeat, room.Revisions.Cancel(alert.Number, None, Suda, "again").Fate);
        Assert.Equal(ReleaseFate.Refused, room.Revisions.Edit(alert.Number, Words, null, Malee, "x").Fate);
        Assert.Equal(ReleaseFate.Refused, room.Revisions.Extend(alert.Number, room.Time.Now.AddHours(9), Malee, "x").Fate);

        Assert.Equal(AlertState.Recorded, room.Change(ChangeKind.Extended, HazardLevel.Moderate, HazardLevel.Moderate)!.State);
        AlertVersion severe = room.Change(ChangeKind.LevelChanged, HazardLevel.Severe, HazardLevel.Moderate)!;
        Assert.Equal((AlertState.Released, "Alert"), (severe.State, severe.Type));
        ReleaseDeskTests.AssertCap(room, severe, CapMessageType.Alert, references: 0);
    }

    [Fact]
    public void Extend_HoldsLongerAndPagesNobody()
    {
        using ReleaseRoom room = new();
        AlertVersion alert = room.Open();
        DateTimeOffset until = alert.ExpiresAt.AddHours(3);

        Assert.Equal(ReleaseFate.Refused, room.Revisions.Extend(alert.Number, alert.ExpiresAt.AddHours(-1), Malee, "x").Fate);
        Assert.Equal(ReleaseFate.Refused, room.Revisions.Extend(alert.Number, room.Time.Now.AddDays(8), Malee, "x").Fate);
        ReleaseAnswer answer = room.Revisions.Extend(alert.Number, until, Malee, "wind comes late");
        Assert.Equal((ReleaseFate.Done, false, false, until), (answer.Fate, answer.Alert!.Pages, answer.Alert.Siren, answer.Alert.ExpiresAt));
        Assert.Equal(ReleaseFate.Repeat, room.Revisions.Extend(alert.Number, until, Malee, "wind comes late").Fate);
        CapAlert cap = ReleaseDeskTests.AssertCap(room, answer.Alert, CapMessageType.Update, references: 1);
        Assert.Equal(until, cap.Infos[0].Expires);
    }

    [Fact]
    public void Compose_AnEvacuation_NeedsASecondPersonAndEndsWithAnAllClear()
    {
        using ReleaseRoom room = new();
        ManualAlert order = new(
            HazardKind.FlashFlood, "Severe", RegionId.Parse("5001"), "เมืองเชียงใหม่", "Chiang Mai", new("น้ำป่ามาแล้ว ขึ้นที่สูงทันที", "Flash flood: go up now", null, null),
            room.Time.Now.AddHours(2), "a call from the dam");

        AlertVersion alert = room.Manual.Compose(order, Malee).Alert!;
        Assert.Equal((AlertState.Draft, true), (alert.State, alert.Siren));
        Assert.Equal(ReleaseFate.Repeat, room.Manual.Compose(order, Somchai).Fate);
        Assert.Equal(ReleaseFate.Done, room.Desk.Release(alert.Number, Suda, null).Fate);
        CapAlert cap = ReleaseDeskTests.AssertCap(room, alert, CapMessageType.Alert, references: 0);
        Assert.Equal((CapSeverity.Severe, "เมืองเชียงใหม่"), (cap.Infos[0].Severity, cap.Infos[0].Areas[0].Description));
        room.Target();
        Assert.Single(room.Book.Open());
        Assert.Equal(ReleaseFate.Repeat, room.Manual.Compose(order, Malee).Fate);

        AlertVersion over = room.Revisions.AllClear(alert.Number, None, Malee, "the water is gone").Alert!;
        Assert.Equal((true, "Update"), (over.IsAllClear, over.Type));
        ReleaseDeskTests.AssertCap(room, over, CapMessageType.Update, references: 1);
        Assert.Empty(room.Book.Open());
        Assert.Equal(ReleaseFate.Refused, room.Revisions.Cancel(alert.Number, None, Malee, "x").Fate);
        Assert.Equal(ReleaseFate.Invalid, room.Manual.Compose(order with { Expires = room.Time.Now }, Malee).Fate);
        Assert.Equal(ReleaseFate.Invalid, room.Manual.Compose(order with { Severity = "Bad" }, Malee).Fate);
        Assert.Equal(ReleaseFate.Invalid, room.Manual.Compose(order with { Words = None }, Malee).Fate);
    }

    [Fact]
    public void EndRunOut_AManualWarningThatExpired_IsOpenNoMore()
    {
        using ReleaseRoom room = new();
        room.Manual.Compose(
            new ManualAlert(HazardKind.StrongWind, "Moderate", RegionId.Parse("500101"), null, null, Words, room.Time.Now.AddHours(1), "radar"), Malee);
        Assert.Equal(0, room.Desk.EndRunOut());
        room.Time.Now += TimeSpan.FromHours(1);
        Assert.Equal(1, room.Desk.EndRunOut());
        Assert.Empty(room.Book.Open());
    }
}
