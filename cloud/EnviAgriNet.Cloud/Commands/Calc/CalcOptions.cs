using System.CommandLine;

namespace EnviAgriNet.Cloud.Commands.Calc;

/// <summary>The options of a calculation: one per input, and what a table needs.</summary>
internal sealed class CalcOptions
{
    private readonly Calculation _calculation;
    private readonly Dictionary<CalcInput, Option<string?>> _values = [];
    private readonly Dictionary<CalcInput, Option<bool>> _flags = [];
    private readonly Dictionary<CalcInput, Option<string?>> _columns = [];
    private readonly Option<string?> _csv = new("--csv")
    {
        Description = "calculate for each row of this file (.gz too, - is standard input); columns are named as the options or chosen by --map",
        HelpName = "FILE",
    };

    private readonly Option<string[]> _map = new("--map")
    {
        Description = "which column holds an input, such as --map t=Temperature; may be repeated",
        HelpName = "INPUT=COLUMN",
        AllowMultipleArgumentsPerToken = false,
    };

    private readonly Option<bool> _json = new("--json")
    {
        Description = "print the rows as a JSON array, one a line; a calculation without a file is always a line of JSON",
    };

    public CalcOptions(Calculation calculation)
    {
        _calculation = calculation;
        foreach (CalcInput input in calculation.Inputs)
        {
            if (input.IsFlag)
            {
                _flags.Add(input, new Option<bool>("--" + input.Name) { Description = input.Description });
                continue;
            }

            if (input.ColumnOption is { } column)
            {
                _columns.Add(input, new Option<string?>("--" + column) { Description = $"the column of {input.Description}", HelpName = "COLUMN" });
            }

            if (!input.IsColumnOnly)
            {
                _values.Add(input, new Option<string?>("--" + input.Name) { Description = Describe(input), HelpName = HelpName(input) });
            }
        }
    }

    public void AddTo(Command command)
    {
        foreach (CalcInput input in _calculation.Inputs)
        {
            Add(command, _flags.GetValueOrDefault(input));
            Add(command, _values.GetValueOrDefault(input));
            Add(command, _columns.GetValueOrDefault(input));
        }

        command.Options.Add(_csv);
        command.Options.Add(_map);
        command.Options.Add(_json);
    }

    public string? Csv(ParseResult call) => call.GetValue(_csv);

    public bool AsJson(ParseResult call) => call.GetValue(_json);

    /// <summary>What the call gives for an input, or null; a switch that is set gives its name.</summary>
    public string? Text(ParseResult call, CalcInput input)
    {
        if (_flags.TryGetValue(input, out Option<bool>? flag))
        {
            return call.GetValue(flag) ? input.Name : null;
        }

        return _values.TryGetValue(input, out Option<string?>? option) ? call.GetValue(option) : null;
    }

    /// <summary>The columns the call chooses: input to column.</summary>
    public IReadOnlyDictionary<string, string> Chosen(ParseResult call)
    {
        Dictionary<string, string> chosen = [];
        foreach ((CalcInput input, Option<string?> option) in _columns)
        {
            if (call.GetValue(option) is { } column)
            {
                chosen[input.Name] = column;
            }
        }

        foreach (string pair in call.GetValue(_map) ?? [])
        {
            int equals = pair.IndexOf('=');
            string name = equals < 0 ? pair : pair[..equals];
            if (equals < 1 || equals == pair.Length - 1 || !_calculation.Inputs.Any(i => i.Name == name && !i.IsSetting))
            {
                string known = string.Join(", ", _calculation.Inputs.Where(i => !i.IsSetting).Select(i => i.Name));
                throw new CalcFault("map", $"'{pair}' is not INPUT=COLUMN with an input of {known}");
            }

            chosen[name] = pair[(equals + 1)..];
        }

        return chosen;
    }

    private static void Add(Command command, Option? option)
    {
        if (option is not null)
        {
            command.Options.Add(option);
        }
    }

    private static string Describe(CalcInput input)
    {
        string words = input.Words.Count == 0 ? string.Empty : ": " + string.Join(", ", input.Words);
        string unit = input.Unit.Length == 0 ? string.Empty : $" [{input.Unit}]";
        return input.Description + words + unit + (input.IsOptional ? " (optional)" : string.Empty);
    }

    private static string HelpName(CalcInput input) => input.Words.Count > 0
        ? "WORD"
        : input.Name.Replace('-', '_').ToUpperInvariant();
}
