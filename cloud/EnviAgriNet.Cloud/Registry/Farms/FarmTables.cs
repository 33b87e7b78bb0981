using System.Globalization;

namespace EnviAgriNet.Cloud.Registry.Farms;

/// <summary>The tables of farms. A subscriber who is deleted takes their rows along.</summary>
internal static class FarmTables
{
    /// <summary>
    /// <c>plot</c>: a field; a row number is never given twice. <c>advice</c>: what a farmer was told, once for each key; <c>state</c>
    /// is what was said as a machine compares it. <c>farm_sharing</c>: who lets officers see their farm. Times are milliseconds since
    /// 1970; days are dates of Bangkok.
    /// </summary>
    public const string Sql = Subscribers.SubscriberTables.Sql + """
        CREATE TABLE IF NOT EXISTS plot(
            id INTEGER PRIMARY KEY AUTOINCREMENT, subscriber INTEGER NOT NULL REFERENCES subscriber(id) ON DELETE CASCADE, crop TEXT NOT NULL,
            variety TEXT, region TEXT NOT NULL, planted_on TEXT, soil TEXT, rai REAL, irrigated INTEGER, changed_at INTEGER NOT NULL) STRICT;
        CREATE INDEX IF NOT EXISTS plot_subscriber ON plot(subscriber);
        CREATE INDEX IF NOT EXISTS plot_crop ON plot(crop, region);
        CREATE TABLE IF NOT EXISTS advice(
            id INTEGER PRIMARY KEY AUTOINCREMENT, subscriber INTEGER NOT NULL REFERENCES subscriber(id) ON DELETE CASCADE, plot INTEGER,
            kind TEXT NOT NULL, key TEXT NOT NULL, state TEXT NOT NULL, text TEXT NOT NULL, asks INTEGER NOT NULL, given_at INTEGER NOT NULL,
            done_at INTEGER, UNIQUE(subscriber, key)) STRICT;
        CREATE INDEX IF NOT EXISTS advice_given ON advice(subscriber, given_at);
        CREATE TABLE IF NOT EXISTS farm_sharing(
            subscriber INTEGER PRIMARY KEY REFERENCES subscriber(id) ON DELETE CASCADE, since INTEGER NOT NULL) STRICT;
        """;

    /// <summary>A day as it is stored; null stays null.</summary>
    public static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A time as it is stored.</summary>
    public static long Ms(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    /// <summary>A time as it was stored.</summary>
    public static DateTimeOffset Time(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);
}
