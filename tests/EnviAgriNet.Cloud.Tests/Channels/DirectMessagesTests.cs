using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Registry;

namespace EnviAgriNet.Cloud.Tests.Channels;

public sealed class DirectMessagesTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 5, 0, 0, TimeSpan.Zero);

    private readonly RegistryRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public void Forget_PersonalWords_AreWipedOnceTheyAreSettledAndPastTheirDeadline()
    {
        foreach (string kind in (string[])["reply", "case", "code", "escalation", "satisfaction"])
        {
            Assert.True(Queue(kind, TimeSpan.FromMinutes(10)));
            Assert.False(Queue(kind, TimeSpan.FromMinutes(10)));
        }

        Assert.True(Queue("reply", TimeSpan.FromHours(10), key: "long"));
        _room.Target(FakeAlertBook.Alert());
        DeliveryTurn turn = _room.Deliveries.Turn("sms", [], 2, Now);
        _room.Deliveries.Turn("sms", [.. turn.Jobs.Select(j => new SettledAttempt(j.Id, DeliveryState.Delivered, null, string.Empty))], 0, Now);
        Assert.Equal(2, turn.Jobs.Count);

        // Arrived, but a repeat may still be told apart by its words; and what nobody sent yet is not lost.
        Assert.Equal(0, _room.Deliveries.Forget(Now.AddMinutes(9)));
        Assert.Equal(2, _room.Deliveries.Forget(Now.AddMinutes(10)));
        Assert.Equal(3, _room.Deliveries.Sweep(Now.AddMinutes(10), Now));
        Assert.Equal(1, _room.Deliveries.Forget(Now.AddMinutes(10)));
        Assert.Equal(0, _room.Deliveries.Forget(Now.AddMinutes(11)));

        List<(string Alert, string Text)> texts = _room.Database.Read(c => c.List(
            "SELECT alert, text FROM message WHERE instr(alert, ':') > 0 ORDER BY id", row => (row.GetString(0), row.GetString(1))));
        Assert.Equal(
            [("reply:1", "-"), ("case:1", "-"), ("code:1", "-"), ("escalation:1", "words"), ("satisfaction:1", "words"), ("reply:long", "words")], texts);
        Assert.NotEmpty(_room.Database.Read(c => c.List("SELECT text FROM message WHERE instr(alert, ':') = 0 AND text <> '-'", row => row.GetString(0))));
        Assert.False(Queue("case", TimeSpan.FromMinutes(10)));
    }

    [Fact]
    public void Forget_AmongManyMessages_LooksAtThoseInClearAlone()
    {
        string plan = string.Join('\n', _room.Database.Read(c => c.List(
            $"EXPLAIN QUERY PLAN {DirectMessages.ForgetSql}", row => row.GetString(3), ("$now", 0L))));
        Assert.Contains("message_in_clear", plan, StringComparison.Ordinal);
        Assert.Contains("delivery_alert", plan, StringComparison.Ordinal);
    }

    private bool Queue(string kind, TimeSpan life, string key = "1") =>
        _room.Database.Write(c => DirectMessages.Queue(c, new DirectMessage(kind, key, "c1", "sms", "words", life), Now));
}
