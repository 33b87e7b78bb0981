using System.Threading.Channels;
using EnviAgriNet.Edge.Clock;
using EnviAgriNet.Edge.Intake;
using EnviAgriNet.Edge.Outbox;
using EnviAgriNet.Edge.Status;
using EnviAgriNet.Protocol.Messages;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Edge.Downlink;

/// <summary>
/// Brings alerts to the centre: to its screen at once, and to siren and display, each version once, also over restarts; tried again until
/// they took it or it has expired, and then told to the cloud. Works at its own pace, so that a slow actuator holds nothing else up.
/// </summary>
internal sealed partial class AlertDesk : BackgroundService
{
    private const int SilenceTriesMax = 60;
    private static readonly TimeSpan RetryAfterMax = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan WriteAgainEvery = TimeSpan.FromSeconds(5);

    private readonly NodeClock _clock;
    private readonly LatestValues _latest;
    private readonly DownlinkOptions _options;
    private readonly bool _hasPage;
    private readonly TimeProvider _time;
    private readonly ILogger<AlertDesk> _logger;
    private readonly Channel<AlertNotice> _notices;
    private readonly ActuatorClient? _actuators;
    private readonly LateWriter _writer;
    private readonly NoticeBoard _board;
    private readonly AlertFates _fates;

    // Apart from the notices, so that a person is not kept waiting by one that cannot be shown.
    private readonly Channel<string> _silences =
        Channel.CreateBounded<string>(new BoundedChannelOptions(Limits.BoardLinesMax) { FullMode = BoundedChannelFullMode.DropOldest });

    private readonly HashSet<(string, int)> _underWay = [];
    private volatile bool _isDeaf;

    public AlertDesk(
        PackOutbox outbox,
        NodeClock clock,
        LatestValues latest,
        IOptions<DownlinkOptions> options,
        IOptions<StatusOptions> status,
        TimeProvider time,
        ILogger<AlertDesk> logger)
    {
        _clock = clock;
        _latest = latest;
        _options = options.Value;
        _hasPage = !string.IsNullOrEmpty(status.Value.Listen);
        _time = time;
        _logger = logger;
        _writer = new LateWriter(outbox, logger);
        _board = new NoticeBoard(outbox, _writer);
        _fates = new AlertFates(outbox, _writer, time);
        _actuators = _options.ActuatorSocket is { Length: > 0 } socket ? new ActuatorClient(socket, _options.AnswerTimeMax) : null;
        _notices = Channel.CreateBounded<AlertNotice>(
            new BoundedChannelOptions(Limits.NoticesWaitingMax) { FullMode = BoundedChannelFullMode.DropOldest }, Dropped);
    }

    /// <summary>Whether siren and board did not do what they were last told.</summary>
    public bool IsDeaf => _isDeaf;

    /// <summary>Whether what becomes of alerts cannot be kept or read: the screen then shows what came since the start.</summary>
    public bool IsForgetful => _writer.IsFailing || _board.IsUnread;

    /// <summary>Network time: in a replay, the time of the newest reading.</summary>
    public DateTimeOffset Now => _latest.ReplayTime ?? _clock.At(ClockWatch.Monotonic(_time));

    /// <summary>Takes a notice over; the screen shows it from then on. A version that is known or under way changes nothing.</summary>
    public void Submit(AlertNotice notice)
    {
        lock (_underWay)
        {
            if (notice.Identifier.Length is 0 or > 200 || _fates.IsKnown(notice) || !_underWay.Add((notice.Identifier, notice.Version)))
            {
                return;
            }
        }

        _board.Show(notice, Now);
        _notices.Writer.TryWrite(notice);
    }

    /// <summary>The alerts that hold, the newest first.</summary>
    public IReadOnlyList<BoardLine> Board() => [.. _board.Lines.Where(line => !line.IsWithdrawn && !IsExpired(line.Notice))];

    /// <summary>The alerts that are over, the one that ended last first.</summary>
    public IReadOnlyList<OverLine> Over() => [.. _board.Lines.Select(line => OverLine.Of(line, Now)).OfType<OverLine>().OrderByDescending(o => o.EndedAt)];

    /// <summary>
    /// A person at the centre has acknowledged an alert: it is told to the cloud, and siren and voice fall silent; the board stays.
    /// False when there is no such alert or somebody was faster.
    /// </summary>
    public bool Acknowledge(string identifier, string by)
    {
        StationEvent told = new() { Kind = StationEventKind.AlertAcknowledged, Alert = identifier, Reason = $"acknowledged by {by}" };
        if (Board().FirstOrDefault(line => line.Notice.Identifier == identifier) is not { } found
            || !_board.Acknowledge(identifier, by, Now, told))
        {
            return false;
        }

        _silences.Writer.TryWrite(found.Notice.EventId);
        return true;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _actuators?.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What came and was not done when the program ended is done now, also without a line.
        foreach (BoardLine line in _board.Lines.Where(line => !IsExpired(line.Notice)).Reverse())
        {
            Submit(line.Notice);
        }

        return Task.WhenAll(ShowAllAsync(stoppingToken), SilenceAllAsync(stoppingToken), WriteAsync(stoppingToken));
    }

    private async Task WriteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(WriteAgainEvery, _time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            _writer.TryAgain();
        }
    }

    private async Task SilenceAllAsync(CancellationToken stoppingToken)
    {
        await foreach (string eventId in _silences.Reader.ReadAllAsync(stoppingToken))
        {
            await SilenceAsync(eventId.Length > 0 ? eventId : null, stoppingToken);
        }
    }

    // A siren stops by itself after its time, so that trying for longer than that helps nobody.
    private async Task SilenceAsync(string? eventId, CancellationToken cancellationToken)
    {
        for (int tries = 0; _actuators is not null && tries < SilenceTriesMax; tries++)
        {
            try
            {
                await _actuators.SilenceAsync(eventId, cancellationToken);
                return;
            }
            catch (Exception e) when (IsUnanswered(e, cancellationToken))
            {
                LogNotSilenced(e);
                await Task.Delay(_options.RetryAfter, _time, cancellationToken);
            }
        }
    }

    private async Task ShowAllAsync(CancellationToken stoppingToken)
    {
        await foreach (AlertNotice notice in _notices.Reader.ReadAllAsync(stoppingToken))
        {
            (StationEventKind kind, string reason) = _actuators is null
                ? PageFate.Of(notice, _hasPage, IsExpired(notice))
                : await ShowAsync(_actuators, notice, stoppingToken);
            Settle(notice, kind, reason);
        }
    }

    private async Task<(StationEventKind Kind, string Reason)> ShowAsync(
        ActuatorClient actuators, AlertNotice notice, CancellationToken cancellationToken)
    {
        long since = _time.GetTimestamp();
        TimeSpan wait = _options.RetryAfter;
        while (true)
        {
            if (IsExpired(notice))
            {
                return (StationEventKind.AlertFailed, PageFate.Expired);
            }

            string fault;
            try
            {
                bool isSeen = IsSeen(notice);
                await actuators.ShowAsync(isSeen ? Silent(notice) : notice, cancellationToken);
                _isDeaf = false;
                if (!isSeen && IsSeen(notice))
                {
                    // Somebody pressed while the order was under way, and the siren may have heard them the other way round.
                    _silences.Writer.TryWrite(notice.EventId);
                }

                return (StationEventKind.AlertShown, $"{notice.Type} version {notice.Version} is on the display");
            }
            catch (Exception e) when (IsUnanswered(e, cancellationToken))
            {
                _isDeaf = true;
                LogNotShown(notice.Identifier, e);
                fault = e.Message;
            }

            // A newer notice does not wait behind one that cannot be shown.
            if (_time.GetElapsedTime(since) > Limits.NoticeAgeMax || _notices.Reader.Count > Limits.NoticesWaitingMax / 2)
            {
                return (StationEventKind.AlertFailed, _hasPage ? $"{fault}; {PageFate.OnThePage}" : fault);
            }

            await Task.Delay(wait, _time, cancellationToken);
            wait = wait * 2 < RetryAfterMax ? wait * 2 : RetryAfterMax;
        }
    }

    private static bool IsUnanswered(Exception e, CancellationToken cancellationToken) => e is HttpRequestException
        || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    private static AlertNotice Silent(AlertNotice notice) =>
        notice with { Siren = false, Voice = notice.Voice is null ? null : string.Empty };

    // Whoever has acknowledged an alert on the screen before the siren answered does not want to hear it any more.
    private bool IsSeen(AlertNotice notice) =>
        _board.Find(notice) is { AcknowledgedBy: not null } line && line.Notice.Version == notice.Version;

    private bool IsExpired(AlertNotice notice) => OverLine.IsOver(notice, Now);

    private void Dropped(AlertNotice notice) => Settle(notice, StationEventKind.AlertFailed, "too many alerts waited for the actuators");

    private void Settle(AlertNotice notice, StationEventKind kind, string reason)
    {
        _fates.Tell(notice, kind, reason);
        lock (_underWay)
        {
            _underWay.Remove((notice.Identifier, notice.Version));
        }
    }

    [LoggerMessage(3400, LogLevel.Warning, "Alert {Identifier} could not be shown; tried again soon")]
    private partial void LogNotShown(string identifier, Exception fault);

    [LoggerMessage(3402, LogLevel.Warning, "The siren could not be silenced; tried again soon")]
    private partial void LogNotSilenced(Exception fault);
}
