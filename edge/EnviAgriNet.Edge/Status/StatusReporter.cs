using EnviAgriNet.Core.Readings;
using EnviAgriNet.Edge.Clock;
using EnviAgriNet.Edge.Downlink;
using EnviAgriNet.Edge.Identity;
using EnviAgriNet.Edge.Intake;
using EnviAgriNet.Edge.Outbox;
using EnviAgriNet.Edge.Rules;
using EnviAgriNet.Edge.Uplink;
using EnviAgriNet.Mqtt;
using EnviAgriNet.Protocol.Messages;
using Microsoft.Extensions.Options;
using LinkOptions = EnviAgriNet.Mqtt.LinkOptions;

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
    CloudSilence silence,
    IOptions<StationOptions> station,
    IOptions<LinkOptions> linkOptions,
    IOptions<IdentityOptions> identity,
    IOptions<StatusOptions> options,
    TimeProvider time)
{
    // Of the year 9999: a notice that holds for ever does not say until when.
    private const double LastSecond = 253_402_300_799;

    private static readonly TimeSpan EndedShownFor = TimeSpan.FromDays(1);

    private readonly CertificateWatch _certificate = new(linkOptions.Value, identity.Value, time);

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

    /// <summary>The report of this moment. What cannot be read is said; it never keeps the rest from being shown.</summary>
    public StatusReport Report()
    {
        TimeSpan mono = ClockWatch.Monotonic(time);
        DateTimeOffset now = alerts.Now;
        (OutboxFigures figures, long lost, long rejected, bool isRead) = Figures(now);
        KeptConfig? config = Config();
        IReadOnlyList<AlertNotice> standing = rules.Standing;
        return Of(figures, station.Value.Id, time.GetUtcNow()) with
        {
            At = now,
            Config = config?.InForce?.Version,
            ConfigRefused = config?.Refused,
            ConfigFaults = config?.Faults,
            LocalAlarms = standing.Count,
            UnjudgedReadings = rules.Unjudged,
            LostLately = lost,
            RejectedLately = rejected,
            Link = link.State switch { LinkState.Up => "up", LinkState.Connecting => "connecting", _ => "down" },
            IsAlone = silence.IsAlone,
            LastReceiptAt = inbox.LastReceiptAt,
            Disk = writer.IsFailing || outbox.Id.Length == 0 ? "full" : isRead && config is not null ? "ok" : "broken",
            Clock = NameOf(clock.State),
            CertificateDays = clock.State == ClockState.Unsynced ? null : (_certificate.EndsAt - now)?.TotalDays,
            AreAlertsUnkept = alerts.IsForgetful,
            IsSirenDeaf = alerts.IsDeaf,
            Series = [.. latest.All().Select(h => Series(h, now, mono - h.HeardAt))],
            Alerts = Alerts(standing, now),
            Ended = alerts.Over().Where(over => now - over.EndedAt < EndedShownFor).Select(Ended).FirstOrDefault(),
        };
    }

    private static EndedAlert Ended(OverLine over) => new(
        over.Warning.Identifier,
        over.Warning.Text,
        over.EndedAt,
        over.Ending is null ? EndedHow.Expired
            : AlarmNotice.IsLocal(over.Warning.Identifier) ? EndedHow.LocalRule
            : over.Ending.Type == "Cancel" ? EndedHow.Cancelled
            : EndedHow.AllClear,
        over.Ending?.Text ?? new Dictionary<string, string>());

    // While the clock is not set, what a source says of the time tells less than when it was heard.
    private SeriesStatus Series(Heard heard, DateTimeOffset now, TimeSpan heardAgo) => new(
        heard.Reading.Series.Text,
        heard.Reading.Series.Quantity.Unit,
        heard.Reading.Value,
        heard.Reading.TakenAt,
        (int)heard.Reading.Quality,
        heard.Reading.Test == QualityTest.None ? null : QualityMark.NameOf(heard.Reading.Test),
        heardAgo > options.Value.SilentAfter)
    {
        AgeSeconds = Math.Round((clock.State == ClockState.Unsynced ? heardAgo : now - heard.Reading.TakenAt).TotalSeconds, 1),
    };

    // A local alarm that was not handed over yet stands all the same.
    private IReadOnlyList<AlertStatus> Alerts(IReadOnlyList<AlertNotice> standing, DateTimeOffset now)
    {
        IReadOnlyList<BoardLine> board = alerts.Board();
        return
        [
            .. standing.Where(notice => board.All(line => line.Notice.EventId != notice.EventId))
                .Select(notice => Alert(new BoardLine(notice, now, null, null, null)) with { IsOnBoard = false }),
            .. board.Select(Alert),
        ];
    }

    private static AlertStatus Alert(BoardLine line) => new(
        line.Notice.Identifier, line.Notice.Severity, line.Notice.Text, line.ShownAt, line.AcknowledgedBy, line.AcknowledgedAt)
    {
        IsAllClear = line.IsAllClear,
        Instruction = line.Notice.Instruction ?? new Dictionary<string, string>(),
        ExpiresAt = line.Notice.Expires is > 0 and < LastSecond ? DateTimeOffset.UnixEpoch.AddSeconds(line.Notice.Expires) : null,
    };

    private KeptConfig? Config()
    {
        try
        {
            return configs.Current;
        }
        catch (OutboxException)
        {
            return null;
        }
    }

    private (OutboxFigures Figures, long Lost, long Rejected, bool IsRead) Figures(DateTimeOffset now)
    {
        try
        {
            OutboxFigures figures = outbox.Figures();
            (long lost, long rejected) = outbox.WithControl(c => (
                c.Losses.Lately("readings", figures.DroppedReadings + figures.ThinnedReadings + figures.LostReadings, now),
                c.Losses.Lately("packs", figures.RejectedPacks, now)));
            return (figures, lost, rejected, true);
        }
        catch (OutboxException)
        {
            // The writer has logged it, and the report says it.
            return (new OutboxFigures(), 0, 0, false);
        }
    }
}
