using System.Diagnostics.CodeAnalysis;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Protocol.Recordings;

/// <summary>What the columns of a recording mean.</summary>
/// <param name="TimeColumn">The column of the time, or several with <c>+</c> between them: year, month, day, hour, minute.</param>
/// <param name="Series">The series in the order of the settings.</param>
public sealed record ColumnMap(string TimeColumn, IReadOnlyList<MappedSeries> Series)
{
    private const string TimeTarget = "time";

    /// <summary>Reads the setting; false with every fault in it.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ColumnMap? map, out IReadOnlyList<string> faults)
    {
        map = null;
        List<string> found = [];
        List<MappedSeries> series = [];
        List<string> times = [];
        foreach (string entry in (text ?? string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            int at = entry.LastIndexOf('=');
            string column = at < 0 ? string.Empty : entry[..at].Trim();
            string target = at < 0 ? string.Empty : entry[(at + 1)..].Trim();
            if (column.Length == 0 || target.Length == 0)
            {
                found.Add($"Map: '{entry}' is not column=series or column=time");
            }
            else if (target == TimeTarget)
            {
                times.Add(column);
            }
            else if (TryParseSeries(column, target, out MappedSeries? mapped, out string? fault))
            {
                series.Add(mapped);
            }
            else
            {
                found.Add($"Map: '{entry}': {fault}");
            }
        }

        if (times.Count != 1)
        {
            found.Add($"Map: one column must be the time (column=time), not {times.Count}");
        }

        if (series.Count == 0 && found.Count == 0)
        {
            found.Add("Map: no column is a series (column=series)");
        }

        found.AddRange(series.GroupBy(s => s.Series).Where(g => g.Count() > 1)
            .Select(g => $"Map: series '{g.Key}' stands {g.Count()} times"));
        faults = found;
        map = found.Count == 0 ? new ColumnMap(times[0], series) : null;
        return map is not null;
    }

    private static bool TryParseSeries(
        string column, string target, [NotNullWhen(true)] out MappedSeries? mapped, [NotNullWhen(false)] out string? fault)
    {
        mapped = null;
        string? unit = null;
        int open = target.IndexOf('[');
        if (open >= 0)
        {
            if (!target.EndsWith(']'))
            {
                fault = "the source unit's bracket is not closed";
                return false;
            }

            unit = target[(open + 1)..^1];
            target = target[..open];
        }

        if (!SeriesName.TryParse(target, out SeriesName? series, out fault)
            || !UnitConversion.TryFind(series.Quantity, unit, out UnitConversion conversion, out fault))
        {
            return false;
        }

        mapped = new MappedSeries(column, series, conversion);
        return true;
    }
}

/// <summary>One column that is a series.</summary>
/// <param name="Column">Its name in the recording.</param>
/// <param name="Series">What it is here.</param>
/// <param name="Conversion">From its unit to ours.</param>
public sealed record MappedSeries(string Column, SeriesName Series, UnitConversion Conversion);
