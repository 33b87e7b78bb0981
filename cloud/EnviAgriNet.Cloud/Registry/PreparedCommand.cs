using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Registry;

/// <summary>
/// A statement on loan from its connection, which keeps it prepared for the next call of the same text. Whoever has the connection has
/// it alone, so that nothing here is locked; a call within a call of the same text gets a second one.
/// </summary>
internal readonly ref struct PreparedCommand
{
    // Statements are made of constants; a few dozen have room, and whatever has a text of its own each time pushes nothing out.
    private const int KeptMax = 128;

    private static readonly ConditionalWeakTable<SqliteConnection, Dictionary<string, SqliteCommand>> Kept = [];

    private readonly Dictionary<string, SqliteCommand> _home;

    private PreparedCommand(SqliteCommand command, Dictionary<string, SqliteCommand> home)
    {
        Command = command;
        _home = home;
    }

    /// <summary>The statement with its parameters.</summary>
    public SqliteCommand Command { get; }

    /// <summary>Takes the statement out, or makes it; dispose it to give it back.</summary>
    public static PreparedCommand Take(SqliteConnection connection, string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        Dictionary<string, SqliteCommand> home = Kept.GetValue(connection, static _ => []);
        SqliteCommand fresh = connection.CreateCommand();
        if (home.Remove(sql, out SqliteCommand? command))
        {
            // Only a new command is told of the connection's transaction.
            command.Transaction = fresh.Transaction;
            command.Parameters.Clear();
            fresh.Dispose();
        }
        else
        {
            command = fresh;
            command.CommandText = sql;
        }

        foreach ((string name, object? value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return new PreparedCommand(command, home);
    }

    /// <summary>Gives it back.</summary>
    public void Dispose()
    {
        if (_home.Count >= KeptMax || !_home.TryAdd(Command.CommandText, Command))
        {
            Command.Dispose();
        }
    }
}
