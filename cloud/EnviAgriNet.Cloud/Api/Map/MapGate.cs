namespace EnviAgriNet.Cloud.Api.Map;

/// <summary>Works out one map at a time, and lets few wait. Safe for use by several threads.</summary>
internal sealed class MapGate : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private int _waiting;
    private long _refused;

    /// <summary>How many were turned away since the start.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    /// <summary>Works in turn; null when too many wait.</summary>
    public async Task<T?> TryRunAsync<T>(Func<T> work, CancellationToken cancellationToken)
        where T : class
    {
        if (Interlocked.Increment(ref _waiting) > MapLimits.WaitingMax)
        {
            Interlocked.Decrement(ref _waiting);
            Interlocked.Increment(ref _refused);
            return null;
        }

        try
        {
            await _turn.WaitAsync(cancellationToken);
            try
            {
                return work();
            }
            finally
            {
                _turn.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();
}
