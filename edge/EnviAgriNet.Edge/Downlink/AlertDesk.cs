using System.Threading.Channels;
using EnviAgriNet.Edge.Clock;
using EnviAgriNet.Edge.Intake;
using EnviAgriNet.Edge.Outbox;
using EnviAgriNet.Protocol.Messages;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Edge.Downlink;

/// <summary>
/// Brings alerts to the siren and the display: each version once, also over restarts; tried again until it is shown or has
/// expired, and then told to the cloud. Works at its own pace, so that a slow actuator holds nothing else up.
/// </summary>
internal sealed partial class AlertDesk : BackgroundService
{
    private const int SilenceTriesMax = 60;
    private static readonly TimeSpan RetryAfterMax = TimeSpan.FromMinutes(1);

    private readonly PackOutbox _outbox;
    private readonly NodeClock _clock;
    private readonly LatestValues _latest;
    private readonly DownlinkOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<AlertDesk> _logger;
    private readonly Channel<AlertNotice> _notices;
    private readonly ActuatorClient? _actuators;

    // Apart from the notices, so that a person is not kept waiting by one that cannot be shown.
    private readonly Channel<string> _silences =
        Channel.CreateBounded<string>(new BoundedChannelOptions(Limits.BoardLinesMax) { FullMode = BoundedChannelFullMode.DropOldest });

    private readonly HashSet<(string, int)> _underWay = [];

    public AlertDesk(
        PackOutbox outbox,
        NodeClock clock,
        LatestValues latest,
        IOptions<DownlinkOptions> options,
        TimeProvider time,
        ILogger<AlertDesk> logger)
    {
        _outbox = outbox;
        _clock = clock;
        _latest = latest;
        _options = options.Value;
        _time = time;
        _logger = logger;
        _actuators = _options.ActuatorSocket is { Length: > 0 } socket
            ? new ActuatorClient(socket, _options.AnswerTimeMax)
            : null;
        _notices = Channel.CreateBounded<AlertNotice>(
            new BoundedChannelOptions(Limits.NoticesWaitingMax) { FullMode = BoundedChannelFullMode.DropOldest }, Dropped);
    }

    /// <summary>Takes a notice over; returns at once. A version that is known or under way changes nothing.</summary>
    public void Submit(AlertNotice notice)
    {
        lock (_underWay)
        {
            if (notice.Identifier.Length is 0 or > 200
                || _outbox.WithControl(c => c.Notices.Knows(notice.Identifier, notice.Version))
                || !_underWay.Add((notice.Identifier, notice.Version)))
            {
                return;
            }
        }

        _notices.Writer.TryWrite(notice);
    }

    /// <summary>The alerts that hold and stand on the board, the newest first.</summary>
    public IReadOnlyList<BoardLine> Board() =>
        [.. _outbox.WithControl(c => c.Board.Lines()).Where(line => line.Notice.Type != "Cancel" && !IsExpired(line.Notice))];

    /// <summary>
    /// A person at the centre has acknowledged an alert: it is told to the cloud, and siren and voice fall silent; the board stays.
    /// False when there is no such alert or somebody was faster.
    /// </summary>
    public bool Acknowledge(string identifier, string by)
    {
        if (Board().FirstOrDefault(line => line.Notice.Identifier == identifier) is not { AcknowledgedBy: null } found)
        {
            return false;
        }

        DateTimeOffset now = _time.GetUtcNow();
        StationEvent told = new() { Kind = StationEventKind.AlertAcknowledged, Alert = identifier, Reason = $"acknowledged by {by}" };
        bool isFirst = _outbox.WithControl(c =>
        {
            bool isTaken = false;
            c.Write(() =>
            {
                isTaken = c.Board.Acknowledge(identifier, by, now);
                if (isTaken)
                {
                    c.Events.Add(told, now, $"acknowledged:{identifier}");
                }
            });
            return isTaken;
        });
        if (isFirst)
        {
            _outbox.Changed?.Invoke();
            _silences.Writer.TryWrite(found.Notice.EventId);
        }

        return isFirst;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _actuators?.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(ShowAllAsync(stoppingToken), SilenceAllAsync(stoppingToken));

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
            catch (Exception e) when (e is HttpRequestException
                || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
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
            try
            {
                await ShowAsync(notice, stoppingToken);
            }
            catch (OutboxException e)
            {
                // Not remembered as handled: the cloud repeats the notice.
                LogNotKept(e);
            }

            lock (_underWay)
            {
                _underWay.Remove((notice.Identifier, notice.Version));
            }
        }
    }

    private async Task ShowAsync(AlertNotice notice, CancellationToken cancellationToken)
    {
        long since = _time.GetTimestamp();
        TimeSpan wait = _options.RetryAfter;
        string fault = "the centre has no actuators";
        while (_actuators is not null)
        {
            if (IsExpired(notice))
            {
                fault = "it expired before it could be shown";
                break;
            }

            try
            {
                await _actuators.ShowAsync(notice, cancellationToken);
                Tell(notice, StationEventKind.AlertShown, $"{notice.Type} version {notice.Version} is on the display");
                return;
            }
            catch (Exception e) when (e is HttpRequestException
                || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                LogNotShown(notice.Identifier, e);
                fault = e.Message;
            }

            // A newer notice does not wait behind one that cannot be shown.
            if (_time.GetElapsedTime(since) > Limits.NoticeAgeMax || _notices.Reader.Count > Limits.NoticesWaitingMax / 2)
            {
                break;
            }

            await Task.Delay(wait, _time, cancellationToken);
            wait = wait * 2 < RetryAfterMax ? wait * 2 : RetryAfterMax;
        }

        Tell(notice, StationEventKind.AlertFailed, fault);
    }

    /// <summary>Expiry is in network time: in a replay, the time of the newest reading.</summary>
    private bool IsExpired(AlertNotice notice) => notice.Expires > 0
        && (_latest.ReplayTime ?? _clock.At(ClockWatch.Monotonic(_time))).ToUnixTimeSeconds() > notice.Expires;

    private void Dropped(AlertNotice notice)
    {
        lock (_underWay)
        {
            _underWay.Remove((notice.Identifier, notice.Version));
        }

        Tell(notice, StationEventKind.AlertFailed, "too many alerts waited for the actuators");
    }

    private void Tell(AlertNotice notice, StationEventKind kind, string reason)
    {
        StationEvent told = new() { Kind = kind, Alert = notice.Identifier, Reason = reason };
        _outbox.WithControl(c =>
        {
            c.Write(() =>
            {
                c.Events.Add(told, _time.GetUtcNow(), $"notice:{notice.Identifier}:{notice.Version}");
                c.Notices.Remember(notice.Identifier, notice.Version, _time.GetUtcNow());
                if (kind == StationEventKind.AlertShown)
                {
                    c.Board.Show(notice, _time.GetUtcNow());
                }
            });
            return true;
        });
        _outbox.Changed?.Invoke();
    }

    [LoggerMessage(3400, LogLevel.Warning, "Alert {Identifier} could not be shown; tried again soon")]
    private partial void LogNotShown(string identifier, Exception fault);

    [LoggerMessage(3402, LogLevel.Warning, "The siren could not be silenced; tried again soon")]
    private partial void LogNotSilenced(Exception fault);

    [LoggerMessage(3401, LogLevel.Warning, "The fate of an alert could not be kept; the cloud repeats it")]
    private partial void LogNotKept(Exception fault);
}
