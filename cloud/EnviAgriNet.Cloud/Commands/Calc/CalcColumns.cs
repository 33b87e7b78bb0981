namespace EnviAgriNet.Cloud.Commands.Calc;

/// <summary>Which column of a table holds which input.</summary>
internal sealed class CalcColumns
{
    private readonly Dictionary<CalcInput, int> _places = [];
    private readonly IReadOnlyList<CalcInput> _inputs;
    private readonly Func<CalcInput, string?> _options;

    /// <summary>Finds the columns. Throws a <see cref="CalcFault"/> for one that is asked for and not there, or needed and not given.</summary>
    /// <param name="calculation">Whose inputs.</param>
    /// <param name="header">The names of the columns.</param>
    /// <param name="chosen">Columns chosen by name: input to column.</param>
    /// <param name="options">The options of the call.</param>
    public CalcColumns(
        Calculation calculation,
        IReadOnlyList<string> header,
        IReadOnlyDictionary<string, string> chosen,
        Func<CalcInput, string?> options)
    {
        _inputs = calculation.Inputs;
        _options = options;
        foreach (CalcInput input in _inputs.Where(i => !i.IsSetting))
        {
            int place = chosen.TryGetValue(input.Name, out string? column)
                ? Exactly(header, input, column)
                : Guess(header, input);
            if (place >= 0)
            {
                _places.Add(input, place);
            }
            else if (!input.IsOptional && options(input) is null)
            {
                throw new CalcFault(input.Name, $"is no column; the file has {string.Join(", ", header)}; choose one with --map {input.Name}=COLUMN");
            }
        }
    }

    /// <summary>A row as a calculation reads it: its cells, and the options for what has no column or an empty cell.</summary>
    public CalcRow Row(TableRow row) => new(_inputs, input => TextOf(input, row), row.Fault);

    private string? TextOf(CalcInput input, TableRow row) =>
        _places.TryGetValue(input, out int place) ? row.Cells[place] : _options(input);

    private static int Exactly(IReadOnlyList<string> header, CalcInput input, string column)
    {
        for (int i = 0; i < header.Count; i++)
        {
            if (header[i] == column)
            {
                return i;
            }
        }

        int place = Find(header, column);
        return place >= 0
            ? place
            : throw new CalcFault(input.Name, $"should be column '{column}'; the file has {string.Join(", ", header)}");
    }

    private static int Guess(IReadOnlyList<string> header, CalcInput input) =>
        new[] { input.Name }.Concat(input.Spellings).Select(name => Find(header, name)).FirstOrDefault(place => place >= 0, -1);

    private static int Find(IReadOnlyList<string> header, string name)
    {
        for (int i = 0; i < header.Count; i++)
        {
            if (header[i].Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }
}
