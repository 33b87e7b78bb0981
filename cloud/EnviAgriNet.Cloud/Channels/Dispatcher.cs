using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Channels;

/// <summary>
/// Serves one channel from its durable queue: bounded work in hand, a rate, retries, a breaker. Each channel has its own, so that a
/// dead one starves no other. One loop owns everything; finished attempts come to it through a list.
/// </summary>
internal sealed partial class Dispatcher : BackgroundService
{
    private static readonly TimeSpan IdleMax = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan HandfulMax = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan StoreRetryAfter = TimeSpan.FromSeconds(1);

    private readonly IChannel _channel;
    private readonly DeliveryBook _book;
    private readonly WakeBell _bell;
    private readonly ChannelMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Random _random;

    // Owned by the loop.
    private readonly RateLimit _rate;
    private readonly CircuitBreaker _breaker;
    private readonly Dictionary<long, Task> _underWay = [];
    private List<SettledAttempt> _unsaved = [];
    private bool _isRecovered;
    private bool _isBack;

    // Filled by the attempts, emptied by the loop.
    private readonly Lock _finishing = new();
    private List<(DeliveryJob Job, SendOutcome Outcome)> _finished = [];

    public Dispatcher(
        IChannel channel, DeliveryBook book, ChannelBells bells, ChannelMetrics metrics, TimeProvider time, int seed, ILogger<Dispatcher> logger)
    {
        _channel = channel;
        _book = book;
        _bell = bells.Of(channel.Name);
        _metrics = metrics;
        _time = time;
        _logger = logger;
        _random = new Random(seed);
        _rate = new RateLimit(channel.Pace.RatePerSecond, time);
        _breaker = new CircuitBreaker(channel.Pace, time, _random);
    }

    /// <summary>Saves what finished, starts what may start, and says how long to wait unless the bell rings.</summary>
    internal TimeSpan Step(CancellationToken abort)
    {
        DateTimeOffset now = _time.GetUtcNow();
        if (!_isRecovered)
        {
            int unknown = _book.Recover(_channel.Name, _channel.RepeatsAreHarmless, now, now + _channel.Pace.SettleAfter);
            _isRecovered = true;
            if (unknown > 0)
            {
                LogRecovered(_channel.Name, unknown, _channel.RepeatsAreHarmless ? "sent again" : "of unknown fate until a receipt comes");
            }
        }

        TakeFinished(now);
        if (_isBack)
        {
            _book.Turn(_channel.Name, _unsaved, 0, now);
            _unsaved = [];
            _book.RetryNow(_channel.Name, now);
            _isBack = false;
        }

        int free = _breaker.Allow(_channel.Pace.InFlightMax - _underWay.Count);
        int may = _rate.Take(free);
        DeliveryTurn turn = _book.Turn(_channel.Name, _unsaved, may, now);
        _unsaved = [];
        _rate.Return(may - turn.Jobs.Count);
        Task before = Task.CompletedTask;
        foreach (IReadOnlyList<DeliveryJob> batch in BatchesOf(turn.Jobs))
        {
            _breaker.OnAttempt();

            // Batches share a quota: the graver one, which comes first, must not find it taken by one that started beside it.
            Task attempt = AttemptAsync(batch, before, abort);
            before = _channel is IBatchChannel ? attempt : before;
            foreach (DeliveryJob job in batch)
            {
                _underWay[job.Id] = attempt;
            }
        }

        return WaitFor(turn.NextAt, now);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using CancellationTokenSource abort = new();
        while (!stoppingToken.IsCancellationRequested)
        {
            TimeSpan wait;
            try
            {
                wait = Step(abort.Token);
            }
            catch (SqliteException e)
            {
                LogStoreFailed(e, _channel.Name);
                wait = StoreRetryAfter;
            }

            try
            {
                await _bell.WaitAsync(wait, _time, stoppingToken);
                await WaitForHandfulAsync(stoppingToken);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }

        await FinishAsync(abort);
    }

    // Every answer rings the bell. At a high rate each would get a turn and a commit of its own, so that a turn waits for what may go with it.
    private Task WaitForHandfulAsync(CancellationToken stoppingToken)
    {
        TimeSpan handful = _underWay.Count == 0 ? TimeSpan.Zero : _rate.UntilHandful();
        return handful > TimeSpan.Zero && handful <= HandfulMax ? Task.Delay(handful, _time, stoppingToken) : Task.CompletedTask;
    }

    private TimeSpan WaitFor(DateTimeOffset? nextAt, DateTimeOffset now)
    {
        if (nextAt is not { } next || _underWay.Count >= _channel.Pace.InFlightMax)
        {
            return IdleMax;
        }

        TimeSpan wait = next - now;
        TimeSpan barred = _breaker.IsOpen ? _breaker.UntilProbe() : _rate.UntilHandful();
        wait = wait > barred ? wait : barred;

        // What is due already and was not claimed waits for the rate or the breaker; never spin on it.
        return wait < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : wait > IdleMax ? IdleMax : wait;
    }

    private IEnumerable<IReadOnlyList<DeliveryJob>> BatchesOf(IReadOnlyList<DeliveryJob> jobs) => _channel is IBatchChannel batches
        ? jobs.GroupBy(batches.BatchKeyOf).SelectMany(group => group.Chunk(batches.BatchMax))
        : jobs.Select(job => (IReadOnlyList<DeliveryJob>)[job]);

    private async Task AttemptAsync(IReadOnlyList<DeliveryJob> batch, Task before, CancellationToken abort)
    {
        IReadOnlyList<SendOutcome> outcomes;
        try
        {
            // The claim is done: the loop goes on with the next one while this call is on its way.
            await Task.Yield();
            await before;
            outcomes = _channel is IBatchChannel batches
                ? await batches.SendAsync(batch, abort)
                : [await _channel.SendAsync(batch[0], abort)];
        }
        catch (OperationCanceledException)
        {
            outcomes = [.. batch.Select(_ => SendOutcome.FateUnknown("stopped during the call"))];
        }
        catch (Exception e)
        {
            LogAttemptFailed(e, _channel.Name, batch[0].Id);
            outcomes = [.. batch.Select(_ => SendOutcome.FateUnknown("fault in the channel"))];
        }

        lock (_finishing)
        {
            _finished.AddRange(batch.Zip(outcomes));
        }

        _bell.Ring();
    }

    private void TakeFinished(DateTimeOffset now)
    {
        List<(DeliveryJob Job, SendOutcome Outcome)> finished;
        lock (_finishing)
        {
            finished = _finished;
            _finished = [];
        }

        foreach ((DeliveryJob job, SendOutcome outcome) in finished)
        {
            _underWay.Remove(job.Id);
            _unsaved.Add(new SettledAttempt(
                job.Id, outcome.State, NextAt(job, outcome, now), Cut(outcome.Reason), outcome.Gateway, outcome.GatewayRef));
            _metrics.OnAttempt(_channel.Name, outcome.State);
            TellBreaker(outcome);
        }
    }

    private void TellBreaker(SendOutcome outcome)
    {
        if (outcome.IsChannelFault)
        {
            if (_breaker.OnFault())
            {
                LogStopped(_channel.Name, outcome.Reason);
            }
        }
        else if (_breaker.OnAnswer())
        {
            LogBack(_channel.Name);
            _isBack = true;
        }
    }

    private DateTimeOffset? NextAt(DeliveryJob job, SendOutcome outcome, DateTimeOffset now)
    {
        ChannelPace pace = _channel.Pace;
        return outcome.State switch
        {
            DeliveryState.Queued => now + LongerOf(
                outcome.RetryAfter, RetryDelay.After(pace.RetryMin, pace.RetryMax, job.Attempts, _random.NextDouble())),
            DeliveryState.Sent when outcome.RepeatUntilConfirmed =>
                now + RetryDelay.After(pace.RetryMin, pace.RetryMax, job.Attempts, _random.NextDouble()),
            DeliveryState.Unknown when job.Resends < Limits.ResendsMax => now + pace.SettleAfter,
            _ => null,
        };
    }

    private static TimeSpan LongerOf(TimeSpan? wish, TimeSpan own) => wish > own ? wish.Value : own;

    private async Task FinishAsync(CancellationTokenSource abort)
    {
        abort.CancelAfter(Limits.StopMax);
        await Task.WhenAll(_underWay.Values);
        try
        {
            TakeFinished(_time.GetUtcNow());
            _book.Turn(_channel.Name, _unsaved, 0, _time.GetUtcNow());
        }
        catch (SqliteException e)
        {
            // What is not saved stands as 'sending', and the next start treats it as of unknown fate.
            LogStoreFailed(e, _channel.Name);
        }
    }

    // What the other side asks for holds, up to a limit: a warning does not wait for a day because a header says so.
    private static string Cut(string reason) => reason.Length <= Limits.ReasonLengthMax ? reason : reason[..Limits.ReasonLengthMax];

    [LoggerMessage(4410, LogLevel.Warning, "Channel {Channel} was stopped with {Count} deliveries under way; they are {Fate}")]
    private partial void LogRecovered(string channel, int count, string fate);

    [LoggerMessage(4411, LogLevel.Error, "Channel {Channel} cannot save its deliveries; trying again")]
    private partial void LogStoreFailed(Exception exception, string channel);

    [LoggerMessage(4412, LogLevel.Error, "Channel {Channel} failed at delivery {DeliveryId}")]
    private partial void LogAttemptFailed(Exception exception, string channel, long deliveryId);

    [LoggerMessage(4413, LogLevel.Warning, "Channel {Channel} does not work and is probed until it does: {Reason}")]
    private partial void LogStopped(string channel, string reason);

    [LoggerMessage(4414, LogLevel.Information, "Channel {Channel} works again")]
    private partial void LogBack(string channel);
}
