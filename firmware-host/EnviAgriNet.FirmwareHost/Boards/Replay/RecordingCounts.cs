namespace EnviAgriNet.FirmwareHost.Boards.Replay;

/// <summary>What was in a recording.</summary>
internal sealed class RecordingCounts
{
    /// <summary>Rows under the header.</summary>
    public long Rows { get; set; }

    /// <summary>Rows the filter left out.</summary>
    public long RowsFiltered { get; set; }

    /// <summary>Rows outside the wanted span of time.</summary>
    public long RowsOutside { get; set; }

    /// <summary>Rows with a fault; what was good in them was taken.</summary>
    public long RowsBad { get; set; }

    /// <summary>Cells that hold no value.</summary>
    public long CellsMissing { get; set; }

    /// <summary>Samples that share series and time with one before them; they are passed on as they are.</summary>
    public long Duplicates { get; set; }

    /// <summary>The first fault of a row, or null.</summary>
    public string? FirstFault { get; set; }
}
