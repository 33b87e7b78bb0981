using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Core.Geography;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Cases;

/// <summary>The agencies that complaints go to. Contacts of offices are no personal data and stay readable.</summary>
internal sealed class AgencyBook
{
    /// <summary>The columns of an import.</summary>
    public static readonly IReadOnlyList<string> Columns = ["kind", "region", "name", "email", "phone"];

    private const string Schema = """
        CREATE TABLE IF NOT EXISTS agency(
            kind TEXT NOT NULL, region TEXT NOT NULL, name TEXT NOT NULL, email TEXT NOT NULL, phone TEXT NOT NULL,
            PRIMARY KEY(kind, region)) STRICT, WITHOUT ROWID;
        """;

    private readonly RegistryDatabase _database;

    public AgencyBook(RegistryDatabase database)
    {
        _database = database;
        database.EnsureTables(Schema);
    }

    /// <summary>All agencies by kind and region.</summary>
    public IReadOnlyList<Agency> All() => _database.Read(c => c.List("SELECT * FROM agency ORDER BY kind, region", Read));

    /// <summary>The agency for a complaint: its own kind before any kind, the smallest region first; null when none is known.</summary>
    public static Agency? Find(SqliteConnection connection, string kind, string? region) => connection.List(
        """
        SELECT * FROM agency WHERE kind IN ($kind, '*') AND (region = '' OR substr($region, 1, length(region)) = region)
        ORDER BY kind = '*', length(region) DESC LIMIT 1
        """,
        Read,
        ("$kind", kind), ("$region", region ?? string.Empty)).FirstOrDefault();

    /// <summary>Imports agencies from CSV; one of the same kind and region is replaced.</summary>
    public ImportReport Import(TextReader csv) => CsvImport.Run(csv, Columns, ReadRow, Store);

    private static Agency Read(SqliteDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4));

    private Agency ReadRow(CsvRow row)
    {
        string region = row.Optional("region");
        if (region.Length > 0 && !RegionId.TryParse(region, out _))
        {
            throw new RowException("region", "is not a code of 2, 4 or 6 digits, nor empty for the whole country");
        }

        string email = row.Optional("email");
        if (email.Length > 0 && (!email.Contains('@', StringComparison.Ordinal) || email.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))))
        {
            throw new RowException("email", "is not an address");
        }

        string phone = row.Optional("phone");
        if (phone.Length > 0 && !PhoneNumber.TryParse(phone, out _))
        {
            throw new RowException("phone", "is not a Thai mobile number, nor empty");
        }

        return new Agency(row.OneOf("kind", [.. ComplaintKinds.All, Agency.AnyKind]), region, row.Name("name"), email, phone);
    }

    private IReadOnlyList<RowFate> Store(IReadOnlyList<Agency> agencies) =>
        _database.Write<IReadOnlyList<RowFate>>(c => [.. agencies.Select(agency => Upsert(c, agency))]);

    private static RowFate Upsert(SqliteConnection connection, Agency agency)
    {
        Agency? before = connection.List(
            "SELECT * FROM agency WHERE kind = $kind AND region = $region", Read, ("$kind", agency.Kind), ("$region", agency.Region)).FirstOrDefault();
        if (before == agency)
        {
            return RowFate.Unchanged;
        }

        connection.Run(
            "INSERT OR REPLACE INTO agency VALUES($kind, $region, $name, $email, $phone)",
            ("$kind", agency.Kind), ("$region", agency.Region), ("$name", agency.Name), ("$email", agency.Email), ("$phone", agency.Phone));
        return before is null ? RowFate.Added : RowFate.Updated;
    }
}
