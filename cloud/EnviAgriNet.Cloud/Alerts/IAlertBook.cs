using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Alerts;

/// <summary>The stored alerts, and the signal that there is a new one.</summary>
internal interface IAlertBook
{
    /// <summary>Released versions whose deliveries are not queued yet, oldest first.</summary>
    IReadOnlyList<AlertVersion> Untargeted();

    /// <summary>Marks a version as targeted, inside the transaction that queues its deliveries.</summary>
    void MarkTargeted(SqliteConnection transaction, string identifier);

    /// <summary>The newest version of each event that has not ended.</summary>
    IReadOnlyList<AlertVersion> Open();

    /// <summary>The newest versions of any state, newest first.</summary>
    IReadOnlyList<AlertVersion> Newest(int count);

    /// <summary>The version with an identifier, of any state and age; null when there is none.</summary>
    AlertVersion? Find(string identifier);

    /// <summary>Completes when a version was released after the call before; returns at once when one waits already.</summary>
    Task WaitForReleaseAsync(CancellationToken cancellationToken);
}
