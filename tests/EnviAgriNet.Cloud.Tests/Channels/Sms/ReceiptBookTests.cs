using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Channels.Sms;

namespace EnviAgriNet.Cloud.Tests.Channels.Sms;

/// <summary>Receipts in any order, repeated and contradictory, end in one state.</summary>
public sealed class ReceiptBookTests : IDisposable
{
    private static readonly string[] Starts = ["sending", "sent", "queued", "unknown", "expired", "failed"];

    private readonly RegistryRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Theory]
    [InlineData("1", "", "D", "delivered")]
    [InlineData("2", "id:1 stat:UNDELIV err:001 text:", "F", "failed")]
    [InlineData("2", "id:1 stat:EXPIRED err:000 text:", "E", "expired")]
    [InlineData("2", "id:1 stat:REJECTD err:004 text:", "R", "failed")]
    [InlineData("4", "", "W", "sent")]
    [InlineData("8", "ACK/", "S", "sent")]
    [InlineData("16", "NACK/0x0000000b/Invalid Destination Address", "R", "failed")]
    [InlineData("16", "NACK/validity expired", "E", "expired")]
    [InlineData("3", "", null, null)]
    [InlineData("", "", null, null)]
    [InlineData("99999999999", "", null, null)]
    public void Read_ReportOfKannel_IsALetterAndAState(string type, string answer, string? letter, string? state)
    {
        SmsReceipt? receipt = SmsReceiptEndpoint.Read(7, "main", type, "77", answer);

        Assert.Equal((letter, state), (receipt?.Code.Letter(), receipt?.Code.State().Word()));
    }

    [Fact]
    public void Enter_AnyOrderOfAnyReceipts_EndsInTheSameState()
    {
        const int Cases = 300;
        _room.Subscribers.Store([.. Enumerable.Range(0, Cases * 2).Select(n => RegistryRoom.Person($"08{n:00000000}"))]);
        _room.Target(FakeAlertBook.Alert());
        DateTimeOffset now = DateTimeOffset.UtcNow.AddSeconds(1);
        long[] ids = [.. _room.Deliveries.Turn("sms", [], Cases * 2, now).Jobs.Select(job => job.Id).Order()];
        for (int seed = 0; seed < Cases; seed++)
        {
            Random random = new(seed);
            string start = Starts[random.Next(Starts.Length)];
            ReceiptCode[] said = [.. Enumerable.Range(0, random.Next(1, 7)).Select(_ => (ReceiptCode)random.Next(1, 7))];
            ReceiptCode[] again = [.. said.Concat(said).Concat(said[..random.Next(said.Length)])];
            random.Shuffle(again);

            string one = After(ids[seed * 2], start, said, batch: true);
            string other = After(ids[(seed * 2) + 1], start, again, batch: false);

            string name = $"seed {seed}, from {start}: {string.Concat(said.Select(c => c.Letter()))} and {string.Concat(again.Select(c => c.Letter()))}";
            Assert.True(one == other, $"{name}: {one} and {other}");
            Assert.True(one == Expected(start, said.Max()), $"{name}: {one}");
        }
    }

    [Fact]
    public void Enter_BeforeTheAnswerOfTheCall_IsNotUndoneByIt_AndWithoutAnyItEndsAsUnknown()
    {
        _room.Subscribers.Store([.. Enumerable.Range(0, 2).Select(n => RegistryRoom.Person($"08{n:00000000}"))]);
        _room.Target(FakeAlertBook.Alert());
        DateTimeOffset now = DateTimeOffset.UtcNow.AddSeconds(1);
        long[] ids = [.. _room.Deliveries.Turn("sms", [], 2, now).Jobs.Select(job => job.Id).Order()];

        Assert.Equal(1, _room.Receipts.Enter([new SmsReceipt(ids[0], "one", ReceiptCode.Delivered, "9", "")], now));
        Assert.Equal(0, _room.Receipts.Enter([new SmsReceipt(ids[0], "one", ReceiptCode.Sent, "9", "")], now));
        _room.Deliveries.Turn("sms", [.. ids.Select(id => new SettledAttempt(id, DeliveryState.Sent, null, "", "two", "42"))], 0, now);

        Assert.Equal(["delivered D one", "sent  two"], Lines());
        Assert.Equal(ids[1], _room.Receipts.Find("two", "42"));
        Assert.Null(_room.Receipts.Find("one", "42"));
        _room.Deliveries.Sweep(now.AddHours(7), now.AddHours(7));
        Assert.Equal(["delivered D one", "unknown  two"], Lines());
    }

    private IEnumerable<string> Lines() => _room.Deliveries.Newest(2).Reverse().Select(line => $"{line.State} {line.Receipt} {line.Gateway}");

    private static string Expected(string start, ReceiptCode highest)
    {
        DeliveryState state = highest.State();
        bool stays = state == DeliveryState.Sent && start is "expired" or "failed";
        return $"{(stays && state == DeliveryState.Sent ? start : state.Word())} {highest.Letter()}";
    }

    private string After(long id, string start, ReceiptCode[] said, bool batch)
    {
        _room.Database.Write(connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"UPDATE delivery SET state = '{start}' WHERE id = {id}";
            return command.ExecuteNonQuery();
        });
        SmsReceipt[] receipts = [.. said.Select(code => new SmsReceipt(id, "main", code, "9", code.State() == DeliveryState.Failed ? "NACK" : ""))];
        foreach (SmsReceipt[] turn in receipts.Chunk(batch ? receipts.Length : 1))
        {
            _room.Receipts.Enter(turn, DateTimeOffset.UtcNow);
        }

        DeliveryLine line = _room.Deliveries.Newest(1_000).Single(l => l.Id == id);
        return $"{line.State} {line.Receipt}";
    }
}
