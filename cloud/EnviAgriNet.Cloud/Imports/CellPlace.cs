namespace EnviAgriNet.Cloud.Imports;

/// <summary>Where in a file something stands.</summary>
/// <param name="Sheet">The sheet, or empty.</param>
/// <param name="Row">The row, counted from 1.</param>
/// <param name="Cell">The cell or column, or empty.</param>
internal readonly record struct CellPlace(string Sheet, int Row, string Cell)
{
    /// <inheritdoc/>
    public override string ToString() => Sheet.Length > 0 ? $"{Sheet}!{(Cell.Length > 0 ? Cell : Row)}" : $"row {Row}{(Cell.Length > 0 ? $" {Cell}" : string.Empty)}";
}
