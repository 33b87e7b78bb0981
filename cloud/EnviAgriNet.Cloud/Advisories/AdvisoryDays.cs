using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Farms;

namespace EnviAgriNet.Cloud.Advisories;

/// <summary>Which days the farms were looked through on. Safe for use by several threads.</summary>
internal sealed class AdvisoryDays
{
    private readonly RegistryDatabase _database;

    public AdvisoryDays(RegistryDatabase database)
    {
        _database = database;
        database.EnsureTables("CREATE TABLE IF NOT EXISTS advisory_day(day TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;");
    }

    /// <summary>Whether a day is done.</summary>
    public bool IsDone(DateOnly day) =>
        _database.Read(c => c.One("SELECT 1 FROM advisory_day WHERE day = $day", ("$day", FarmTables.Text(day)))) is not null;

    /// <summary>A day is done; the days long before it are forgotten.</summary>
    public void Done(DateOnly day) => _database.Write(c =>
    {
        c.Run("DELETE FROM advisory_day WHERE day < $old", ("$old", FarmTables.Text(day.AddYears(-1))));
        return c.Run("INSERT OR IGNORE INTO advisory_day VALUES($day)", ("$day", FarmTables.Text(day)));
    });
}
