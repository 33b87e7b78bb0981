using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Channels;

namespace EnviAgriNet.Cloud.Tests.Channels;

/// <summary>One person in 500101, one in the rest of the district 5001, one who wants to know of the whole province.</summary>
public sealed class EventGroupTests : IDisposable
{
    private readonly RegistryRoom _room = new();
    private int _second;

    public EventGroupTests() => _room.Subscribers.Store([
        RegistryRoom.Person("0812345671", "sms", "th", "500101"),
        RegistryRoom.Person("0812345672", "sms", "th", "500102"),
        RegistryRoom.Person("0812345673", "sms", "th", "50")]);

    public void Dispose() => _room.Dispose();

    [Fact]
    public void Target_OverlappingEventOfTheSameLevel_TellsOnlyWhoDoesNotKnow()
    {
        Assert.Equal(["1", "3"], Told("A", 1, "500101", "Severe"));
        Assert.Equal(["2"], Told("B", 1, "5001", "Severe"));
        Assert.Equal([], Told("B", 2, "5001", "Moderate", except: "2"));
        Assert.Equal([], Told("C", 1, "500101", "Moderate"));
    }

    [Fact]
    public void Target_AHigherLevel_TellsEverybodyAndALowerOneWhoseHighestFell()
    {
        Assert.Equal(["1", "2", "3"], Told("B", 1, "5001", "Moderate"));
        Assert.Equal(["1", "3"], Told("A", 1, "500101", "Severe"));
        Assert.Equal(["1", "3"], Told("A", 2, "500101", "Moderate"));
        Assert.Equal(["1", "2", "3"], Told("B", 2, "5001", "Severe"));
    }

    [Fact]
    public void Target_AllClear_ComesWithTheEndOfTheLastEventThere()
    {
        Assert.Equal(["1", "2", "3"], Told("B", 1, "5001", "Severe"));
        Assert.Equal([], Told("A", 1, "500101", "Severe"));
        Assert.Equal(["2"], Told("B", 2, "5001", "Minor", isAllClear: true));
        Assert.Equal(["1", "3"], Told("A", 2, "500101", "Minor", isAllClear: true));
        Assert.Equal(["1", "3"], Told("D", 1, "500101", "Moderate"));
    }

    [Fact]
    public void Target_AnotherHazardOrAnEventThatRanOut_IsNoGroup()
    {
        Assert.Equal(["1", "3"], Told("A", 1, "500101", "Severe"));
        Assert.Equal(["1", "2", "3"], Told("F", 1, "5001", "Severe", hazard: "river-flood"));
        _second += (int)TimeSpan.FromHours(7).TotalSeconds;
        Assert.Equal(["1", "2", "3"], Told("B", 1, "5001", "Severe"));
        Assert.Equal(["1", "2", "3"], Told("B", 2, "5001", "Severe"));
    }

    [Fact]
    public void Target_WordedAnewByAnOfficer_TellsWhoHeardOfItLast()
    {
        Told("B", 1, "5001", "Severe");
        Told("A", 1, "500101", "Moderate");
        Assert.Equal(["1", "2", "3"], Told("B", 2, "5001", "Severe"));
        Assert.Equal(1, _room.Subscribers.All().Count(s => s.Regions[0].Code == "500102"));
    }

    [Fact]
    public void Target_InQuietHours_WaitsForTheMorningAndIsOvertakenByWhatIsWorse()
    {
        QuietBook quiet = new(_room.Database);
        DateTimeOffset network = DateTimeOffset.UtcNow;
        AlertVersion alert = FakeAlertBook.Alert("A", severity: "Moderate", life: TimeSpan.FromHours(12));
        Target(alert, network.AddHours(5));
        Assert.All(_room.Deliveries.Newest(9).Where(d => d.Channel == "sms"), d => Assert.Equal(("queued", QuietBook.Reason), (d.State, d.Reason)));
        Assert.Empty(_room.Deliveries.Turn("sms", [], 9, DateTimeOffset.UtcNow.AddDays(1)).Jobs);
        Assert.Equal(0, quiet.Wake(network.AddHours(4.9), DateTimeOffset.UtcNow));
        Assert.Equal(2, quiet.Wake(network.AddHours(5), DateTimeOffset.UtcNow));
        Assert.Equal(0, quiet.Wake(network.AddHours(6), DateTimeOffset.UtcNow));
        Assert.Equal(2, _room.Deliveries.Turn("sms", [], 9, DateTimeOffset.UtcNow).Jobs.Count);

        Target(FakeAlertBook.Alert("C", severity: "Moderate", life: TimeSpan.FromHours(4)), network.AddHours(5));
        Assert.Equal(2, _room.Deliveries.Newest(20).Count(d => d is { Event: "C", State: "expired", Reason: QuietBook.Reason }));

        Target(FakeAlertBook.Alert("D", severity: "Moderate", life: TimeSpan.FromHours(12)), network.AddHours(5));
        Target(FakeAlertBook.Alert("D", 2, "Severe", life: TimeSpan.FromHours(12)), null);
        Assert.Equal(0, quiet.Wake(network.AddHours(6), DateTimeOffset.UtcNow));
        Assert.Equal(2, _room.Deliveries.Newest(20).Count(d => d is { Event: "D", Version: 1, State: "expired" } && d.Channel == "sms"));
    }

    [Theory]
    [InlineData("haze", "Moderate", 15, 23)]
    [InlineData("haze", "Minor", 22, 23)]
    [InlineData("haze", "Moderate", 23, null)]
    [InlineData("haze", "Moderate", 13, null)]
    [InlineData("haze", "Severe", 15, null)]
    [InlineData("river-flood", "Moderate", 15, null)]
    public void Until_OfSeverityHazardAndHour_IsTheMorningOrNothing(string hazard, string severity, int hourUtc, int? untilUtc)
    {
        QuietHours quiet = new(Microsoft.Extensions.Options.Options.Create(new QuietOptions()));
        DateTimeOffset day = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
        AlertVersion alert = FakeAlertBook.Alert(severity: severity, hazard: hazard);

        Assert.Equal(untilUtc is { } hour ? day.AddHours(hour) : null, quiet.Until(alert, day.AddHours(hourUtc), isReplay: false));
        Assert.Null(quiet.Until(alert, day.AddHours(hourUtc), isReplay: true));
    }

    private void Target(AlertVersion alert, DateTimeOffset? quietUntil)
    {
        _room.Alerts.Release(alert);
        _room.Targeting.Target(alert, ["sms"], DateTimeOffset.UtcNow, alert.ExpiresAt, withdraws: true, quietUntil);
    }

    private string[] Told(
        string id, int version, string region, string severity, bool isAllClear = false, string hazard = "haze", string except = "")
    {
        DateTimeOffset sent = DateTimeOffset.UtcNow.AddSeconds(++_second);
        AlertVersion alert = FakeAlertBook.Alert(id, version, severity, region, isAllClear, hazard: hazard) with
        {
            SentAt = sent,
            ExpiresAt = sent.AddHours(6),
        };
        _room.Target(alert, withdraws: false, "sms");
        return [.. _room.Deliveries.Newest(1000).Where(d => d.Alert == alert.Identifier && d.Channel == "sms" && d.Recipient != except).Select(d => d.Recipient).Order()];
    }
}
