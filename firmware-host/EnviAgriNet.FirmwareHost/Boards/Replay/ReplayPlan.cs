using EnviAgriNet.Protocol.Recordings;

namespace EnviAgriNet.FirmwareHost.Boards.Replay;

/// <summary>The settings of a replay, read and found sound.</summary>
/// <param name="Map">What the columns mean.</param>
/// <param name="Time">How times are read.</param>
/// <param name="Filter">Which rows are meant.</param>
/// <param name="Missing">What is no value.</param>
/// <param name="Start">Rows before it are left out.</param>
/// <param name="End">Rows from it on are left out.</param>
/// <param name="SamplesMax">The most samples that are taken in.</param>
internal sealed record ReplayPlan(
    ColumnMap Map, RowTime Time, RowFilter Filter, MissingMarkers Missing, DateTimeOffset Start, DateTimeOffset End,
    int SamplesMax = Limits.SamplesMax)
{
    /// <summary>Reads the settings. Throws a <see cref="BoardException"/> with every fault, one a line.</summary>
    public static ReplayPlan Read(ReplayOptions options, DateTimeOffset? start, DateTimeOffset? end)
    {
        List<string> faults = [];
        if (string.IsNullOrWhiteSpace(options.File))
        {
            faults.Add("Replay: File is not given");
        }

        if (!ColumnMap.TryParse(options.Map, out ColumnMap? map, out IReadOnlyList<string> mapFaults))
        {
            faults.AddRange(mapFaults.Select(f => $"Replay: {f}"));
        }

        if (!RowTime.TryParseZone(options.Zone, out TimeSpan? zone, out string? fault))
        {
            faults.Add($"Replay: {fault}");
        }

        List<string> filterFaults = [];
        RowFilter filter = RowFilter.Parse(options.Where, filterFaults);
        faults.AddRange(filterFaults.Select(f => $"Replay: {f}"));
        return faults.Count == 0
            ? new ReplayPlan(
                map!, new RowTime(zone), filter, new MissingMarkers(options.Missing),
                start ?? DateTimeOffset.MinValue, end ?? DateTimeOffset.MaxValue)
            : throw new BoardException(string.Join(Environment.NewLine, faults));
    }
}
