using System.Collections.Concurrent;
using EnviAgriNet.Edge.Clock;
using EnviAgriNet.Edge.Outbox;
using EnviAgriNet.Mqtt;
using EnviAgriNet.Protocol;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Edge.Uplink;

/// <summary>Keeps the window of packs on their way to the cloud full, in the order the schedule gives.</summary>
internal sealed partial class UplinkPump : BackgroundService
{
    private static readonly TimeSpan IdleMax = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);

    private readonly PackOutbox _outbox;
    private readonly IBrokerLink _link;
    private readonly UplinkSchedule _schedule;
    private readonly PackReader _reader;
    private readonly TimeProvider _time;
    private readonly ILogger<UplinkPump> _logger;
    private readonly string _topic;
    private readonly WakeSignal _wake = new();
    private readonly ConcurrentQueue<long> _failures = new();
    private readonly Dictionary<long, Task> _sending = [];
    private LinkState _seenState = LinkState.Down;
    private long _freed;
    private TimeSpan _pausedUntil;

    public UplinkPump(
        PackOutbox outbox,
        IBrokerLink link,
        IOptions<UplinkOptions> options,
        IOptions<StationOptions> station,
        TimeProvider time,
        ILogger<UplinkPump> logger)
    {
        _outbox = outbox;
        _link = link;
        _time = time;
        _logger = logger;
        _topic = station.Value.TopicOf(Topics.Readings);
        _schedule = new UplinkSchedule(
            options.Value.InFlightMax, options.Value.ReceiptTimeout, options.Value.ReceiptTimeoutMax);
        _reader = new PackReader(outbox);
        outbox.Changed += _wake.Set;
    }

    /// <summary>Tells the pump that receipts freed packs.</summary>
    public void Receipted(long packs)
    {
        Interlocked.Add(ref _freed, packs);
        _wake.Set();
    }

    /// <summary>Sends all that may be sent now; returns how long the pump may sleep.</summary>
    internal TimeSpan Step(CancellationToken cancellationToken)
    {
        TimeSpan now = ClockWatch.Monotonic(_time);
        TakeOver(now);
        if (now < _pausedUntil)
        {
            return _pausedUntil - now;
        }

        while (_outbox.Choose(w => _schedule.Next(w, now)) is { } choice)
        {
            if (_reader.Read(choice) is { } pack)
            {
                _outbox.MarkSent(pack);
                _sending[pack.Sequence] = SendAsync(pack, cancellationToken);
            }
            else
            {
                _schedule.Failed(choice.Sequence);
                break;
            }
        }

        TimeSpan until = _schedule.UntilOverdue(now) ?? IdleMax;
        return until < IdleMax ? until : IdleMax;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken) =>
        await Task.WhenAll(WatchAsync(stoppingToken), PumpAsync(stoppingToken));

    private async Task WatchAsync(CancellationToken stoppingToken)
    {
        await foreach (LinkState _ in _link.StatesAsync(stoppingToken))
        {
            _wake.Set();
        }
    }

    private async Task PumpAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            TimeSpan sleep;
            try
            {
                sleep = Step(stoppingToken);
            }
            catch (OutboxException e)
            {
                LogReadFailed(e);
                sleep = PauseAfterFailure;
            }

            await _wake.WaitAsync(sleep, _time, stoppingToken);
        }
    }

    private void TakeOver(TimeSpan now)
    {
        foreach (long sent in _sending.Where(s => s.Value.IsCompleted).Select(s => s.Key).ToList())
        {
            _sending.Remove(sent);
        }

        _schedule.Receipted(Interlocked.Exchange(ref _freed, 0));
        while (_failures.TryDequeue(out long failed))
        {
            _schedule.Failed(failed);
            _pausedUntil = now + PauseAfterFailure;
        }

        LinkState state = _link.State;
        if (state == _seenState)
        {
            return;
        }

        if (state == LinkState.Up)
        {
            long next = _outbox.Figures().LastSequence + 1;
            _outbox.Choose(w =>
            {
                _schedule.LinkUp(w, next);
                return true;
            });
            _pausedUntil = TimeSpan.Zero;
        }
        else if (_seenState == LinkState.Up)
        {
            _schedule.LinkDown();
        }

        _seenState = state;
    }

    /// <summary>The broker's answer only matters when it is a no: the receipt is what frees the pack.</summary>
    private async Task SendAsync(StoredPack pack, CancellationToken cancellationToken)
    {
        try
        {
            await _link.PublishAsync(_topic, pack.Payload, DeliveryQuality.AtLeastOnce, retain: false, cancellationToken);
            return;
        }
        catch (LinkException e)
        {
            if (!e.IsTransient)
            {
                LogRefused(pack.Sequence, e);
            }
        }
        catch (OperationCanceledException)
        {
            // The edge is stopping; the pack stays in the outbox.
        }

        _failures.Enqueue(pack.Sequence);
        _wake.Set();
    }

    [LoggerMessage(3200, LogLevel.Warning, "Packs could not be read; tried again soon")]
    private partial void LogReadFailed(Exception fault);

    [LoggerMessage(3201, LogLevel.Warning, "The broker refused pack {Sequence}")]
    private partial void LogRefused(long sequence, Exception fault);
}
