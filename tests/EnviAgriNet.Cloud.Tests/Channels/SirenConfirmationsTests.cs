using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Tests.ReadingStore;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Protocol.Messages;
using Microsoft.Extensions.Logging.Abstractions;

namespace EnviAgriNet.Cloud.Tests.Channels;

public sealed class SirenConfirmationsTests : IDisposable
{
    private static readonly StationId Centre = StationId.Parse("cm-001");

    private readonly RegistryRoom _room = new();
    private readonly StoreFolder _folder = new();
    private readonly SqliteReadingStore _store;
    private readonly ChannelBells _bells = new();
    private readonly ManualTime _time = new();
    private readonly SirenConfirmations _confirmations;

    public SirenConfirmationsTests()
    {
        _store = _folder.Open();
        _confirmations = New();
        _room.Stations.Store([RegistryRoom.Station("cm-001", "500101")]);
    }

    public void Dispose()
    {
        _confirmations.Dispose();
        _bells.Dispose();
        _store.Dispose();
        _folder.Dispose();
        _room.Dispose();
    }

    [Fact]
    public void Step_EventsStoredWhileNobodyListened_AreConfirmedAfterTheRestart()
    {
        _room.Target(FakeAlertBook.Alert(), "siren");
        Store(1, StationEventKind.AlertFailed, "E1-v1");
        Store(2, StationEventKind.AlertShown, "E1-v1");

        using SirenConfirmations restarted = New();
        Assert.False(restarted.Step());

        Assert.Equal("delivered", _room.Deliveries.Newest(1)[0].State);
        Assert.Equal(_store.NewestEvent, new SirenBook(_room.Database, _room.Deliveries).Mark);
    }

    [Fact]
    public void Step_CentreCannotShow_TheDeliveryFailsWithItsReason()
    {
        _room.Target(FakeAlertBook.Alert(), "siren");
        Store(1, StationEventKind.AlertFailed, "E1-v1");

        _confirmations.Step();

        DeliveryLine line = _room.Deliveries.Newest(1)[0];
        Assert.Equal(("failed", "no display"), (line.State, line.Reason));
        Assert.Empty(_room.Deliveries.Turn("siren", [], 10, DateTimeOffset.UtcNow.AddMinutes(1)).Jobs);
    }

    [Theory]
    [InlineData(StationEventKind.AlertShown, StationEventKind.AlertShown)]
    [InlineData(StationEventKind.AlertFailed, StationEventKind.ClockStep)]
    [InlineData(StationEventKind.ClockStep, StationEventKind.AlertFailed)]
    public void Step_PersonAcknowledges_IsKeptOnce_AndOnlyOfWhatTheCentreWasSent_WhateverItsSirenDid(StationEventKind before, StationEventKind after)
    {
        _room.Target(FakeAlertBook.Alert(), "siren");
        Store(1, before, "E1-v1");
        _store.RecordEvents([Acknowledged(2, "E1-v1"), Acknowledged(3, "E1-v1"), Acknowledged(4, "other-v1")]);
        Store(5, after, "E1-v1");

        _confirmations.Step();

        SirenBook book = new(_room.Database, _room.Deliveries);
        SirenAcknowledgement told = Assert.Single(book.AcknowledgementsOf("E1-v1"));
        Assert.Equal(("cm-001", "acknowledged by head", 1_772_366_400L), (told.Station, told.What, told.At.ToUnixTimeSeconds()));
        Assert.Empty(book.AcknowledgementsOf("other-v1"));
        Assert.Equal(("delivered", "acknowledged by head"), (_room.Deliveries.Newest(1)[0].State, _room.Deliveries.Newest(1)[0].Reason));
    }

    [Theory]
    [InlineData("Alert", "Severe", false, "haze-severe", true)]
    [InlineData("Update", "Moderate", false, "", true)]
    [InlineData("Update", "Minor", true, "all-clear", true)]
    [InlineData("Cancel", "Severe", true, "", false)]
    public void NoticeOf_SaysWhichClipIsPlayed_AndAWithdrawnOneIsSilent(string type, string severity, bool allClear, string clip, bool siren)
    {
        AlertNotice notice = TargetingPolicy.NoticeOf(FakeAlertBook.Alert(severity: severity, allClear: allClear) with { Type = type });

        Assert.Equal((clip, siren), (notice.Voice, notice.Siren));
        Assert.Equal(type == "Cancel", notice.Instruction is null);
    }

    [Fact]
    public void Step_MoreEventsThanATurnTakes_GoesThroughAllOfThem()
    {
        _room.Target(FakeAlertBook.Alert(), "siren");
        _store.RecordEvents([.. Enumerable.Range(1, 1_200).Select(id => Event(id, StationEventKind.ClockStep, string.Empty))]);
        Store(1_201, StationEventKind.AlertShown, "E1-v1");

        int turns = 1;
        while (_confirmations.Step())
        {
            turns++;
        }

        Assert.Equal(3, turns);
        Assert.Equal("delivered", _room.Deliveries.Newest(1)[0].State);
    }

    [Fact]
    public void Step_StoreMadeAnew_BeginsAtItsFirstEvent()
    {
        _room.Target(FakeAlertBook.Alert(), "siren");
        new SirenBook(_room.Database, _room.Deliveries).Enter([], 900, DateTimeOffset.UtcNow);
        Store(1, StationEventKind.AlertShown, "E1-v1");

        Assert.True(_confirmations.Step());
        _confirmations.Step();

        Assert.Equal("delivered", _room.Deliveries.Newest(1)[0].State);
    }

    [Fact]
    public void OnHealth_EachReport_ResendsOnlyWhenTheStationCameBack()
    {
        _room.Target(FakeAlertBook.Alert(), "siren");
        Dictionary<string, bool> resends = [];
        foreach ((string when, string state) in (ReadOnlySpan<(string, string)>)
            [("first heard", "online"), ("30 s later", "online"), ("gone", "offline"), ("back", "online"), ("and on", "online")])
        {
            Delay();
            _confirmations.OnHealth(Centre, new StationHealth { State = state });
            _confirmations.Step();
            resends[when] = IsDue();
        }

        Assert.Equal(["first heard", "back"], resends.Where(r => r.Value).Select(r => r.Key));
    }

    private SirenConfirmations New() => new(
        _store, new SirenBook(_room.Database, _room.Deliveries), new ReturnedStations(), _bells, _time, NullLogger<SirenConfirmations>.Instance);

    private void Store(long id, StationEventKind kind, string alert) => _store.RecordEvents([Event(id, kind, alert)]);

    private static EventToStore Event(long id, StationEventKind kind, string alert) =>
        new(Centre, new StationEvent { Outbox = "box", Id = id, Kind = kind, Alert = alert, Reason = "no display" }, DateTimeOffset.UtcNow);

    private static EventToStore Acknowledged(long id, string alert) => new(
        Centre,
        new StationEvent
        {
            Outbox = "box",
            Id = id,
            Kind = StationEventKind.AlertAcknowledged,
            Alert = alert,
            At = 1_772_366_400,
            Reason = "acknowledged by head",
        },
        DateTimeOffset.UtcNow);

    /// <summary>The notice was sent and waits an hour for its confirmation.</summary>
    private void Delay() => _room.Database.Write(connection => EnviAgriNet.Cloud.Registry.RegistrySql.Run(
        connection, "UPDATE delivery SET state = 'sent', next_at = $at", ("$at", _time.GetUtcNow().AddHours(1).ToUnixTimeMilliseconds())));

    private bool IsDue() => _room.Deliveries.Turn("siren", [], 0, _time.GetUtcNow()).NextAt <= _time.GetUtcNow();
}
