namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>The ledger in memory, as it is on disk. Owned by the writer.</summary>
internal sealed class LedgerBook
{
    private readonly Dictionary<LedgerKey, LedgerEntry> _entries = [];
    private readonly Dictionary<int, int> _outboxes = [];

    /// <summary>Reads the ledger; a damaged line is set aside and begins anew.</summary>
    public void Load(StoreSession session)
    {
        using Statement rows = session.Prepare("SELECT station, outbox, data FROM ledger");
        while (rows.Next())
        {
            int station = (int)rows.Integer(0);
            if (LedgerCodec.Decode(station, rows.Bytes(2)) is { } entry)
            {
                Put(new LedgerKey(station, rows.Text(1)), entry);
            }
            else
            {
                session.OnDamagedRow("ledger", station);
            }
        }
    }

    public LedgerEntry? Find(LedgerKey key) => _entries.GetValueOrDefault(key);

    /// <summary>Whether the station may have that outbox; the line for no outbox is always allowed.</summary>
    public bool HasRoomFor(LedgerKey key) =>
        key.Outbox.Length == 0 || _entries.ContainsKey(key)
        || _outboxes.GetValueOrDefault(key.Station) < StoreLimits.OutboxesPerStationMax;

    public void Put(LedgerKey key, LedgerEntry entry)
    {
        if (_entries.TryAdd(key, entry))
        {
            _outboxes[key.Station] = _outboxes.GetValueOrDefault(key.Station) + 1;
            return;
        }

        _entries[key] = entry;
    }
}

/// <summary>Which line of the ledger: a station by number and an outbox.</summary>
internal readonly record struct LedgerKey(int Station, string Outbox);
