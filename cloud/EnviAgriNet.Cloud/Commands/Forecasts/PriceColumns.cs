using EnviAgriNet.Protocol.Recordings;

namespace EnviAgriNet.Cloud.Commands.Forecasts;

/// <summary>Finds columns by the names a call gives: exactly, else whatever their case, else whatever their blanks and marks.</summary>
internal static class PriceColumns
{
    /// <summary>The place of a column. Throws a <see cref="SeriesFault"/> that names those there are.</summary>
    public static int Find(string option, string name, IReadOnlyList<string> header)
    {
        foreach (Func<string, string> form in (Func<string, string>[])[h => h.Trim(), h => h.Trim().ToLowerInvariant(), Plain])
        {
            int[] same = [.. Enumerable.Range(0, header.Count).Where(i => form(header[i]) == form(name) && form(name).Length > 0)];
            if (same.Length == 1)
            {
                return same[0];
            }

            if (same.Length > 1)
            {
                throw new SeriesFault($"{option}: {same.Length} columns are called '{CellNumber.Cut(name)}'; the file has {List(header)}");
            }
        }

        throw new SeriesFault($"{option}: there is no column '{CellNumber.Cut(name)}'; the file has {List(header)}");
    }

    /// <summary>The conditions of <c>--where</c>. Throws a <see cref="SeriesFault"/> for one that cannot be.</summary>
    public static (int Column, string Value)[] Where(string? where, IReadOnlyList<string> header)
    {
        List<string> faults = [];
        RowFilter filter = RowFilter.Parse(where, faults);
        return faults.Count > 0
            ? throw new SeriesFault("--" + faults[0])
            : [.. filter.Conditions.Select(c => (Find("--where", c.Column, header), c.Value))];
    }

    private static string Plain(string name) => string.Concat(name.Where(c => char.IsLetterOrDigit(c) || c >= 'ก')).ToLowerInvariant();

    private static string List(IReadOnlyList<string> header)
    {
        const int NamedMax = 40;
        string names = string.Join(", ", header.Take(NamedMax).Select(CellNumber.Cut));
        return header.Count > NamedMax ? $"{names} and {header.Count - NamedMax} more" : names;
    }
}
