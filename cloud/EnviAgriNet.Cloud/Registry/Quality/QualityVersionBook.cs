using System.Collections.Frozen;
using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Core.Readings;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Registry.Quality;

/// <summary>
/// The quality versions of the registry. Reads come from memory; <see cref="Refresh"/> takes over what another process made. Safe for
/// use by several threads.
/// </summary>
internal sealed class QualityVersionBook
{
    private readonly RegistryDatabase _database;
    private readonly AuditBook _audit;
    private volatile Edition _edition = Edition.Empty;

    public QualityVersionBook(RegistryDatabase database, AuditBook audit)
    {
        _database = database;
        _audit = audit;
        database.EnsureTables(QualityVersionTables.Schema);
        Refresh();
    }

    /// <summary>All versions, ascending.</summary>
    public IReadOnlyList<QualityVersion> All => _edition.All;

    /// <summary>The versions with a configuration, the newest first.</summary>
    public IReadOnlyList<QualityVersion> Configs => _edition.Configs;

    /// <summary>The version that judges what comes, or null before the first one.</summary>
    public QualityVersion? Live => _edition.Live;

    /// <summary>Whether any person said anything of any reading.</summary>
    public bool HasWords => _edition.Overrides.Count > 0;

    /// <summary>Takes over what changed on disk; returns the versions that are new.</summary>
    public IReadOnlyList<QualityVersion> Refresh()
    {
        Edition before = _edition;
        Edition? now = _database.Read(connection => QualityVersionTables.Edition(connection) is long number && number != before.Number
            ? new Edition(number, QualityVersionTables.All(connection))
            : null);
        if (now is null)
        {
            return [];
        }

        _edition = now;
        return [.. now.All.Where(v => before.Find(v.Number) is null)];
    }

    /// <summary>A version by its number, or null.</summary>
    public QualityVersion? Find(long number) => _edition.Find(number);

    /// <summary>The tests of a version as they were written then, as JSON.</summary>
    public string ConfigOf(long number) =>
        _database.Read(connection => QualityVersionTables.Config(connection, number))
        ?? throw new InvalidOperationException($"Quality version {number} has no configuration");

    /// <summary>
    /// What a person said last of a reading up to a version, or null: nobody said anything, or it was taken back.
    /// </summary>
    public QualityVersion? OverrideOf(SeriesId series, DateTimeOffset takenAt, long upTo)
    {
        QualityVersion? newest = _edition.Overrides.GetValueOrDefault(series)?.Find(v => v.Number <= upTo && v.Covers(takenAt));
        return newest?.Flag is null ? null : newest;
    }

    /// <summary>Whether a person said anything of a series in a span, even if it was taken back.</summary>
    public bool HasOverride(SeriesId series, DateTimeOffset from, DateTimeOffset to) =>
        _edition.Overrides.TryGetValue(series, out List<QualityVersion>? list)
        && list.Exists(v => v.From < to && (v.To is not { } end || end > from));

    /// <summary>The series of which a person said anything in a span, even if it was taken back.</summary>
    public IReadOnlyList<SeriesId> Overridden(DateTimeOffset from, DateTimeOffset to) =>
        [.. _edition.Overrides.Keys.Where(series => HasOverride(series, from, to))];

    /// <summary>The number of the version whose verdicts are kept under a key; 0 when nobody may see them.</summary>
    public long NumberOf(long key) => _edition.NumberOf(key);

    /// <summary>Versions over history that are being made, or whose making was cut off.</summary>
    public IReadOnlyList<QualityDraft> Drafts() => _database.Read(QualityVersionTables.Drafts);

    /// <summary>Adds a person's word. It is on disk and holds when this returns.</summary>
    public QualityVersion AddOverride(
        SeriesId series, DateTimeOffset from, DateTimeOffset? to, QualityFlag? flag, string by, string reason, DateTimeOffset at) =>
        Add(
            new QualityVersion(
                0, QualityVersionKind.Override, false, 0, null, at, by, reason, from, to, [series.Station], series.Name, flag),
            config: null);

    /// <summary>Makes a configuration the one that judges what comes from a time on; the one before ends there.</summary>
    public QualityVersion BeginLive(
        string hash, string config, DateTimeOffset from, string by, string reason, DateTimeOffset at) => Add(
            new QualityVersion(0, QualityVersionKind.Config, true, 0, hash, at, by, reason, from, null, [], null, null), config);

    /// <summary>Begins a version over history.</summary>
    public QualityDraft BeginDraft(QualityDraft draft, string config) =>
        _database.Write(connection => QualityVersionTables.Insert(connection, draft, config));

    /// <summary>Lets everybody see a version over history. Throws when the draft was given up meanwhile.</summary>
    public QualityVersion Complete(QualityDraft draft, DateTimeOffset at)
    {
        long number = _database.Write(connection =>
        {
            long? made = QualityVersionTables.Complete(connection, draft.Number, at);
            if (made is { } version)
            {
                _audit.Append(connection, new AuditEntry(
                    AuditEntry.AtTheShell(draft.By), "quality.rerun", $"quality version {version}", draft.Reason));
            }

            return made;
        }) ?? throw new InvalidDataException($"draft {draft.Number} was given up while it was being made");
        Refresh();
        return Find(number)!;
    }

    /// <summary>Gives up a draft.</summary>
    public void Abandon(QualityDraft draft) => _database.Write(connection =>
    {
        QualityVersionTables.DeleteDraft(connection, draft.Number);
        return true;
    });

    private QualityVersion Add(QualityVersion version, string? config)
    {
        QualityVersion added = _database.Write(connection =>
        {
            if (QualityVersionTables.Count(connection) >= Limits.QualityVersionsMax)
            {
                throw new InvalidDataException($"there are {Limits.QualityVersionsMax} quality versions, and no more may be made");
            }

            if (version.IsLive)
            {
                QualityVersionTables.Close(connection, version.From);
            }

            QualityVersion inserted = QualityVersionTables.Insert(connection, version, config);
            if (inserted.Kind == QualityVersionKind.Override)
            {
                NoteWord(connection, inserted);
            }

            return inserted;
        });
        Refresh();
        return added;
    }

    private void NoteWord(SqliteConnection connection, QualityVersion word) => _audit.Append(connection, new AuditEntry(
        AuditEntry.AtTheShell(word.By),
        "quality.overridden",
        $"series {word.Stations[0]}:{word.Series}",
        $"flag {(word.Flag is { } flag ? (int)flag : "taken back")} from {word.From:O} to {word.To?.ToString("O") ?? "further notice"}: {word.Reason}"));

    private sealed class Edition(long number, IReadOnlyList<QualityVersion> all)
    {
        private readonly FrozenDictionary<long, QualityVersion> _byNumber = all.ToFrozenDictionary(v => v.Number);

        private readonly FrozenDictionary<long, QualityVersion> _byKey =
            all.Where(v => v.Kind == QualityVersionKind.Config).ToFrozenDictionary(v => v.Key);

        public static Edition Empty { get; } = new(-1, []);

        public long Number => number;

        public IReadOnlyList<QualityVersion> All => all;

        public IReadOnlyList<QualityVersion> Configs { get; } =
            [.. all.Where(v => v.Kind == QualityVersionKind.Config).Reverse()];

        public QualityVersion? Live { get; } = all.LastOrDefault(v => v.IsLive);

        /// <summary>By series, the newest first.</summary>
        public FrozenDictionary<SeriesId, List<QualityVersion>> Overrides { get; } = all
            .Where(v => v.Kind == QualityVersionKind.Override)
            .Reverse()
            .GroupBy(v => new SeriesId(v.Stations[0], v.Series!))
            .ToFrozenDictionary(g => g.Key, g => g.ToList());

        public long NumberOf(long key) => _byKey.GetValueOrDefault(key)?.Number ?? 0;

        public QualityVersion? Find(long version) => _byNumber.GetValueOrDefault(version);
    }
}
