namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>The tables of readings, one a calendar month, with their statements. Owned by the writer.</summary>
internal sealed class MonthTables(StoreSession session) : IDisposable
{
    private readonly SortedSet<int> _months = [];
    private readonly Dictionary<int, MonthTable> _prepared = [];

    public IReadOnlyCollection<int> Months => _months;

    public void Load() => _months.UnionWith(StoreFile.Months(session.Connection));

    public bool Has(int month) => _months.Contains(month);

    /// <summary>Whether readings of that month have a table or may get one.</summary>
    public bool HasRoomFor(int month) => Has(month) || _months.Count < StoreLimits.MonthsMax;

    /// <summary>The statements of a month, whose table is made when it is not there.</summary>
    public MonthTable Get(int month)
    {
        if (_prepared.TryGetValue(month, out MonthTable? table))
        {
            return table;
        }

        if (_months.Add(month))
        {
            StoreFile.Execute(session.Connection, StoreFile.CreateBlockTable(month));
        }

        if (_prepared.Count >= StoreLimits.PreparedMonthsMax)
        {
            ReleaseStatements();
        }

        table = new MonthTable(session, month);
        _prepared.Add(month, table);
        return table;
    }

    /// <summary>Forgets what was made in a transaction that failed.</summary>
    public void Undo()
    {
        ReleaseStatements();
        _months.Clear();
        Load();
    }

    /// <summary>Drops a month with all its readings, in the transaction of the caller.</summary>
    public void Drop(int month)
    {
        ReleaseStatements();
        StoreFile.Execute(session.Connection, $"DROP TABLE IF EXISTS {StoreFile.BlockTable(month)}");
        _months.Remove(month);
    }

    /// <inheritdoc/>
    public void Dispose() => ReleaseStatements();

    private void ReleaseStatements()
    {
        foreach (MonthTable table in _prepared.Values)
        {
            table.Dispose();
        }

        _prepared.Clear();
    }
}

/// <summary>The statements of one month.</summary>
internal sealed class MonthTable(StoreSession session, int month) : IDisposable
{
    public Statement Select { get; } = session.Prepare($"SELECT data FROM {StoreFile.BlockTable(month)} WHERE key = ?1");

    public Statement Replace { get; } =
        session.Prepare($"INSERT OR REPLACE INTO {StoreFile.BlockTable(month)} (key, data) VALUES (?1, ?2)");

    /// <inheritdoc/>
    public void Dispose()
    {
        Select.Dispose();
        Replace.Dispose();
    }
}
