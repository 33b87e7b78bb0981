namespace EnviAgriNet.Cloud.Imports.Reports;

/// <summary>Notes what an import does while it reads, so that a person can check it against the file.</summary>
internal sealed class ImportLog
{
    private readonly List<Refusal> _refused = [];
    private readonly SortedDictionary<string, Tally> _corrected = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Tally> _noQuote = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Tally> _leftOut = new(StringComparer.Ordinal);
    private readonly HashSet<(string Sheet, int Row)> _taken = [];

    /// <summary>The refused rows, at most <see cref="Limits.ListedMax"/> of them.</summary>
    public IReadOnlyList<Refusal> Refused => _refused;

    /// <summary>How many were refused, listed or not.</summary>
    public int RefusedCount { get; private set; }

    /// <summary>How many rows gave at least one figure.</summary>
    public int RowsTaken => _taken.Count;

    /// <summary>Figures that the file holds twice with the same value.</summary>
    public int Repeated { get; set; }

    /// <summary>What was corrected, how often and where first.</summary>
    public IReadOnlyList<Tally> Corrected => [.. _corrected.Values];

    /// <summary>Cells without a price, by what they say.</summary>
    public IReadOnlyList<Tally> NoQuote => [.. _noQuote.Values];

    /// <summary>Rows and sheets that hold no figures of the kind that is imported: totals, notes, pictures.</summary>
    public IReadOnlyList<Tally> LeftOut => [.. _leftOut.Values];

    public void Take(string sheet, int row) => _taken.Add((sheet, row));

    /// <param name="sheet">The sheet, or empty for a file without sheets.</param>
    /// <param name="row">The row, counted from 1; 0 for the sheet as a whole.</param>
    /// <param name="cell">The cell or column, or empty for the row as a whole.</param>
    /// <param name="reason">Why, with the limit that was broken.</param>
    public void Refuse(string sheet, int row, string cell, string reason)
    {
        RefusedCount++;
        if (_refused.Count < Limits.ListedMax)
        {
            _refused.Add(new Refusal(sheet, row, cell, reason));
        }
    }

    public void Correct(string what, string place) => Count(_corrected, what, place);

    public void HasNoQuote(string what, string place) => Count(_noQuote, what, place);

    public void LeaveOut(string what, string place) => Count(_leftOut, what, place);

    /// <summary>A foreign text, cut and on one line.</summary>
    public static string Quote(string text)
    {
        string line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return line.Length <= Limits.QuotedLengthMax ? $"'{line}'" : $"'{line[..Limits.QuotedLengthMax]}…'";
    }

    private static void Count(SortedDictionary<string, Tally> tallies, string what, string place)
    {
        if (!tallies.TryGetValue(what, out Tally? tally))
        {
            tallies[what] = tally = new Tally(what);
        }

        tally.Add(place);
    }
}

/// <summary>Why a row or cell was refused.</summary>
internal sealed record Refusal(string Sheet, int Row, string Cell, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => string.Join(
        ", ", ((string[])[Sheet.Length > 0 ? $"sheet '{Sheet}'" : string.Empty, Row > 0 ? $"row {Row}" : string.Empty, Cell]).Where(p => p.Length > 0))
        + $": {Reason}";
}

/// <summary>How often something happened, and where first.</summary>
internal sealed class Tally(string what)
{
    private readonly List<string> _places = [];

    public string What { get; } = what;

    public int Count { get; private set; }

    public IReadOnlyList<string> Places => _places;

    public void Add(string place)
    {
        Count++;
        if (_places.Count < Limits.PlacesMax && !_places.Contains(place))
        {
            _places.Add(place);
        }
    }
}
