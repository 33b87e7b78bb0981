namespace EnviAgriNet.Protocol.Recordings;

/// <summary>Which rows of a recording are meant: those whose columns all have the wanted value.</summary>
/// <param name="Conditions">Column and value, compared as text.</param>
public sealed record RowFilter(IReadOnlyList<(string Column, string Value)> Conditions)
{
    /// <summary>Reads the setting <c>column=value,column=value</c>; faults are added to the list.</summary>
    public static RowFilter Parse(string? text, List<string> faults)
    {
        List<(string Column, string Value)> conditions = [];
        foreach (string entry in (text ?? string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            int at = entry.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0)
            {
                faults.Add($"Where: '{entry}' is not column=value");
                continue;
            }

            conditions.Add((entry[..at].Trim(), entry[(at + 1)..].Trim()));
        }

        return new RowFilter(conditions);
    }
}
