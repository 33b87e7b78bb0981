namespace EnviAgriNet.Cloud.Api.Series;

/// <summary>Lets few costly queries run at once, and few wait. Safe for use by several threads.</summary>
internal sealed class SeriesGate : IDisposable
{
    private readonly SemaphoreSlim _turns = new(SeriesLimits.AtOnceMax);
    private int _waiting;

    /// <summary>How many were turned away since the start.</summary>
    public long Refused { get; private set; }

    /// <summary>Runs a query in its turn; false when too many wait.</summary>
    public async Task<(bool IsDone, T? Result)> TryRunAsync<T>(Func<T> query, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _waiting) > SeriesLimits.WaitingMax + SeriesLimits.AtOnceMax)
        {
            Interlocked.Decrement(ref _waiting);
            Refused++;
            return (false, default);
        }

        try
        {
            await _turns.WaitAsync(cancellationToken);
            try
            {
                return (true, query());
            }
            finally
            {
                _turns.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turns.Dispose();
}
