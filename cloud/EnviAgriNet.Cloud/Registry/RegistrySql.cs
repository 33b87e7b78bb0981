using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Registry;

/// <summary>Short forms of calls on the registry's connection. A statement is prepared once for each connection.</summary>
internal static class RegistrySql
{
    /// <summary>Runs a statement; returns how many rows it changed.</summary>
    public static int Run(
        this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using PreparedCommand prepared = PreparedCommand.Take(connection, sql, parameters);
        return prepared.Command.ExecuteNonQuery();
    }

    /// <summary>The first column of the first row, or null.</summary>
    public static object? One(
        this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using PreparedCommand prepared = PreparedCommand.Take(connection, sql, parameters);
        return prepared.Command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    /// <summary>All rows.</summary>
    public static List<T> List<T>(
        this SqliteConnection connection,
        string sql,
        Func<SqliteDataReader, T> read,
        params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using PreparedCommand prepared = PreparedCommand.Take(connection, sql, parameters);
        using SqliteDataReader reader = prepared.Command.ExecuteReader();
        List<T> rows = [];
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
