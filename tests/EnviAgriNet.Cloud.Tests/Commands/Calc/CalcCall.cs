using System.CommandLine;
using System.Text.Json;
using EnviAgriNet.Cloud.Commands.Calc;

namespace EnviAgriNet.Cloud.Tests.Commands.Calc;

/// <summary>A call of <c>calc</c> as a person makes it, and what it printed.</summary>
internal sealed class CalcCall
{
    private CalcCall(int code, Screen screen) => (Code, Screen) = (code, screen);

    public int Code { get; }

    public Screen Screen { get; }

    /// <summary>The first line as JSON.</summary>
    public JsonElement Json => JsonDocument.Parse(Screen.Lines[0]).RootElement;

    /// <summary>All lines as one JSON document.</summary>
    public JsonElement Rows => JsonDocument.Parse(string.Join('\n', Screen.Lines)).RootElement;

    /// <summary>Calls with arguments as they stand after <c>calc</c>.</summary>
    public static CalcCall Run(params string[] arguments)
    {
        Screen screen = new();
        RootCommand root = new();
        CalcCommand.AddTo(root, screen);
        int code = root.Parse(["calc", .. arguments]).Invoke();
        return new CalcCall(code, screen);
    }

    /// <summary>Calls with a table in a file that is gone afterwards.</summary>
    public static CalcCall RunTable(string table, params string[] arguments)
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, table);
            return Run([.. arguments, "--csv", file]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>A cell of the printed table, by the row from 0 and the name of the column.</summary>
    public string Cell(int row, string column)
    {
        int place = Array.IndexOf(Screen.Lines[0].Split(','), column);
        Assert.True(place >= 0, $"no column '{column}' in {Screen.Lines[0]}");
        return Screen.Lines[row + 1].Split(',')[place];
    }
}
