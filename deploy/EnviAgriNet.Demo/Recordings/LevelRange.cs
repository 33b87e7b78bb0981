using System.Globalization;

namespace EnviAgriNet.Demo.Recordings;

/// <summary>The lowest and the highest water level of a recording, in metres.</summary>
/// <param name="Lowest">The lowest.</param>
/// <param name="Highest">The highest.</param>
public sealed record LevelRange(double Lowest, double Highest)
{
    private const double BankShare = 0.6;
    private static readonly string[] UsuallyMissing = ["", "NA", "null", "-1", "-999"];

    /// <summary>A bank for a river of which nothing but this recording is known: 60 % of the way from the lowest to the highest level.</summary>
    public double AssumedBank => Math.Round(Lowest + (BankShare * (Highest - Lowest)), 3);

    /// <summary>Reads a whole recording; null when it has no two different levels.</summary>
    /// <param name="call">The recording and its rows.</param>
    /// <param name="column">The column with the level.</param>
    /// <param name="metres">The unit of the column in metres.</param>
    /// <exception cref="FormatException">A column does not exist.</exception>
    public static LevelRange? Read(ReplayCall call, string column, double metres)
    {
        using TextReader text = RecordingFile.Open(call.File);
        string header = text.ReadLine() ?? string.Empty;
        char delimiter = DelimitedRow.DelimiterOf(header);
        string[] names = [.. DelimitedRow.Split(header, delimiter).Select(n => n.Trim().TrimStart('\uFEFF'))];
        int level = ColumnOf(names, column);
        (int Column, string Value)[] wanted = [.. Conditions(call.Where).Select(c => (ColumnOf(names, c[0]), c[1]))];
        HashSet<string> missing = [.. call.Missing?.Split(';') ?? UsuallyMissing];
        double lowest = double.MaxValue;
        double highest = double.MinValue;
        while (text.ReadLine() is { } line)
        {
            string[] fields = DelimitedRow.Split(line, delimiter);
            if (fields.Length == names.Length
                && Array.TrueForAll(wanted, w => fields[w.Column].Trim() == w.Value)
                && !missing.Contains(fields[level].Trim())
                && double.TryParse(fields[level], NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
            {
                lowest = Math.Min(lowest, value * metres);
                highest = Math.Max(highest, value * metres);
            }
        }

        return lowest < highest ? new LevelRange(Math.Round(lowest, 3), Math.Round(highest, 3)) : null;
    }

    private static int ColumnOf(string[] names, string name)
    {
        int at = Array.IndexOf(names, name);
        return at >= 0 ? at : throw new FormatException($"The recording has no column '{name}'; it has {string.Join(", ", names)}");
    }

    private static IEnumerable<string[]> Conditions(string? where) =>
        (where ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2, StringSplitOptions.TrimEntries))
            .Select(parts => parts.Length == 2 ? parts : throw new FormatException($"--where: '{parts[0]}' is not column=value"));
}
