using System.Globalization;
using CsvHelper;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Registry;

/// <summary>One row of an imported file, read column by column; the first thing wrong with it ends it with a <see cref="RowException"/>.</summary>
internal sealed class CsvRow(CsvReader reader)
{
    /// <summary>The text of a column without surrounding blanks; never empty.</summary>
    public string Required(string column)
    {
        string text = Optional(column);
        return text.Length > 0 ? text : throw new RowException(column, "is empty");
    }

    /// <summary>The text of a column without surrounding blanks, or empty.</summary>
    public string Optional(string column)
    {
        if (!reader.TryGetFieldIndex(column, out int index) || index >= reader.FieldCount)
        {
            throw new RowException(column, "is missing: the row has fewer columns than the header");
        }

        string text = reader.GetString(index).Trim();
        return text.Length <= Limits.ImportFieldLengthMax
            ? text
            : throw new RowException(column, $"has {text.Length} characters, allowed are {Limits.ImportFieldLengthMax}");
    }

    /// <summary>The line of the file, counted from 1.</summary>
    public int Line => (int)reader.LineNumber;

    /// <summary>The text of a column without surrounding blanks, or null when the file has no such column.</summary>
    public string? OptionalText(string column) => reader.TryGetFieldIndex(column, out _) ? Optional(column) : null;

    /// <summary>A word of 1 to 40 characters, empty, or null when the file has no such column.</summary>
    public string? OptionalWord(string column)
    {
        if (!reader.TryGetFieldIndex(column, out _))
        {
            return null;
        }

        string text = Optional(column);
        return text.Length <= Limits.QuotedLengthMax && !text.Any(char.IsControl)
            ? text
            : throw new RowException(column, $"is not 1 to {Limits.QuotedLengthMax} characters without control characters");
    }

    /// <summary>A text of any kind without surrounding blanks, or null when the file has no such column.</summary>
    public string? OptionalLong(string column, int lengthMax)
    {
        if (!reader.TryGetFieldIndex(column, out int index))
        {
            return null;
        }

        string text = index < reader.FieldCount ? reader.GetString(index).Trim() : string.Empty;
        return text.Length <= lengthMax
            ? text
            : throw new RowException(column, $"has {text.Length} characters, allowed are {lengthMax}");
    }

    /// <summary>A name for people: 1 to 120 characters without control characters.</summary>
    public string Name(string column)
    {
        string text = Required(column);
        return text.Length <= Limits.NameLengthMax && !text.Any(char.IsControl)
            ? text
            : throw new RowException(column, $"is not 1 to {Limits.NameLengthMax} characters without control characters");
    }

    /// <summary>One of a few words.</summary>
    public string OneOf(string column, params ReadOnlySpan<string> words)
    {
        string text = Required(column);
        foreach (string word in words)
        {
            if (text == word)
            {
                return word;
            }
        }

        throw new RowException(column, $"'{Cut(text)}' is not one of {string.Join(", ", words.ToArray())}");
    }

    /// <summary>A region code.</summary>
    public RegionId Region(string column) => ToRegion(column, Required(column));

    /// <summary>Several region codes with semicolons between them, each once.</summary>
    public IReadOnlyList<RegionId> Regions(string column)
    {
        string[] parts = Required(column).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length is > 0 and <= Limits.RegionsPerSubscriberMax
            ? [.. parts.Select(part => ToRegion(column, part)).Distinct().Order()]
            : throw new RowException(column, $"has {parts.Length} regions, allowed are 1 to {Limits.RegionsPerSubscriberMax}");
    }

    /// <summary>A number within limits, or null when the column is empty.</summary>
    public double? Number(string column, double min, double max)
    {
        string text = Optional(column);
        if (text.Length == 0)
        {
            return null;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && number >= min && number <= max
            ? number
            : throw new RowException(column, $"'{Cut(text)}' is not a number from {min} to {max}");
    }

    /// <summary>A whole number within limits.</summary>
    public int Whole(string column, int min, int max)
    {
        string text = Required(column);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= min && number <= max
            ? number
            : throw new RowException(column, $"'{Cut(text)}' is not a whole number from {min} to {max}");
    }

    /// <summary>A time with its offset from UTC, as in <c>2026-05-01T09:00:00+07:00</c>.</summary>
    public DateTimeOffset Time(string column)
    {
        string text = Required(column);
        bool hasOffset = text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-');
        return hasOffset
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time.ToUniversalTime()
            : throw new RowException(column, $"'{Cut(text)}' is not a time with its offset, as 2026-05-01T09:00:00+07:00");
    }

    private static RegionId ToRegion(string column, string text) => RegionId.TryParse(text, out RegionId region)
        ? region
        : throw new RowException(column, $"'{Cut(text)}' is not a code of 2, 4 or 6 digits that begins with 1 to 9");

    private static string Cut(string text)
    {
        string oneLine = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return oneLine.Length <= Limits.QuotedLengthMax ? oneLine : oneLine[..Limits.QuotedLengthMax] + "…";
    }
}

/// <summary>A row is refused.</summary>
internal sealed class RowException(string column, string reason) : Exception(reason)
{
    /// <summary>The column at fault.</summary>
    public string Column { get; } = column;
}
