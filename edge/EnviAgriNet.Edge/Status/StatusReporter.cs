using EnviAgriNet.Core.Readings;
using EnviAgriNet.Edge.Clock;
using EnviAgriNet.Edge.Downlink;
using EnviAgriNet.Edge.Intake;
using EnviAgriNet.Edge.Outbox;
using EnviAgriNet.Edge.Rules;
using EnviAgriNet.Edge.Uplink;
using EnviAgriNet.Mqtt;
using EnviAgriNet.Protocol.Messages;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Edge.Status;

/// <summary>Puts the report together.</summary>
internal sealed class StatusReporter(
    PackOutbox outbox,
    OutboxWriter writer,
    LatestValues latest,
    NodeClock clock,
    IBrokerLink link,
    LinkInbox inbox,
    AlertDesk alerts,
    ConfigDesk configs,
    RuleDesk rules,
    IOptions<StationOptions> station,
    IOptions<StatusOptions> options,
    TimeProvider time)
{
    /// <summary>The version of this program.</summary>
    public static string Version { get; } =
        typeof(StatusReporter).Assembly.GetName().Version is { } v ? $"{v.Major}.{v.Minor}.{v.Build}" : "0";

    /// <summary>The clock's state as it stands on the wire.</summary>
    public static string NameOf(ClockState state) => state switch
    {
        ClockState.Synced => "synced",
        ClockState.Estimated => "estimated",
        _ => "unsynced",
    };

    /// <summary>The figures of an outbox as a report, with nothing of what only a running edge knows.</summary>
    public static StatusReport Of(OutboxFigures figures, string station, DateTimeOffset now) => new()
    {
        Station = station,
        Outbox = figures.Outbox,
        Version = Version,
        AcceptedReadings = figures.AcceptedReadings,
        AcceptedPacks = figures.AcceptedPacks,
        LastSequence = figures.LastSequence,
        ReceiptedPacks = figures.ReceiptedPacks,
        RejectedPacks = figures.RejectedPacks,
        Depth = figures.Depth,
        ReadingsWaiting = figures.ReadingsWaiting,
        Bytes = figures.Bytes,
        HoursLeft = figures.HoursLeft,
        HoursWaiting = figures.OldestWaitingAt is { } oldest ? Math.Max(0, Math.Round((now - oldest).TotalHours, 1)) : 0,
        DroppedReadings = figures.DroppedReadings,
        ThinnedReadings = figures.ThinnedReadings,
        LostReadings = figures.LostReadings,
        SegmentsCorrupt = figures.SegmentsCorrupt,
        SalvagedPacks = figures.SalvagedPacks,
        EventsWaiting = figures.EventsWaiting,
    };

    /// <summary>The report of this moment.</summary>
    public StatusReport Report()
    {
        TimeSpan now = ClockWatch.Monotonic(time);
        KeptConfig config = Config();
        IReadOnlyList<AlertNotice> standing = rules.Standing;
        return Of(Figures(), station.Value.Id, time.GetUtcNow()) with
        {
            Config = config.InForce?.Version,
            ConfigRefused = config.Refused,
            ConfigFaults = config.Faults,
            LocalAlarms = standing.Count,
            UnjudgedReadings = rules.Unjudged,
            Link = link.State switch { LinkState.Up => "up", LinkState.Connecting => "connecting", _ => "down" },
            LastReceiptAt = inbox.LastReceiptAt,
            Disk = writer.IsFailing || outbox.Id.Length == 0 ? "full" : "ok",
            Clock = NameOf(clock.State),
            Series = [.. latest.All().Select(h => new SeriesStatus(
                h.Reading.Series.Text,
                h.Reading.Series.Quantity.Unit,
                h.Reading.Value,
                h.Reading.TakenAt,
                (int)h.Reading.Quality,
                h.Reading.Test == QualityTest.None ? null : QualityMark.NameOf(h.Reading.Test),
                now - h.HeardAt > options.Value.SilentAfter))],
            Alerts = Alerts(standing),
        };
    }

    // A local alarm is on the page also at a centre without siren and board.
    private IReadOnlyList<AlertStatus> Alerts(IReadOnlyList<AlertNotice> standing)
    {
        IReadOnlyList<BoardLine> board = [];
        try
        {
            board = alerts.Board();
        }
        catch (OutboxException)
        {
            // What stands is known without the disk.
        }

        return
        [
            .. standing.Where(notice => board.All(line => line.Notice.EventId != notice.EventId)).Select(notice => new AlertStatus(
                notice.Identifier, notice.Severity, notice.Text, time.GetUtcNow(), null, null) { IsOnBoard = false }),
            .. board.Select(line => new AlertStatus(
                line.Notice.Identifier, line.Notice.Severity, line.Notice.Text, line.ShownAt, line.AcknowledgedBy, line.AcknowledgedAt)),
        ];
    }

    private KeptConfig Config()
    {
        try
        {
            return configs.Current;
        }
        catch (OutboxException)
        {
            return new KeptConfig(null, null, null);
        }
    }

    private OutboxFigures Figures()
    {
        try
        {
            return outbox.Figures();
        }
        catch (OutboxException)
        {
            // The files could not be opened or read for lack of room; the writer has logged it, and the report says it.
            return new OutboxFigures();
        }
    }
}
