using System.Globalization;
using System.Text;

namespace EnviAgriNet.Benchmarks.Machine;

/// <summary>A page of results in Markdown: title, machine, then text and tables.</summary>
internal sealed class ResultPage(string name, string title)
{
    private readonly StringBuilder _text = new($"# {title}\n\n");

    /// <summary>The page so far.</summary>
    public string Text => _text.ToString();

    public ResultPage Line(string text)
    {
        _text.Append(text).Append('\n');
        return this;
    }

    /// <summary>A paragraph.</summary>
    public ResultPage Paragraph(string text) => Line(text).Line(string.Empty);

    public ResultPage Heading(string text) => Paragraph("## " + text);

    public ResultPage Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        Row(head);
        Row([.. head.Select((_, i) => i == 0 ? "---" : "---:")]);
        foreach (IReadOnlyList<string> row in rows)
        {
            Row(row);
        }

        return Line(string.Empty);
    }

    /// <summary>Prints the page and keeps it as <c>results/NAME.md</c>.</summary>
    public async Task SaveAsync(double busyBefore)
    {
        Paragraph($"Machine: {MachineCard.Text}. Before the run its cores were {busyBefore:P0} busy.");
        Directory.CreateDirectory(Checkout.Results);
        string text = _text.ToString().TrimEnd() + "\n";
        await File.WriteAllTextAsync(Path.Combine(Checkout.Results, name + ".md"), text);
        Console.Out.WriteLine(text);
    }

    /// <summary>Puts the page's tables between the marks <c>&lt;!-- NAME --&gt;</c> and <c>&lt;!-- end --&gt;</c> of a document of the repository.</summary>
    public void PutInto(string document)
    {
        string path = Path.Combine(Checkout.Root, document);
        string text = File.ReadAllText(path);
        string begin = $"<!-- {name} -->\n";
        int from = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        int to = text.IndexOf("<!-- end -->", from, StringComparison.Ordinal);
        IEnumerable<string> tables = _text.ToString().Split("\n\n").Where(part => part.StartsWith('|')).Select(part => part.Trim());
        File.WriteAllText(path, text[..from] + string.Join("\n\n", tables) + "\n" + text[to..]);
    }

    /// <summary>A count with thousands separated.</summary>
    public static string Count(double number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A figure with three significant digits.</summary>
    public static string Figure(double number) => Math.Abs(number) switch
    {
        >= 100 => Count(number),
        >= 10 => number.ToString("F1", CultureInfo.InvariantCulture),
        _ => number.ToString("F2", CultureInfo.InvariantCulture),
    };

    private void Row(IEnumerable<string> cells) => Line("| " + string.Join(" | ", cells) + " |");
}
