using EnviAgriNet.Core.Geography;
using EnviAgriNet.Protocol.Messages;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>
/// The calibrations that stations told of. They outlive the log of events, since a value of years ago was corrected by the one of then.
/// </summary>
internal static class CalibrationBook
{
    /// <summary>Enters one into a commit; told again it changes nothing.</summary>
    public static void Enter(StoreSession session, StationId station, CalibrationNotice notice)
    {
        using Statement insert = session.Prepare("INSERT OR REPLACE INTO calibration (station, series, since_ms, notice) VALUES (?1, ?2, ?3, ?4)");
        insert.Bind(1, station.Value).Bind(2, notice.Series.Text).Bind(3, notice.Since.ToUnixTimeMilliseconds()).Bind(4, notice.ToText()).Run();
        using Statement trim = session.Prepare(
            $"""
            DELETE FROM calibration WHERE station = ?1 AND (series, since_ms) IN (
                SELECT series, since_ms FROM calibration WHERE station = ?1 ORDER BY since_ms DESC LIMIT -1 OFFSET {StoreLimits.CalibrationsPerStationMax})
            """);
        trim.Bind(1, station.Value).Run();
    }

    /// <summary>Those of a station, by series and within each the newest first.</summary>
    public static List<CalibrationNotice> Of(SqliteConnection connection, StationId station)
    {
        using Statement rows = new(connection, "SELECT notice FROM calibration WHERE station = ?1 ORDER BY series, since_ms DESC");
        rows.Bind(1, station.Value);
        List<CalibrationNotice> found = [];
        while (rows.Next())
        {
            if (CalibrationNotice.TryParse(rows.Text(0), out CalibrationNotice? notice))
            {
                found.Add(notice);
            }
        }

        return found;
    }
}
