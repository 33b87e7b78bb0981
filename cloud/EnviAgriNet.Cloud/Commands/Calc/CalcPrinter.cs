using System.Text.Json;
using System.Text.Json.Nodes;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands.Calc;

/// <summary>Prints the rows of a table with what was calculated beside them, as CSV or as a JSON array with a row a line.</summary>
internal sealed class CalcPrinter
{
    private const string ErrorColumn = "error";

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly IConsole _console;
    private readonly bool _asJson;
    private readonly IReadOnlyList<string> _header;
    private readonly IReadOnlyList<(string Result, string Column)> _results;
    private readonly string _error;
    private string? _held;

    /// <summary>Prints the header. A result whose name a column of the file has already gets <c>_calc</c> behind it.</summary>
    public CalcPrinter(IConsole console, bool asJson, IReadOnlyList<string> header, IReadOnlyList<string> results)
    {
        _console = console;
        _asJson = asJson;
        _header = header;
        _results = [.. results.Select(r => (r, Free(r)))];
        _error = Free(ErrorColumn);
        console.Line(asJson ? "[" : string.Join(',', header.Concat(_results.Select(r => r.Column)).Append(_error).Select(Cell)));
    }

    /// <summary>One result as a line of JSON.</summary>
    public static string Single(CalcResult result)
    {
        JsonObject document = [];
        result.WriteTo(document);
        return document.ToJsonString(Readable);
    }

    /// <summary>Prints a row.</summary>
    public void Row(TableRow row, CalcResult result)
    {
        if (!_asJson)
        {
            _console.Line(string.Join(
                ',', row.Cells.Concat(_results.Select(r => result.Text(r.Result))).Append(result.Error ?? string.Empty).Select(Cell)));
            return;
        }

        // Held back by one row: the last one has no comma behind it.
        Flush(",");
        _held = Json(row, result);
    }

    /// <summary>Prints what ends the output.</summary>
    public void End()
    {
        if (_asJson)
        {
            Flush(string.Empty);
            _console.Line("]");
        }
    }

    private void Flush(string end)
    {
        if (_held is not null)
        {
            _console.Line(_held + end);
        }
    }

    private string Json(TableRow row, CalcResult result)
    {
        JsonObject document = [];
        for (int i = 0; i < _header.Count; i++)
        {
            document[_header[i]] = row.Cells[i];
        }

        JsonObject values = [];
        result.WriteTo(values);
        foreach ((string name, string column) in _results)
        {
            document[column] = values[name]?.DeepClone();
        }

        document[_error] = result.Error;
        return document.ToJsonString(Readable);
    }

    private string Free(string name)
    {
        string free = name;
        while (_header.Contains(free, StringComparer.OrdinalIgnoreCase))
        {
            free += "_calc";
        }

        return free;
    }

    private static string Cell(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0
        ? text
        : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
