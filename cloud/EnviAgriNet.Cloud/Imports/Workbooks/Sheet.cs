using System.Globalization;
using EnviAgriNet.Core.Markets;

namespace EnviAgriNet.Cloud.Imports.Workbooks;

/// <summary>A sheet of a workbook, in memory. Rows and columns are counted from 0 here, and as Excel does in what people read.</summary>
internal sealed class Sheet(string name, bool isHidden, IReadOnlyList<object?[]> rows)
{
    private const int LettersCount = 26;

    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>Whether people do not see it.</summary>
    public bool IsHidden { get; } = isHidden;

    /// <summary>How many rows it has.</summary>
    public int Rows => rows.Count;

    /// <summary>How many columns its widest row has.</summary>
    public int Columns { get; } = rows.Count == 0 ? 0 : rows.Max(r => r.Length);

    /// <summary>The name of a cell, as <c>C5</c>.</summary>
    public static string NameOf(int row, int column)
    {
        string letters = string.Empty;
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / LettersCount)
        {
            letters = (char)('A' + ((rest - 1) % LettersCount)) + letters;
        }

        return letters + (row + 1).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>What a cell holds: a text, a number, a time, or null.</summary>
    public object? At(int row, int column) =>
        row >= 0 && row < rows.Count && column >= 0 && column < rows[row].Length ? rows[row][column] : null;

    /// <summary>A cell as text without blanks at its ends; empty when there is nothing.</summary>
    public string Text(int row, int column) => At(row, column) switch
    {
        null => string.Empty,
        string text => text.Replace("ํา", "ำ", StringComparison.Ordinal).Trim(),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        object other => other.ToString() ?? string.Empty,
    };

    /// <summary>A cell as text without any blanks, for comparing headings.</summary>
    public string Tight(int row, int column) => string.Concat(Text(row, column).Where(c => !char.IsWhiteSpace(c)));

    /// <summary>A cell as a number, or null; a text of digits counts.</summary>
    public double? Number(int row, int column) => At(row, column) switch
    {
        double number => number,
        string text when double.TryParse(
            ThaiCalendar.ToArabic(text).Trim(), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out double number) => number,
        _ => null,
    };

    /// <summary>A cell as a year of our era, or null.</summary>
    public int? Year(int row, int column) =>
        Number(row, column) is { } number and >= ThaiCalendar.YearMin && ThaiCalendar.TryYear(number, out int year, out _) ? year : null;

    /// <summary>The column of a row whose tight text fits, or -1.</summary>
    public int FindColumn(int row, Predicate<string> fits, int from = 0)
    {
        for (int column = from; column < Columns; column++)
        {
            if (Tight(row, column) is { Length: > 0 } text && fits(text))
            {
                return column;
            }
        }

        return -1;
    }

    /// <summary>The first text of the first rows that fits, or null.</summary>
    public string? FindText(int rowsMax, Predicate<string> fits)
    {
        for (int row = 0; row < Math.Min(rowsMax, Rows); row++)
        {
            for (int column = 0; column < Columns; column++)
            {
                if (Text(row, column) is { Length: > 0 } text && fits(text))
                {
                    return text;
                }
            }
        }

        return null;
    }
}
