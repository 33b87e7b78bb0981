using System.Globalization;
using EnviAgriNet.Core.Geography;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Registry.Subscribers;

/// <summary>
/// The subscribers in the registry, their addresses encrypted and found by keyed hashes. Only who must send to an address asks for it.
/// Safe for use by several threads.
/// </summary>
internal sealed class SubscriberBook
{
    private const string Rows =
        "SELECT id, language, regions, crops, consent_version, consent_at, consent_way FROM subscriber";

    private readonly RegistryDatabase _database;
    private readonly AddressVault _vault;
    private readonly TimeProvider _time;

    public SubscriberBook(RegistryDatabase database, AddressVault vault, TimeProvider time)
    {
        _database = database;
        _vault = vault;
        _time = time;
        database.EnsureTables(SubscriberTables.Sql);
    }

    /// <summary>All subscribers in the order they came.</summary>
    public IReadOnlyList<Subscriber> All() => _database.Read(connection => Select(connection, $"{Rows} ORDER BY id").ConvertAll(s => s.Subscriber));

    /// <summary>One subscriber, or null.</summary>
    public Subscriber? Find(long id) => _database.Read(connection => Find(connection, id));

    /// <summary>Whose address it is on a channel, whatever its state; null when nobody's.</summary>
    public long? FindByAddress(string channel, string address) => _database.Read(connection => (long?)connection.One(
        "SELECT subscriber FROM contact WHERE channel = $channel AND address_hash = $hash",
        ("$channel", channel),
        ("$hash", _vault.Hash(address))));

    /// <summary>Adds or updates subscribers in one transaction; whoever has one of the addresses already is updated.</summary>
    public IReadOnlyList<RowFate> Store(IReadOnlyList<Subscriber> subscribers) =>
        _database.Write<IReadOnlyList<RowFate>>(connection => [.. subscribers.Select(s => Enter(connection, s).Fate)]);

    /// <summary>Adds or updates one inside a transaction; their row, and what it did.</summary>
    public (long Id, RowFate Fate) Enter(SqliteConnection transaction, Subscriber subscriber)
    {
        long? known = subscriber.Contacts.Select(contact => OwnerOf(transaction, contact.Address)).FirstOrDefault(id => id is not null);
        if (known is { } same && Find(transaction, same) is { } before
            && Text(before) == Text(subscriber with { Contacts = Merged(before, subscriber) }))
        {
            return (same, RowFate.Unchanged);
        }

        long id = known is { } old ? Update(transaction, old, subscriber) : Insert(transaction, subscriber);
        StoreContacts(transaction, id, subscriber.Contacts);
        StoreRegions(transaction, id, subscriber.Regions);
        return (id, known is null ? RowFate.Added : RowFate.Updated);
    }

    /// <summary>Whose address it is on any channel and in any state; null when nobody's.</summary>
    public long? OwnerOf(SqliteConnection transaction, string address) => (long?)transaction.One(
        "SELECT subscriber FROM contact WHERE address_hash = $hash", ("$hash", _vault.Hash(address)));

    /// <summary>Changes what a subscriber chose, and nothing else; false when they are gone.</summary>
    public static bool Choose(
        SqliteConnection transaction, long subscriber, string language, IReadOnlyList<RegionId> regions, IReadOnlyList<string> crops)
    {
        bool isThere = transaction.Run(
            "UPDATE subscriber SET language = $language, regions = $regions, crops = $crops WHERE id = $id",
            ("$language", language),
            ("$regions", Join(regions)),
            ("$crops", string.Join(';', crops)),
            ("$id", subscriber)) == 1;
        if (isThere)
        {
            StoreRegions(transaction, subscriber, regions);
        }

        return isThere;
    }

    /// <summary>One subscriber inside a transaction, or null.</summary>
    public Subscriber? Find(SqliteConnection connection, long id) =>
        Select(connection, $"{Rows} WHERE id = $id", ("$id", id)) is [var only] ? only.Subscriber : null;

    // The contacts after an update: the given ones, and the others that do not move to another channel by it.
    private static IReadOnlyList<Contact> Merged(Subscriber before, Subscriber now) =>
    [
        .. before.Contacts.Where(old => now.Contacts.All(c => c.Channel != old.Channel && c.Address != old.Address)).Concat(now.Contacts),
    ];

    private static string Text(Subscriber s) =>
        $"{s.Language}|{Join(s.Regions)}|{string.Join(';', s.Crops)}|{s.Consent.Version}|{s.Consent.At.UtcTicks}|{s.Consent.Way}|"
        + string.Join(';', s.Contacts.OrderBy(c => c.Channel, StringComparer.Ordinal).Select(c => $"{c.Channel}={c.Address}={c.State}"));

    private static string Join(IReadOnlyList<RegionId> regions) => string.Join(';', regions);

    private static (string Name, object? Value)[] Parameters(Subscriber subscriber) =>
    [
        ("$language", subscriber.Language),
        ("$regions", Join(subscriber.Regions)),
        ("$crops", string.Join(';', subscriber.Crops)),
        ("$version", subscriber.Consent.Version),
        ("$at", subscriber.Consent.At.ToString("O", CultureInfo.InvariantCulture)),
        ("$way", subscriber.Consent.Way),
    ];

    private long Insert(SqliteConnection connection, Subscriber subscriber) => (long)connection.One(
        """
        INSERT INTO subscriber(language, regions, crops, consent_version, consent_at, consent_way, created_at)
        VALUES ($language, $regions, $crops, $version, $at, $way, $now) RETURNING id
        """,
        [.. Parameters(subscriber), ("$now", _time.GetUtcNow().ToUnixTimeMilliseconds())])!;

    private static long Update(SqliteConnection connection, long id, Subscriber subscriber)
    {
        connection.Run(
            """
            UPDATE subscriber SET language = $language, regions = $regions, crops = $crops, consent_version = $version,
                consent_at = $at, consent_way = $way WHERE id = $id
            """,
            [.. Parameters(subscriber), ("$id", id)]);
        return id;
    }

    private void StoreContacts(SqliteConnection connection, long subscriber, IReadOnlyList<Contact> contacts)
    {
        foreach (Contact contact in contacts)
        {
            byte[] hash = _vault.Hash(contact.Address);
            connection.Run(
                "DELETE FROM contact WHERE subscriber = $id AND (channel = $channel OR address_hash = $hash)",
                ("$id", subscriber),
                ("$channel", contact.Channel),
                ("$hash", hash));
            connection.Run(
                "INSERT INTO contact(subscriber, channel, address_hash, address, state, since) VALUES ($id, $channel, $hash, $address, $state, $now)",
                ("$id", subscriber),
                ("$channel", contact.Channel),
                ("$hash", hash),
                ("$address", contact.State == ContactState.Stopped ? [] : _vault.Encrypt(contact.Address, hash)),
                ("$state", contact.State.Word()),
                ("$now", _time.GetUtcNow().ToUnixTimeMilliseconds()));
        }
    }

    private static void StoreRegions(SqliteConnection connection, long subscriber, IReadOnlyList<RegionId> regions)
    {
        connection.Run("DELETE FROM subscriber_region WHERE subscriber = $id", ("$id", subscriber));
        foreach (RegionId region in regions)
        {
            connection.Run(
                "INSERT INTO subscriber_region(subscriber, region) VALUES ($id, $region)", ("$id", subscriber), ("$region", region.Code));
        }
    }

    private List<(long Id, Subscriber Subscriber)> Select(SqliteConnection connection, string sql, params (string, object?)[] parameters) => connection.List(
        sql,
        row => (row.GetInt64(0), new Subscriber(
            row.GetString(1),
            [.. row.GetString(2).Split(';', StringSplitOptions.RemoveEmptyEntries).Select(RegionId.Parse)],
            row.GetString(3).Split(';', StringSplitOptions.RemoveEmptyEntries),
            Contacts(connection, row.GetInt64(0)),
            new Consent(
                row.GetString(4),
                DateTimeOffset.Parse(row.GetString(5), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
                row.GetString(6)))),
        parameters);

    private List<Contact> Contacts(SqliteConnection connection, long subscriber) => connection.List(
        "SELECT channel, address_hash, address, state FROM contact WHERE subscriber = $id ORDER BY channel",
        row => new Contact(
            row.GetString(0),
            row.GetString(3) == ContactState.Stopped.Word() ? string.Empty : _vault.Decrypt((byte[])row[2], (byte[])row[1]),
            Enum.Parse<ContactState>(row.GetString(3), ignoreCase: true)),
        ("$id", subscriber));
}
