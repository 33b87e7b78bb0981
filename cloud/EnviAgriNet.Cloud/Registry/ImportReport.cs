namespace EnviAgriNet.Cloud.Registry;

/// <summary>What an import did. A bad row costs only itself.</summary>
/// <param name="Added">Rows that were new.</param>
/// <param name="Updated">Rows that changed what was there.</param>
/// <param name="Unchanged">Rows that were there already.</param>
/// <param name="Faults">A line for each row that was refused.</param>
internal sealed record ImportReport(int Added, int Updated, int Unchanged, IReadOnlyList<RowFault> Faults);

/// <summary>Why a row of an imported file was refused.</summary>
/// <param name="Row">The line of the file, counted from 1; the header is line 1.</param>
/// <param name="Column">The column, or empty when the row as a whole is wrong.</param>
/// <param name="Reason">What is wrong, with the limit that was broken.</param>
internal sealed record RowFault(int Row, string Column, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => Column.Length == 0 ? $"row {Row}: {Reason}" : $"row {Row}, column {Column}: {Reason}";
}

/// <summary>What happened to one imported row.</summary>
internal enum RowFate
{
    /// <summary>It was there already.</summary>
    Unchanged,

    /// <summary>It is new.</summary>
    Added,

    /// <summary>It changed what was there.</summary>
    Updated,
}
