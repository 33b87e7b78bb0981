using System.Text.Json;
using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Alerts.Release;
using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Channels.Proof;
using EnviAgriNet.Cloud.Channels.Sms;
using EnviAgriNet.Cloud.Commands;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Cloud.Tests.Alerts.Release;

namespace EnviAgriNet.Cloud.Tests.Channels.Proof;

public sealed class ProofBookTests : IDisposable
{
    private readonly RegistryRoom _room = new();
    private readonly ProofBook _book;

    public ProofBookTests() => _book = new ProofBook(_room.Database, _room.Stations, _room.Deliveries, _room.Subscribers);

    public void Dispose() => _room.Dispose();

    [Fact]
    public void Find_SentReceivedAndFailed_TellsWhomWhenAndWhy()
    {
        _room.Stations.Store([RegistryRoom.Station("cm-001", "500101")]);
        _room.Subscribers.Store(
        [
            RegistryRoom.Person("0811111111", "sms", "th", "500101"), RegistryRoom.Person("0822222222", "sms", "en", "500101", "50"),
            RegistryRoom.Person("0833333333", "sms", "th", "5001"), RegistryRoom.Person("0844444444", "phone", "th", "500102"),
        ]);
        AlertVersion alert = Target("500101");
        DateTimeOffset at = DateTimeOffset.UtcNow.AddSeconds(2);
        long[] ids = [.. _room.Deliveries.Turn("sms", [], 9, at).Jobs.Select(j => j.Id)];
        _room.Deliveries.Turn("sms", [.. ids.Select(id => new SettledAttempt(id, DeliveryState.Sent, null, ""))], 0, at);
        _room.Receipts.Enter([new SmsReceipt(ids[0], "main", ReceiptCode.Delivered, "1", "")], at.AddSeconds(4));
        _room.Receipts.Enter([new SmsReceipt(ids[1], "main", ReceiptCode.Failed, "2", "UNDELIV 001")], at.AddMinutes(2));

        AlertProof proof = _book.Find(alert.Identifier)!;

        Assert.Equal((3, 1, 1 / 3d), (proof.People, proof.PeopleReached, Math.Round(proof.ShareReached!.Value, 4) == 0.3333 ? 1 / 3d : 0));
        Assert.Equal(["5001 1 0 0", "500101 3 1 1"], proof.Places.Select(p => $"{p.Name} {p.Targeted} {p.Received} {p.Failed}"));
        Assert.Equal(["siren 1 0", "sms 3 3"], proof.Channels.Select(c => $"{c.Name} {c.Targeted} {c.Sent}"));
        Assert.Equal(("UNDELIV 001", 1), (proof.Reasons.Single().Reason, proof.Reasons.Single().Count));
        Assert.Equal((at.AddSeconds(4) - alert.MeasuredAt).TotalSeconds, proof.DelaysS!.FirstReceipt!.Value, 0.01);
        Assert.Equal([1, 1], proof.Minutes.Select(m => m.PeopleReached));
    }

    [Fact]
    public void Find_VersionsOfOneEvent_AreChainedAndEachIsShownForItself()
    {
        _room.Subscribers.Store([RegistryRoom.Person("0811111111")]);
        Target("500101");
        AlertVersion update = Target("500101", version: 2, severity: "Extreme");

        AlertProof proof = _book.Find(2)!;

        Assert.Equal(update.Identifier, proof.Identifier);
        Assert.Equal([(1, "Severe"), (2, "Extreme")], proof.Versions.Select(v => (v.Version, v.Severity)));
        Assert.Equal(1, proof.People);
        Assert.Null(_book.Find("3"));
        Assert.Null(_book.Find("1 OR 1=1"));
    }

    [Fact]
    public void Find_ReplayOfYearsAgo_HasNoDelays()
    {
        _room.Subscribers.Store([RegistryRoom.Person("0811111111")]);
        AlertVersion old = FakeAlertBook.Alert() with { MeasuredAt = Day(2019), SentAt = Day(2019) };
        Store(old);
        _room.Target(old);

        Assert.Null(_book.Find(1)!.DelaysS);
        Assert.Equal(Day(2019), _book.Find(1)!.Times.MeasuredAt);
    }

    [Theory]
    [InlineData(10, null, "SentUnanswered")]
    [InlineData(4, "malee", "Released")]
    public void Find_VersionThatWaited_WasReleasedLaterThanDecided(int minutes, string? by, string outcome)
    {
        using ReleaseRoom room = new(ReleaseRoom.Waits(ReleaseEnd.Send));
        AlertVersion alert = room.Open();
        ProofBook book = new(room.Registry.Database, room.Registry.Stations, room.Registry.Deliveries, room.Registry.Subscribers);
        Assert.Equal((null, null), (book.Find(alert.Number)!.Times.ReleasedAt, book.Find(alert.Number)!.Hold!.Outcome));
        room.Time.Now += TimeSpan.FromMinutes(minutes);
        Assert.Equal(by is null ? 1 : 0, by is null ? room.Desk.Sweep().Count : (int)room.Desk.Release(alert.Number, ReleaseRoom.Malee, "seen").Fate);

        AlertProof proof = book.Find(alert.Number)!;
        Assert.Equal((ReleaseRoom.Start, ReleaseRoom.Start.AddMinutes(minutes)), (proof.Times.DecidedAt, proof.Times.ReleasedAt!.Value));
        Assert.Equal((0, minutes * 60d), (proof.DelaysS!.Decision, proof.DelaysS.Release!.Value));
        Assert.Equal(new ProofHold(ReleaseRoom.Start, ReleaseRoom.Start.AddMinutes(10), outcome, proof.Times.ReleasedAt), proof.Hold);
    }

    [Fact]
    public void Export_PlacesOfFewPeople_CannotBeGuessed()
    {
        _room.Subscribers.Store(
        [
            .. People(0, 3, "500101"), .. People(10, 6, "500102"), .. People(20, 9, "500103"),
        ]);
        Target("5001");
        AlertProof proof = _book.Find(1)!;

        AlertProof export = ProofExport.Of(proof);

        // One alone could be had from the sum, so the next smallest is hidden too.
        Assert.Equal([("500101", null), ("500102", null), ("500103", 9)], export.Places.Select(p => (p.Name, p.Targeted)));
        Assert.All(export.Places.Take(2), p => Assert.True(p is { IsFew: true, Received: null, Waiting: null, Sent: null }));
        Assert.Equal([3, 6, 9], proof.Places.Select(p => p.Targeted!.Value));
        Assert.Equal(18, export.People);
    }

    [Fact]
    public void Proof_OnPaperAndAsJson_HoldsNoNumberAndNoRecipient()
    {
        _room.Subscribers.Store([.. People(0, 7, "500101")]);
        Target("500101");
        AlertProof proof = _book.Find(1)!;

        string text = string.Join('\n', ProofPrinter.Lines(proof)) + JsonSerializer.Serialize(proof, ProofJson.Readable.AlertProof);

        Assert.DoesNotContain("6681", text, StringComparison.Ordinal);
        Assert.DoesNotContain("081", text, StringComparison.Ordinal);
        Assert.DoesNotContain("recipient", text, StringComparison.Ordinal);
        Assert.Contains("หมอกควันรุนแรง", text, StringComparison.Ordinal);
    }

    private static DateTimeOffset Day(int year) => new(year, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private static IEnumerable<Subscriber> People(int from, int count, string region) =>
        Enumerable.Range(from, count).Select(n => RegistryRoom.Person($"081{n:0000000}", "sms", "th", region));

    private AlertVersion Target(string region, int version = 1, string severity = "Severe")
    {
        AlertVersion alert = FakeAlertBook.Alert(region: region, version: version, severity: severity);
        Store(alert);
        _room.Target(alert);
        return alert;
    }

    private void Store(AlertVersion alert) => _room.Database.Write(connection =>
    {
        AlertTables.Insert(connection, alert);
        return 0;
    });
}
