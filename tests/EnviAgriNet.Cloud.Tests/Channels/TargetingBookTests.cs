using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Registry.Subscribers;

namespace EnviAgriNet.Cloud.Tests.Channels;

public sealed class TargetingBookTests : IDisposable
{
    private readonly RegistryRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Theory]
    [InlineData("500101", "500101", true)]
    [InlineData("5001", "500101", true)]
    [InlineData("50", "500101", true)]
    [InlineData("500102", "500101", false)]
    [InlineData("5002", "500101", false)]
    [InlineData("51", "500101", false)]
    [InlineData("500101", "5001", true)]
    [InlineData("500101", "50", true)]
    [InlineData("510101", "50", false)]
    [InlineData("500201", "5001", false)]
    public void Target_SubscriberPlaceAndAlertRegion_MeetWhenOneContainsTheOther(string place, string region, bool isTold)
    {
        _room.Subscribers.Store([RegistryRoom.Person("0812345678", regions: place)]);
        _room.Stations.Store([RegistryRoom.Station("cm-001", place)]);

        TargetingOutcome outcome = _room.Target(FakeAlertBook.Alert(region: region));

        Assert.Equal((isTold ? 1 : 0, isTold ? 1 : 0), (outcome.People, outcome.Sirens));
    }

    [Fact]
    public void Target_SeveralPlacesThatTouch_OneDeliveryEach_AndARepeatQueuesNothing()
    {
        _room.Subscribers.Store([RegistryRoom.Person("0812345678", regions: ["50", "5001", "500101"])]);
        AlertVersion alert = FakeAlertBook.Alert();

        Assert.Equal(1, _room.Target(alert).People);
        for (int repeat = 0; repeat < 100; repeat++)
        {
            Assert.Equal(0, _room.Targeting.Target(alert, ["sms"], DateTimeOffset.UtcNow, alert.ExpiresAt, withdraws: true).People);
        }

        Assert.Single(_room.Deliveries.Newest(10));
    }

    [Fact]
    public void Target_WithDetail_QueuesASecondSmsBehindAllFirstOnes_AndTheFullFormForOtherChannels()
    {
        _room.Subscribers.Store([
            RegistryRoom.Person("0812345671"),
            RegistryRoom.Person("0812345672", language: "lo") with { Contacts = [new Contact("sms", "+66812345672"), new Contact("line", "U1")] },
        ]);

        Assert.Equal(3, _room.Target(FakeAlertBook.Alert(severity: "Minor", detail: "ศาลากลาง โทร 1784"), "sms", "line").People);

        DeliveryTurn turn = _room.Deliveries.Turn("sms", [], 10, DateTimeOffset.UtcNow);
        Assert.Equal(["1", "2", "1", "2"], turn.Jobs.Select(job => job.Recipient));
        Assert.Equal("ศาลากลาง โทร 1784", turn.Jobs[2].Text);
        FullMessage full = FullMessage.Parse(Assert.Single(_room.Deliveries.Turn("line", [], 10, DateTimeOffset.UtcNow).Jobs).Text);
        Assert.Equal(("lo", "E1", "สวมหน้ากาก"), (full.Language, full.Event, full.Instruction));
    }

    [Fact]
    public void Queue_DirectMessage_GoesOnce_ToACorrespondentToo()
    {
        bool Ask() => _room.Database.Write(t => DirectMessages.Queue(
            t,
            new DirectMessage("reply", "7", _room.Recipients.CorrespondentOf(t, "+66899999999", DateTimeOffset.UtcNow), "sms", "ฝุ่น 12", TimeSpan.FromHours(1)),
            DateTimeOffset.UtcNow));

        Assert.True(Ask());
        Assert.False(Ask());

        DeliveryJob job = Assert.Single(_room.Deliveries.Turn("sms", [], 10, DateTimeOffset.UtcNow).Jobs);
        Assert.Equal(("c1", "ฝุ่น 12", "+66899999999"), (job.Recipient, job.Text, _room.Recipients.AddressOf(job.Recipient, "sms")));
    }

    [Fact]
    public void Target_FailsInTheMiddle_QueuesNothingAtAll()
    {
        _room.Subscribers.Store([RegistryRoom.Person("0812345678")]);
        _room.Alerts.FailsToMark = true;

        Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => _room.Target(FakeAlertBook.Alert()));

        Assert.Empty(_room.Deliveries.Newest(10));
        Assert.Equal(0, _room.Deliveries.Bulletins());
    }

    [Fact]
    public void Target_Updates_AMereExtensionPagesNobody_AndTheSirenHearsAll()
    {
        _room.Subscribers.Store([RegistryRoom.Person("0812345678")]);
        _room.Stations.Store([RegistryRoom.Station("cm-001", "500101")]);

        (int People, int Sirens)[] told =
        [
            Told(FakeAlertBook.Alert(version: 1, severity: "Moderate")),
            Told(FakeAlertBook.Alert(version: 2, severity: "Moderate") with { Pages = false }),
            Told(FakeAlertBook.Alert(version: 3, severity: "Severe")),
            Told(FakeAlertBook.Alert(version: 4, severity: "Severe") with { Pages = false }),
            Told(FakeAlertBook.Alert(version: 5, severity: "Moderate")),
        ];

        Assert.Equal([(1, 1), (0, 1), (1, 1), (0, 1), (1, 1)], told);
        Assert.Equal(4, _room.Deliveries.Newest(50).Count(line => line.Channel == "siren" && line.State == "expired"));
    }

    [Fact]
    public void Target_AllClear_GoesToThoseWhoWereTold_AndWithdrawsWhatWaits()
    {
        _room.Subscribers.Store([RegistryRoom.Person("0812345671"), RegistryRoom.Person("0812345672")]);
        DateTimeOffset now = DateTimeOffset.UtcNow;
        _room.Target(FakeAlertBook.Alert());
        DeliveryJob first = Assert.Single(_room.Deliveries.Turn("sms", [], 1, now.AddSeconds(1)).Jobs);
        _room.Deliveries.Turn("sms", [new SettledAttempt(first.Id, DeliveryState.Sent, null, "")], 0, now);
        _room.Subscribers.Store([RegistryRoom.Person("0812345673")]);

        TargetingOutcome outcome = _room.Target(FakeAlertBook.Alert(version: 2, allClear: true));

        Assert.Equal((1, 1), (outcome.People, outcome.Superseded));
        DeliveryLine clear = Assert.Single(_room.Deliveries.Newest(10), line => line.Version == 2);
        Assert.Equal(first.Recipient, clear.Recipient);
    }

    [Fact]
    public void Target_AllClearInAReplay_LeavesEveryVersionToEverybody()
    {
        _room.Subscribers.Store([RegistryRoom.Person("0812345671"), RegistryRoom.Person("0812345672")]);
        _room.Target(FakeAlertBook.Alert(), withdraws: false);

        TargetingOutcome outcome = _room.Target(FakeAlertBook.Alert(version: 2, allClear: true), withdraws: false);

        Assert.Equal((2, 0), (outcome.People, outcome.Superseded));
        Assert.All(_room.Deliveries.Newest(10), line => Assert.Equal("queued", line.State));
    }

    [Fact]
    public void Target_ChannelOffOrAlertExpired_IsFailedOrExpiredWithTheReason()
    {
        _room.Subscribers.Store([RegistryRoom.Person("0812345671", "sms"), RegistryRoom.Person("0812345672", "phone")]);

        _room.Target(FakeAlertBook.Alert(), "phone");
        _room.Target(FakeAlertBook.Alert("E2", life: TimeSpan.FromHours(-1)), "phone");

        Assert.Equal(
            ["expired: deadline", "expired: deadline", "failed: channel is switched off", "queued: "],
            _room.Deliveries.Newest(10).Select(line => $"{line.State}: {line.Reason}").Order());
    }

    private (int People, int Sirens) Told(AlertVersion alert)
    {
        TargetingOutcome outcome = _room.Target(alert);
        return (outcome.People, outcome.Sirens);
    }
}
