using System.Threading.Channels;
using EnviAgriNet.Edge.Clock;

namespace EnviAgriNet.Edge.Outbox;

/// <summary>
/// The one writer of the outbox. Batches that arrive while a commit is under way go together into the next one, so that many
/// sources share one fsync; each waits for the commit that holds it.
/// </summary>
internal sealed partial class OutboxWriter(
    PackOutbox outbox, NodeClock clock, TimeProvider time, ILogger<OutboxWriter> logger) : BackgroundService
{
    private static readonly TimeSpan HousekeepingEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan WaitMin = TimeSpan.FromMilliseconds(5);

    private readonly Channel<Submission> _submissions = Channel.CreateBounded<Submission>(
        new BoundedChannelOptions(Limits.SubmissionsWaitingMax)
        {
            SingleReader = true,
            FullMode = BoundedChannelFullMode.Wait,
        });

    private long _houseKeptAt;
    private bool _isFailing;

    /// <summary>Whether the last commit failed.</summary>
    public bool IsFailing => _isFailing;

    /// <summary>
    /// Hands a batch in; false when too many wait already.
    /// </summary>
    /// <param name="batch">The readings.</param>
    /// <param name="committed">Completes when the batch is on disk; fails with an <see cref="OutboxException"/> when it could not be put there.</param>
    public bool TrySubmit(JournalBatch batch, out Task committed)
    {
        Submission submission = new(batch);
        committed = submission.Done.Task;
        return _submissions.Writer.TryWrite(submission);
    }

    /// <summary>Commits what waits and forms what is due.</summary>
    internal void Step()
    {
        List<Submission> group = [];
        while (group.Count < Limits.GroupBatchesMax && _submissions.Reader.TryRead(out Submission? submission))
        {
            group.Add(submission);
        }

        try
        {
            outbox.Commit([.. group.Select(s => s.Batch)]);
            group.ForEach(s => s.Done.SetResult());
            _isFailing = false;
        }
        catch (Exception e)
        {
            Exception told = e is OutboxException ? e : new OutboxException(OutboxFault.NoRoom, "the commit failed", e);
            group.ForEach(s => s.Done.SetException(told));
            if (!_isFailing)
            {
                LogCommitFailed(e);
            }

            _isFailing = true;
        }

        KeepHouse();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // One thread of its own: commits block on the disk.
        await Task.Factory.StartNew(
            () => RunLoop(stoppingToken), stoppingToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    private void RunLoop(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            Wait(stoppingToken);
            Step();
        }

        _submissions.Writer.TryComplete();
        while (_submissions.Reader.Count > 0)
        {
            Step();
        }
    }

    private void Wait(CancellationToken stoppingToken)
    {
        TimeSpan due = outbox.UntilDue();
        using CancellationTokenSource limit = new(due < WaitMin ? WaitMin : due, time);
        using CancellationTokenSource both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stoppingToken);
        try
        {
            _submissions.Reader.WaitToReadAsync(both.Token).AsTask().GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            // Something may be due by age, or the edge is stopping.
        }
    }

    private void KeepHouse()
    {
        if (_houseKeptAt != 0 && time.GetElapsedTime(_houseKeptAt) < HousekeepingEvery)
        {
            return;
        }

        _houseKeptAt = time.GetTimestamp();
        try
        {
            outbox.KeepHouse(clock.State != ClockState.Unsynced);
        }
        catch (OutboxException e)
        {
            LogHouseFailed(e);
        }
    }

    [LoggerMessage(3100, LogLevel.Error, "Readings could not be put on disk; sources are told to hold them")]
    private partial void LogCommitFailed(Exception fault);

    [LoggerMessage(3101, LogLevel.Warning, "The outbox could not be tidied up; tried again soon")]
    private partial void LogHouseFailed(Exception fault);

    private sealed class Submission(JournalBatch batch)
    {
        public JournalBatch Batch { get; } = batch;

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
