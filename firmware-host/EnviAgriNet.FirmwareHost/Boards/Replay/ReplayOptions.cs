namespace EnviAgriNet.FirmwareHost.Boards.Replay;

/// <summary>Which recording is replayed, and what its columns mean.</summary>
internal sealed class ReplayOptions
{
    public const string Section = "Replay";

    /// <summary>No default: a <c>.csv</c>, a <c>.csv.gz</c>, or <c>archive.zip#part of an entry's name</c>.</summary>
    public string? File { get; set; }

    /// <summary>No default: <c>column=series[source unit]</c> with commas between them, and one <c>column=time</c> or <c>year+month+day+hour=time</c>.</summary>
    public string? Map { get; set; }

    /// <summary>Null: the offset of times that carry none, such as +07:00.</summary>
    public string? Zone { get; set; }

    /// <summary>Null: only rows whose columns have these values, as in <c>kind=H,station=X</c>.</summary>
    public string? Where { get; set; }

    /// <summary>;NA;null;-1;-999: what stands for a missing value, with semicolons between; the empty cell is the first of them.</summary>
    public string Missing { get; set; } = ";NA;null;-1;-999";
}
