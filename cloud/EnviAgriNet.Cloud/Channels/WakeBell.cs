namespace EnviAgriNet.Cloud.Channels;

/// <summary>
/// Wakes whoever waits, at once. A ring while nobody waits is kept for the next wait; several are one. Safe for use by several
/// threads; each bell has one waiter.
/// </summary>
internal sealed class WakeBell : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0, 1);
    private readonly Lock _ringing = new();

    /// <summary>Wakes the waiter.</summary>
    public void Ring()
    {
        lock (_ringing)
        {
            if (_rung.CurrentCount == 0)
            {
                _rung.Release();
            }
        }
    }

    /// <summary>Completes with the next ring or after the time.</summary>
    public async Task WaitAsync(TimeSpan longest, TimeProvider time, CancellationToken cancellationToken)
    {
        using CancellationTokenSource due = new(longest, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(due.Token, cancellationToken);
        try
        {
            await _rung.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time is over, which is as good as a ring.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _rung.Dispose();
}
