using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Cases;

/// <summary>What people of one district said of the warnings of one hazard.</summary>
/// <param name="Hazard">Code of the hazard.</param>
/// <param name="Area">Code of the district.</param>
/// <param name="Asked">How many were asked.</param>
/// <param name="Answered">How many answered; null in a small group.</param>
/// <param name="Mean">The mean answer; null in a small group.</param>
/// <param name="Counts">How many answered 1 to 5; null in a small group.</param>
internal sealed record SurveyLine(string Hazard, string Area, long Asked, long? Answered, double? Mean, IReadOnlyList<long>? Counts)
{
    /// <summary>Reads a row of the report; of a small group only that it was asked is kept.</summary>
    public static SurveyLine Read(SqliteDataReader row)
    {
        bool isSmall = row.GetInt64(3) < Limits.SmallGroupMin;
        return new SurveyLine(
            row.GetString(0),
            row.GetString(1),
            row.GetInt64(2),
            isSmall ? null : row.GetInt64(3),
            isSmall ? null : Math.Round(row.GetDouble(4), 2),
            isSmall ? null : [.. Enumerable.Range(5, 5).Select(row.GetInt64)]);
    }
}
