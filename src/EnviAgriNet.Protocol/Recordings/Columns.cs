using System.Diagnostics.CodeAnalysis;

namespace EnviAgriNet.Protocol.Recordings;

/// <summary>Where the wanted columns stand in a file.</summary>
public sealed class Columns
{
    private const int CountLimit = 10_000;
    private const int TimePartsMin = 2;
    private const int TimePartsMax = 6;

    private readonly RowTime _time;
    private readonly int[] _timeParts;
    private readonly (int Column, string Value)[] _conditions;

    private Columns(RowTime time, int[] timeParts, int[] series, (int Column, string Value)[] conditions)
    {
        _time = time;
        _timeParts = timeParts;
        Series = series;
        _conditions = conditions;
        CountMin = timeParts.Concat(series).Concat(conditions.Select(c => c.Column)).Max() + 1;
    }

    /// <summary>The column of each series of the map.</summary>
    public IReadOnlyList<int> Series { get; }

    /// <summary>How many cells a row needs to have.</summary>
    public int CountMin { get; }

    /// <summary>Finds the columns. Throws a <see cref="RecordingException"/> that names those that are not there, and lists those that are.</summary>
    /// <param name="map">What the columns mean.</param>
    /// <param name="time">How times are read.</param>
    /// <param name="filter">Which rows are meant.</param>
    /// <param name="names">The header.</param>
    /// <param name="separator">What stands between cells; null when it is not known.</param>
    public static Columns Find(ColumnMap map, RowTime time, RowFilter filter, IReadOnlyList<string> names, char? separator)
    {
        if (names.Count > CountLimit)
        {
            throw new RecordingException($"File has {names.Count} columns, allowed are {CountLimit}");
        }

        List<string> unknown = [];
        int[] parts = names.Contains(map.TimeColumn)
            ? [Find(map.TimeColumn)]
            : [.. map.TimeColumn.Split('+', StringSplitOptions.TrimEntries).Select(Find)];
        int[] series = [.. map.Series.Select(s => Find(s.Column))];
        (int, string)[] conditions = [.. filter.Conditions.Select(c => (Find(c.Column), c.Value))];
        if (unknown.Count > 0)
        {
            string split = separator is null ? string.Empty : $"separated by '{(separator == '\t' ? "tab" : separator)}' ";
            throw new RecordingException($"no column {Names.List(unknown.Distinct())}; {split}the file has {Names.List(names)}");
        }

        return parts.Length is 1 or (>= TimePartsMin and <= TimePartsMax)
            ? new Columns(time, parts, series, conditions)
            : throw new RecordingException(
                "Map: a time in parts is year+month, with day, hour, minute and second behind if there are");

        int Find(string wanted)
        {
            List<int> same = [.. Enumerable.Range(0, names.Count).Where(i => names[i] == wanted)];
            if (same.Count == 0)
            {
                same = [.. Enumerable.Range(0, names.Count)
                    .Where(i => names[i].Equals(wanted, StringComparison.OrdinalIgnoreCase))];
            }

            if (same.Count == 1)
            {
                return same[0];
            }

            unknown.Add(same.Count == 0 ? wanted : $"{wanted} that stands only once");
            return 0;
        }
    }

    /// <summary>Whether the row is wanted.</summary>
    /// <param name="cell">The text of a cell by its column.</param>
    public bool Matches(Func<int, string> cell)
    {
        foreach ((int column, string value) in _conditions)
        {
            if (cell(column) != value)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The row's time; false with the reason.</summary>
    public bool TryReadTime(Func<int, string> cell, out DateTimeOffset takenAt, [NotNullWhen(false)] out string? fault)
    {
        if (_timeParts.Length == 1)
        {
            return _time.TryRead(cell(_timeParts[0]), out takenAt, out fault);
        }

        string[] parts = new string[_timeParts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = cell(_timeParts[i]);
        }

        return _time.TryRead(parts, out takenAt, out fault);
    }
}
