using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Core.Hazards;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Tests.Regions;

/// <summary>A journal that dies before or after a save, as a process that is killed does, or fails like a full disk.</summary>
internal sealed class KillingJournal(IHazardJournal inner) : IHazardJournal
{
    /// <summary>Saves that go through before it dies; null for never.</summary>
    public int? SavesLeft { get; set; }

    /// <summary>Whether the save at which it dies is committed.</summary>
    public bool DiesAfterCommit { get; set; }

    /// <summary>How many of the next saves fail as with a full disk.</summary>
    public int FullDiskLeft { get; set; }

    public HazardMemory Load() => inner.Load();

    public void RecordPast(IReadOnlyList<HazardChange> changes) => inner.RecordPast(changes);

    public void Save(IReadOnlyList<ProvinceSave> provinces)
    {
        if (FullDiskLeft > 0)
        {
            FullDiskLeft--;
            throw new SqliteException("database or disk is full", 13);
        }

        bool dies = SavesLeft-- == 0;
        if (dies && !DiesAfterCommit)
        {
            throw new KilledException();
        }

        inner.Save(provinces);
        if (dies)
        {
            throw new KilledException();
        }
    }
}

/// <summary>The end of a process that was killed.</summary>
internal sealed class KilledException : Exception;
