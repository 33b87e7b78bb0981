namespace EnviAgriNet.Cloud.Imports;

/// <summary>
/// Counts rows of a sheet that contradict themselves: an average outside its months, a harvest that does not make the yield beside it. One is a
/// slip and costs its row; a fifth of them means that columns were swapped or that the heading is another sheet's, and costs the file.
/// </summary>
internal sealed class Consistency(ImportRun run, string sheet)
{
    private int _rows;
    private int _bad;
    private string _first = string.Empty;

    /// <summary>A row was checked and is sound.</summary>
    public void Pass() => _rows++;

    /// <summary>A row was checked and is refused.</summary>
    public void Fail(int row, string cell, string reason)
    {
        _rows++;
        _bad++;
        _first = _first.Length > 0 ? _first : $"row {row}, {cell}: {reason}";
        run.Log.Refuse(sheet, row, cell, reason);
    }

    /// <summary>Throws when too many rows were refused.</summary>
    public void Require()
    {
        if (_bad >= Limits.ContradictionsMin && _bad > _rows * Limits.ContradictionShareMax)
        {
            throw new ImportException(
                $"sheet '{sheet}' contradicts itself in {_bad} of {_rows} rows, as if columns were swapped; the first is {_first}");
        }
    }
}
