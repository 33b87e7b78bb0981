using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Channels.Proof;
using EnviAgriNet.Cloud.Channels.Sms;
using EnviAgriNet.Cloud.Performance;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Tests.Channels;

namespace EnviAgriNet.Cloud.Tests.Api.Kpi;

public sealed class WarningBookTests : IDisposable
{
    private readonly RegistryRoom _room = new();
    private readonly WarningBook _book;

    public WarningBookTests() =>
        _book = new WarningBook(_room.Database, new ProofBook(_room.Database, _room.Stations, _room.Deliveries, _room.Subscribers));

    public void Dispose() => _room.Dispose();

    [Fact]
    public void Enter_OneOfTwoReached_CountsOnceAllIsSettled_AndNeverTwice()
    {
        _room.Subscribers.Store([RegistryRoom.Person("0811111111"), RegistryRoom.Person("0822222222")]);
        AlertVersion alert = FakeAlertBook.Alert();
        _room.Database.Write(c => AlertTables.Insert(c, alert));
        _room.Target(alert, "sms");
        DateTimeOffset now = DateTimeOffset.UtcNow;
        KpiYear year = KpiYear.Of(now, 10);
        Assert.Equal(0, _book.Enter(now.AddHours(1), 10));
        Assert.Equal((0, 1L), (_book.Sums(year).Count, _book.Sums(year).Open));

        long[] ids = [.. _room.Deliveries.Turn("sms", [], 9, now).Jobs.Select(j => j.Id)];
        _room.Deliveries.Turn("sms", [.. ids.Select(id => new SettledAttempt(id, DeliveryState.Sent, null, ""))], 0, now);
        _room.Receipts.Enter([new SmsReceipt(ids[0], "main", ReceiptCode.Delivered, "1", "")], now.AddSeconds(90));
        _room.Receipts.Enter([new SmsReceipt(ids[1], "main", ReceiptCode.Failed, "2", "UNDELIV")], now.AddSeconds(95));

        Assert.Equal(1, _book.Enter(now.AddHours(1), 10));
        Assert.Equal(0, _book.Enter(now.AddHours(1), 10));
        WarningSums sums = _book.Sums(year);
        Assert.Equal((1, 0L, 2L, 1L), (sums.Count, sums.Open, sums.People, sums.Reached));
        Assert.Equal(90, Assert.Single(sums.HalfS), 3.0);
        Assert.Equal(0, _book.Sums(KpiYear.Of(year.Year - 1, 10)).Count);
    }

    [Theory]
    [InlineData(true, 1, 0)]
    [InlineData(false, 0, 1)]
    public void Sums_EventThatGrewAfterTheFirstReceipt_GivesALead(bool grew, int leads, int atOnce)
    {
        DateTimeOffset at = DateTimeOffset.UtcNow.AddHours(-3);
        _room.Database.Write(c =>
        {
            c.Run(
                "INSERT INTO event(id, region, hazard, onset, level, ended) VALUES('E1', '500101', 'haze', $at, 'Severe', $end)",
                ("$at", Ms(at)), ("$end", Ms(at.AddHours(2))));
            c.Run("INSERT INTO event_change VALUES('E1', $at, 'Opened', $level, 1)", ("$at", Ms(at)), ("$level", grew ? "Moderate" : "Severe"));
            c.Run("INSERT INTO event_change VALUES('E1', $at, 'LevelChanged', 'Severe', 1)", ("$at", Ms(at.AddMinutes(45))));
            return c.Run("INSERT INTO kpi_warning VALUES('E1-v1', 'E1', 1, 0, $at, $told, 10, 9, 60)", ("$at", Ms(at)), ("$told", Ms(at.AddMinutes(1))));
        });

        LeadSums sums = _book.Sums(KpiYear.Of(at, 10)).Leads;

        Assert.Equal((leads, atOnce), (sums.Seconds.Count, sums.AtOnce));
        Assert.All(sums.Seconds, lead => Assert.Equal(44 * 60, lead, 1.0));
    }

    private static long Ms(DateTimeOffset time) => time.ToUnixTimeMilliseconds();
}
