namespace EnviAgriNet.Cloud.Commands.Backtest;

/// <summary>One value of a recording, kept small because there may be millions.</summary>
/// <param name="TakenMs">Milliseconds since 1970.</param>
/// <param name="Value">In our unit.</param>
/// <param name="Place">The number of its place.</param>
/// <param name="Series">The place of its series in the map.</param>
internal readonly record struct RecordedValue(long TakenMs, double Value, int Place, short Series);

/// <summary>What was in a recording.</summary>
internal sealed class RecordedCounts
{
    /// <summary>Rows under the header.</summary>
    public long Rows { get; set; }

    /// <summary>Rows the filter left out.</summary>
    public long RowsFiltered { get; set; }

    /// <summary>Rows after the time that is tried, or so long before it that they do not count.</summary>
    public long RowsOutside { get; set; }

    /// <summary>Rows with a fault; what was good in them was taken.</summary>
    public long RowsBad { get; set; }

    /// <summary>Cells that hold no value.</summary>
    public long CellsMissing { get; set; }

    /// <summary>The first fault of a row, or null.</summary>
    public string? FirstFault { get; set; }
}
