using System.Diagnostics.CodeAnalysis;
using CsvHelper;

namespace EnviAgriNet.FirmwareHost.Boards.Replay;

/// <summary>Where the wanted columns stand in a file.</summary>
internal sealed class Columns
{
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

    /// <summary>Finds the columns. Throws a <see cref="BoardException"/> that names those that are not there, and lists those that are.</summary>
    public static Columns Find(ReplayPlan plan, IReadOnlyList<string> names, char separator)
    {
        if (names.Count > Limits.ColumnsMax)
        {
            throw new BoardException($"Replay: File has {names.Count} columns, allowed are {Limits.ColumnsMax}");
        }

        List<string> unknown = [];
        int[] time = names.Contains(plan.Map.TimeColumn)
            ? [Find(plan.Map.TimeColumn)]
            : [.. plan.Map.TimeColumn.Split('+', StringSplitOptions.TrimEntries).Select(Find)];
        int[] series = [.. plan.Map.Series.Select(s => Find(s.Column))];
        (int, string)[] conditions = [.. plan.Filter.Conditions.Select(c => (Find(c.Column), c.Value))];
        if (unknown.Count > 0)
        {
            throw new BoardException(
                $"Replay: no column {Names.List(unknown.Distinct())}; separated by '{(separator == '\t' ? "tab" : separator)}' "
                + $"the file has {Names.List(names)}");
        }

        return time.Length is 1 or (>= 3 and <= TimePartsMax)
            ? new Columns(plan.Time, time, series, conditions)
            : throw new BoardException("Replay: Map: a time in parts is year+month+day, with hour, minute and second behind if there are");

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
    public bool Matches(CsvReader row)
    {
        foreach ((int column, string value) in _conditions)
        {
            if (row.GetString(column) != value)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The row's time; false with the reason.</summary>
    public bool TryReadTime(CsvReader row, out DateTimeOffset takenAt, [NotNullWhen(false)] out string? fault)
    {
        if (_timeParts.Length == 1)
        {
            return _time.TryRead(row.GetString(_timeParts[0]), out takenAt, out fault);
        }

        string[] parts = new string[_timeParts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = row.GetString(_timeParts[i]);
        }

        return _time.TryRead(parts, out takenAt, out fault);
    }
}
