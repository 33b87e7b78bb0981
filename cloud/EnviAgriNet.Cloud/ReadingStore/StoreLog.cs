namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>What the store tells the person on call, and counts.</summary>
internal sealed partial class StoreLog(ILogger logger)
{
    private long _damages;

    public long Damages => Interlocked.Read(ref _damages);

    public void OnDamagedRow(string table, long key)
    {
        Interlocked.Increment(ref _damages);
        LogDamagedRow(logger, table, key);
    }

    public void OnDamagedFile(Exception cause, string file)
    {
        Interlocked.Increment(ref _damages);
        LogDamagedFile(logger, cause, file);
    }

    public void OnSalvaged(SalvageOutcome outcome) =>
        LogSalvaged(logger, outcome.AsideFile, outcome.RowsKept, outcome.RowsLost, outcome.TablesBroken);

    public void OnMonthDropped(int month) => LogMonthDropped(logger, month);

    public void OnUndoFailed(Exception e, Exception cause) => LogUndoFailed(logger, e, cause.Message);

    [LoggerMessage(4100, LogLevel.Error, "Row {Key} of table {Table} is damaged and was set aside")]
    private static partial void LogDamagedRow(ILogger logger, string table, long key);

    [LoggerMessage(4101, LogLevel.Error, "The reading store '{File}' is damaged and is put aside")]
    private static partial void LogDamagedFile(ILogger logger, Exception cause, string file);

    [LoggerMessage(4102, LogLevel.Error,
        "The damaged reading store is kept as '{AsideFile}'; {RowsKept} rows were carried over, {RowsLost} were damaged, {TablesBroken} tables could not be read to their end")]
    private static partial void LogSalvaged(ILogger logger, string asideFile, long rowsKept, long rowsLost, long tablesBroken);

    [LoggerMessage(4103, LogLevel.Information, "Readings of month {Month} are given up; their roll-ups stay")]
    private static partial void LogMonthDropped(ILogger logger, int month);

    [LoggerMessage(4104, LogLevel.Error, "A failed commit could not be undone cleanly after '{Cause}'; the file is opened anew")]
    private static partial void LogUndoFailed(ILogger logger, Exception e, string cause);
}
