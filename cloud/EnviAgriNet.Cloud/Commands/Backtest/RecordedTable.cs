using EnviAgriNet.Protocol.Recordings;

namespace EnviAgriNet.Cloud.Commands.Backtest;

/// <summary>What a file of recorded readings is said to be.</summary>
/// <param name="File">A path, plain or <c>.gz</c>, or <c>archive.zip#part of an entry's name</c>.</param>
/// <param name="Map">What the columns mean.</param>
/// <param name="Time">How times are read.</param>
/// <param name="Filter">Which rows are meant.</param>
/// <param name="Missing">What is no value.</param>
/// <param name="EachColumn">The column whose values are places of their own; null when all rows are one place.</param>
internal sealed record RecordedTable(
    string File, ColumnMap Map, RowTime Time, RowFilter Filter, MissingMarkers Missing, string? EachColumn)
{
    /// <summary>What stands for a missing value unless the call says otherwise; the empty cell is the first of them.</summary>
    public const string MissingDefault = ";NA;null;-1;-999";

    /// <summary>Reads what the call says of the file. Throws a <see cref="BacktestFault"/> with every fault in it.</summary>
    public static RecordedTable Parse(string file, string? map, string? zone, string? where, string? missing, string? each)
    {
        List<string> faults = [];
        if (!ColumnMap.TryParse(map, out ColumnMap? columns, out IReadOnlyList<string> mapFaults))
        {
            faults.AddRange(mapFaults);
        }

        if (!RowTime.TryParseZone(zone, out TimeSpan? offset, out string? fault))
        {
            faults.Add(fault);
        }

        RowFilter filter = RowFilter.Parse(where, faults);
        return faults.Count == 0
            ? new RecordedTable(file, columns!, new RowTime(offset), filter, new MissingMarkers(missing ?? MissingDefault), each)
            : throw new BacktestFault(string.Join(Environment.NewLine, faults));
    }
}
