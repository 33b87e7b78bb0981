using EnviAgriNet.Cloud.Registry;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Alerts;

/// <summary>The alerts in the registry. Safe for use by several threads.</summary>
internal sealed class AlertBook : IAlertBook, IDisposable
{
    private readonly RegistryDatabase _registry;
    private readonly SemaphoreSlim _released = new(0, 1);
    private readonly Lock _signalling = new();

    public AlertBook(RegistryDatabase registry)
    {
        _registry = registry;
        registry.EnsureTables(AlertTables.Schema);
        if (Untargeted().Count > 0)
        {
            SignalRelease();
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<AlertVersion> Untargeted() =>
        _registry.Read(c => AlertTables.Select(c, "WHERE state = 'Released' ORDER BY number"));

    /// <summary>Whether there are released versions whose deliveries are not queued yet.</summary>
    public bool HasUntargeted() => _registry.Read(c => c.One("SELECT 1 FROM alert WHERE state = 'Released' LIMIT 1")) is not null;

    /// <inheritdoc/>
    public void MarkTargeted(SqliteConnection transaction, string identifier) =>
        AlertTables.SetState(transaction, identifier, AlertState.Targeted);

    /// <inheritdoc/>
    public IReadOnlyList<AlertVersion> Open() => _registry.Read(c => AlertTables.Select(
        c,
        """
        WHERE number IN (
            SELECT MAX(a.number) FROM alert a JOIN event e ON e.id = a.event
            WHERE e.ended IS NULL AND a.state IN ('Released', 'Targeted') GROUP BY a.event)
        ORDER BY number
        """));

    /// <inheritdoc/>
    public IReadOnlyList<AlertVersion> Newest(int count) =>
        _registry.Read(c => AlertTables.Select(c, "ORDER BY number DESC LIMIT $count", ("$count", count)));

    /// <inheritdoc/>
    public AlertVersion? Find(string identifier) =>
        _registry.Read(c => AlertTables.Select(c, "WHERE identifier = $identifier", ("$identifier", identifier))).FirstOrDefault();

    /// <inheritdoc/>
    public Task WaitForReleaseAsync(CancellationToken cancellationToken) => _released.WaitAsync(cancellationToken);

    /// <summary>Wakes whoever waits for a release. Called after the commit.</summary>
    public void SignalRelease()
    {
        lock (_signalling)
        {
            if (_released.CurrentCount == 0)
            {
                _released.Release();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _released.Dispose();
}
