using System.Text;

namespace EnviAgriNet.Demo.Recordings;

/// <summary>Takes lines of a delimited text apart; a field in quotes may hold the delimiter, and "" in it is one quote.</summary>
internal static class DelimitedRow
{
    private const string Delimiters = ";,\t|";

    /// <summary>The delimiter a header line uses: the one that stands in it most often.</summary>
    public static char DelimiterOf(string header) => Delimiters.MaxBy(d => header.Count(c => c == d));

    /// <summary>The fields of a line.</summary>
    public static string[] Split(string line, char delimiter)
    {
        if (!line.Contains('"', StringComparison.Ordinal))
        {
            return line.Split(delimiter);
        }

        List<string> fields = [];
        StringBuilder field = new();
        bool isQuoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && isQuoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                field.Append('"');
                i++;
            }
            else if (line[i] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (line[i] == delimiter && !isQuoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(line[i]);
            }
        }

        fields.Add(field.ToString());
        return [.. fields];
    }
}
