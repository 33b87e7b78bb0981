using System.Collections.Concurrent;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>Readers' connections, kept for the next read. Safe for several threads.</summary>
internal sealed class StoreReaders(string file, Action<string, long> onDamagedRow) : IDisposable
{
    private const int KeptMax = 4;

    private readonly ConcurrentBag<StoreReader> _free = [];

    /// <summary>Runs reads that see one state.</summary>
    public T Snapshot<T>(Func<StoreReader, T> read)
    {
        StoreReader reader = _free.TryTake(out StoreReader? kept)
            ? kept
            : new StoreReader(StoreFile.OpenReader(file), onDamagedRow);
        T result;
        try
        {
            result = reader.Snapshot(read);
        }
        catch
        {
            reader.Dispose();
            throw;
        }

        if (_free.Count < KeptMax)
        {
            _free.Add(reader);
        }
        else
        {
            reader.Dispose();
        }

        return result;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_free.TryTake(out StoreReader? reader))
        {
            reader.Dispose();
        }
    }
}
