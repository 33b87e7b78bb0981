using EnviAgriNet.Edge.Downlink;
using EnviAgriNet.Edge.Outbox;
using EnviAgriNet.Protocol.Messages;
using Microsoft.Extensions.Logging.Abstractions;

namespace EnviAgriNet.Edge.Tests.Downlink;

/// <summary>What stands on the screen over versions, restarts and a disk that fails.</summary>
public sealed class NoticeBoardTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 1, 5, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Show_DiskFails_StandsAllTheSame_AndIsKeptWhenTheDiskAnswers()
    {
        using OutboxBench bench = new();
        bench.Close();
        string folder = bench.Options.Folder;
        Directory.Delete(folder, recursive: true);
        File.WriteAllText(folder, "no folder");
        bench.Reopen();
        LateWriter writer = new(bench.Outbox, NullLogger.Instance);
        NoticeBoard board = new(bench.Outbox, writer);
        AlertFates fates = new(bench.Outbox, writer, bench.Time);

        board.Show(Notice(1), Now);
        Assert.True(board.Acknowledge("a1", "head", Now, new StationEvent { Kind = StationEventKind.AlertAcknowledged, Alert = "a1" }));
        fates.Tell(Notice(1), StationEventKind.AlertShown, "shown");
        Assert.Equal("head", Assert.Single(board.Lines).AcknowledgedBy);
        Assert.True(writer.IsFailing && board.IsUnread && fates.IsKnown(Notice(1)));

        File.Delete(folder);
        bench.Time.Advance(TimeSpan.FromMinutes(2));
        writer.TryAgain();
        Assert.False(writer.IsFailing || board.IsUnread);
        Assert.Equal([StationEventKind.AlertAcknowledged, StationEventKind.AlertShown], bench.Outbox.Events(9).Select(e => e.Kind));
        bench.Reopen();
        NoticeBoard again = new(bench.Outbox, new LateWriter(bench.Outbox, NullLogger.Instance));
        Assert.Equal("head", Assert.Single(again.Lines).AcknowledgedBy);
        Assert.True(new AlertFates(bench.Outbox, writer, bench.Time).IsKnown(Notice(1)));
    }

    [Fact]
    public void Show_NewerVersionAndWithdrawal_TakeTheLine_AndWhatStoodBeforeIsKnownAfterARestart()
    {
        using OutboxBench bench = new();
        NoticeBoard board = new(bench.Outbox, new LateWriter(bench.Outbox, NullLogger.Instance));
        board.Show(Notice(2), Now);
        board.Show(Notice(1), Now.AddMinutes(1));
        Assert.Equal("a2", Assert.Single(board.Lines).Notice.Identifier);
        Assert.Null(OverLine.Of(board.Lines[0], Now));
        Assert.Null(OverLine.Of(board.Lines[0], Now.AddHours(2))!.Ending);
        Assert.True(board.Acknowledge("a2", "head", Now, new StationEvent { Kind = StationEventKind.AlertAcknowledged, Alert = "a2" }));
        Assert.False(board.Acknowledge("a2", "deputy", Now, new StationEvent { Kind = StationEventKind.AlertAcknowledged, Alert = "a2" }));

        board.Show(Notice(3) with { Type = "Cancel", Text = new Dictionary<string, string> { ["en"] = "wrong sensor" } }, Now.AddMinutes(5));
        bench.Reopen();
        BoardLine line = Assert.Single(new NoticeBoard(bench.Outbox, new LateWriter(bench.Outbox, NullLogger.Instance)).Lines);
        OverLine over = OverLine.Of(line, Now.AddHours(3))!;
        Assert.Equal(("a2", Now.AddMinutes(5), "wrong sensor"), (over.Warning.Identifier, over.EndedAt, over.Ending!.Text["en"]));
    }

    [Fact]
    public void Show_LocalAlarmRenewed_StaysAcknowledged_AndANewVersionOfTheCloudDoesNot()
    {
        using OutboxBench bench = new();
        NoticeBoard board = new(bench.Outbox, new LateWriter(bench.Outbox, NullLogger.Instance));
        foreach ((string renewed, string? by) in ((string, string?)[])[("a1", "head"), ("a2", null)])
        {
            AlertNotice first = Notice(1) with { EventId = renewed };
            board.Show(first, Now);
            board.Acknowledge(first.Identifier, "head", Now, new StationEvent { Alert = first.Identifier });
            board.Show(first with { Identifier = renewed, Version = 2 }, Now);
            Assert.Equal(by, board.Find(first)!.AcknowledgedBy);
            board.Acknowledge(renewed, "x", Now, new StationEvent { Alert = renewed });
            board.Show(first with { Identifier = "end", Version = 3, Type = "Cancel" }, Now);
        }
    }

    [Theory]
    [InlineData(true, "Alert", true, false, StationEventKind.AlertFailed, "no siren")]
    [InlineData(false, "Alert", true, false, StationEventKind.AlertShown, "on the centre's screen")]
    [InlineData(true, "Cancel", true, false, StationEventKind.AlertShown, "on the centre's screen")]
    [InlineData(false, "Alert", false, false, StationEventKind.AlertFailed, "neither siren nor board nor screen")]
    [InlineData(false, "Alert", true, true, StationEventKind.AlertFailed, "expired")]
    public void PageFate_SaysWhatIsTrue(bool siren, string type, bool hasPage, bool isExpired, StationEventKind kind, string reason)
    {
        (StationEventKind told, string why) = PageFate.Of(Notice(1) with { Siren = siren, Type = type }, hasPage, isExpired);
        Assert.Equal(kind, told);
        Assert.Contains(reason, why, StringComparison.Ordinal);
    }

    private static AlertNotice Notice(int version) => new()
    {
        EventId = "E1",
        Identifier = $"a{version}",
        Version = version,
        Text = new Dictionary<string, string> { ["en"] = "the river rises" },
        Expires = Now.AddHours(1).ToUnixTimeSeconds(),
    };
}
