using System.Globalization;
using EnviAgriNet.Core.Geography;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Registry;

/// <summary>
/// The subscribers in the registry: one row per number, the number encrypted and found by its keyed hash. Only who must send to a
/// number asks for it. Safe for use by several threads.
/// </summary>
internal sealed class SubscriberBook
{
    /// <summary>The columns of an import.</summary>
    public static readonly IReadOnlyList<string> Columns = ["phone", "language", "region", "channel", "consent_at"];

    private const string Tables = """
        CREATE TABLE IF NOT EXISTS subscriber(
            id INTEGER PRIMARY KEY, number_hash BLOB NOT NULL UNIQUE, number BLOB NOT NULL,
            language TEXT NOT NULL, regions TEXT NOT NULL, channel TEXT NOT NULL, consent_at TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS subscriber_region(
            subscriber INTEGER NOT NULL REFERENCES subscriber(id) ON DELETE CASCADE, region TEXT NOT NULL,
            PRIMARY KEY (region, subscriber)) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS subscriber_region_of ON subscriber_region(subscriber);
        """;

    private readonly RegistryDatabase _database;
    private readonly NumberVault _vault;
    private readonly TimeProvider _time;

    public SubscriberBook(RegistryDatabase database, NumberVault vault, TimeProvider time)
    {
        _database = database;
        _vault = vault;
        _time = time;
        database.EnsureTables(Tables);
    }

    /// <summary>All subscribers in the order they came, each with its row id.</summary>
    public IReadOnlyList<Subscriber> All() => _database.Read(connection =>
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT number_hash, number, language, regions, channel, consent_at FROM subscriber ORDER BY id";
        using SqliteDataReader reader = command.ExecuteReader();
        List<Subscriber> all = [];
        while (reader.Read())
        {
            all.Add(Read(reader));
        }

        return all;
    });

    /// <summary>The number of a subscriber, or null when they are no longer there.</summary>
    public PhoneNumber? NumberOf(long subscriber) => _database.Read<PhoneNumber?>(connection =>
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT number_hash, number FROM subscriber WHERE id = $id";
        command.Parameters.AddWithValue("$id", subscriber);
        using SqliteDataReader reader = command.ExecuteReader();
        return reader.Read() ? _vault.Decrypt((byte[])reader[1], (byte[])reader[0]) : null;
    });

    /// <summary>Imports subscribers from CSV; one whose number is there is updated.</summary>
    public ImportReport Import(TextReader csv) => CsvImport.Run(csv, Columns, ReadRow, Store);

    /// <summary>Adds or updates subscribers in one transaction.</summary>
    public IReadOnlyList<RowFate> Store(IReadOnlyList<Subscriber> subscribers) =>
        _database.Write<IReadOnlyList<RowFate>>(connection => [.. subscribers.Select(s => Upsert(connection, s))]);

    private static string Join(IReadOnlyList<RegionId> regions) => string.Join(';', regions);

    private Subscriber ReadRow(CsvRow row)
    {
        // A refused number is not repeated in the report: reports are kept, pasted and mailed.
        if (!PhoneNumber.TryParse(row.Required("phone"), out PhoneNumber number))
        {
            throw new RowException("phone", "is not a Thai mobile number: 10 digits from 06, 08 or 09, or +66 and 9 digits");
        }

        DateTimeOffset consentAt = row.Time("consent_at");
        if (consentAt > _time.GetUtcNow())
        {
            throw new RowException("consent_at", "lies in the future");
        }

        return new Subscriber(
            number,
            row.OneOf("language", "th", "en"),
            row.Regions("region"),
            row.OneOf("channel", Subscriber.SmsChannel, Subscriber.PhoneChannel),
            consentAt);
    }

    private RowFate Upsert(SqliteConnection connection, Subscriber subscriber)
    {
        byte[] hash = _vault.Hash(subscriber.Number);
        (long Id, Subscriber Before)? found = Find(connection, hash);
        if (found is { } same && Text(same.Before) == Text(subscriber))
        {
            return RowFate.Unchanged;
        }

        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = """
            INSERT INTO subscriber(number_hash, number, language, regions, channel, consent_at)
            VALUES ($hash, $number, $language, $regions, $channel, $consent)
            ON CONFLICT(number_hash) DO UPDATE SET language = excluded.language, regions = excluded.regions,
                channel = excluded.channel, consent_at = excluded.consent_at
            RETURNING id
            """;
        command.Parameters.AddWithValue("$hash", hash);
        command.Parameters.AddWithValue("$number", _vault.Encrypt(subscriber.Number, hash));
        command.Parameters.AddWithValue("$language", subscriber.Language);
        command.Parameters.AddWithValue("$regions", Join(subscriber.Regions));
        command.Parameters.AddWithValue("$channel", subscriber.Channel);
        command.Parameters.AddWithValue("$consent", subscriber.ConsentAt.ToString("O", CultureInfo.InvariantCulture));
        long id = (long)command.ExecuteScalar()!;
        StoreRegions(connection, id, subscriber.Regions);
        return found is null ? RowFate.Added : RowFate.Updated;
    }

    private static string Text(Subscriber s) => $"{s.Language}|{Join(s.Regions)}|{s.Channel}|{s.ConsentAt.UtcTicks}";

    private static void StoreRegions(SqliteConnection connection, long subscriber, IReadOnlyList<RegionId> regions)
    {
        using SqliteCommand delete = connection.CreateCommand();
        delete.CommandText = "DELETE FROM subscriber_region WHERE subscriber = $id";
        delete.Parameters.AddWithValue("$id", subscriber);
        delete.ExecuteNonQuery();
        foreach (RegionId region in regions)
        {
            using SqliteCommand insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO subscriber_region(subscriber, region) VALUES ($id, $region)";
            insert.Parameters.AddWithValue("$id", subscriber);
            insert.Parameters.AddWithValue("$region", region.Code);
            insert.ExecuteNonQuery();
        }
    }

    private (long Id, Subscriber Before)? Find(SqliteConnection connection, byte[] hash)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText =
            "SELECT number_hash, number, language, regions, channel, consent_at, id FROM subscriber WHERE number_hash = $hash";
        command.Parameters.AddWithValue("$hash", hash);
        using SqliteDataReader reader = command.ExecuteReader();
        return reader.Read() ? (reader.GetInt64(6), Read(reader)) : null;
    }

    private Subscriber Read(SqliteDataReader reader) => new(
        _vault.Decrypt((byte[])reader[1], (byte[])reader[0]),
        reader.GetString(2),
        [.. reader.GetString(3).Split(';').Select(RegionId.Parse)],
        reader.GetString(4),
        DateTimeOffset.Parse(reader.GetString(5), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind));
}
