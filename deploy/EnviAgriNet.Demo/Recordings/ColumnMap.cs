namespace EnviAgriNet.Demo.Recordings;

/// <summary>
/// Which column of a recording is which series: <c>column=time,column=series[unit],...</c>. The firmware host reads the same text and
/// checks series and units; here only what the demo itself needs is looked at.
/// </summary>
/// <param name="Columns">Column names and what they are, the unit in brackets included.</param>
public sealed record ColumnMap(IReadOnlyList<KeyValuePair<string, string>> Columns)
{
    /// <summary>Reads the list; throws a <see cref="FormatException"/> that names the part that is wrong.</summary>
    public static ColumnMap Parse(string text)
    {
        List<KeyValuePair<string, string>> columns = [];
        foreach (string part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            // A column may be called anything, so the last = parts it from the series.
            int at = part.LastIndexOf('=');
            if (at <= 0 || at == part.Length - 1)
            {
                throw new FormatException($"--map: '{part}' is not column=series");
            }

            columns.Add(new(part[..at].Trim(), part[(at + 1)..].Trim()));
        }

        int times = columns.Count(c => c.Value == "time");
        if (times != 1 || columns.Count < 2)
        {
            throw new FormatException("--map needs exactly one column=time and at least one column=series");
        }

        return new ColumnMap(columns);
    }

    /// <summary>The column with the water level and its unit in metres; false when none is mapped.</summary>
    /// <exception cref="FormatException">The unit is not one of m, cm and mm.</exception>
    public bool TryGetWaterLevel(out string column, out double metres)
    {
        foreach ((string name, string series) in Columns)
        {
            if (!series.StartsWith("water_level", StringComparison.Ordinal))
            {
                continue;
            }

            int bracket = series.IndexOf('[', StringComparison.Ordinal);
            string unit = bracket < 0 ? "m" : series[(bracket + 1)..].TrimEnd(']');
            column = name;
            metres = unit switch
            {
                "m" => 1,
                "cm" => 0.01,
                "mm" => 0.001,
                _ => throw new FormatException($"--map: a level in '{unit}'; give --bank and --ground, or use m, cm or mm"),
            };
            return true;
        }

        column = string.Empty;
        metres = 1;
        return false;
    }
}
