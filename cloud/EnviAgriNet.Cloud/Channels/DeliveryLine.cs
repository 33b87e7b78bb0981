using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Channels;

/// <summary>One delivery as a person on call sees it. A subscriber appears as a row number, never as a phone number.</summary>
internal sealed record DeliveryLine(
    long Id,
    string Alert,
    string Event,
    int Version,
    string Channel,
    string Recipient,
    string State,
    int Attempts,
    DateTimeOffset QueuedAt,
    DateTimeOffset? SentAt,
    DateTimeOffset? SettledAt,
    string Reason,
    string? Gateway,
    string? Receipt,
    int Part)
{
    /// <summary>Reads a row of the query in <see cref="DeliveryBook.Newest"/>.</summary>
    public static DeliveryLine Read(SqliteDataReader row) => new(
        row.GetInt64(0),
        row.GetString(1),
        row.GetString(2),
        row.GetInt32(3),
        row.GetString(4),
        row.GetString(5),
        row.GetString(6),
        row.GetInt32(7),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(8)),
        Time(row, 9),
        Time(row, 10),
        row.GetString(11),
        row.IsDBNull(12) ? null : row.GetString(12),
        row.IsDBNull(13) ? null : row.GetString(13),
        row.GetInt32(14));

    private static DateTimeOffset? Time(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
}
