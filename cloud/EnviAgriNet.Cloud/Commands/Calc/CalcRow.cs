using System.Globalization;

namespace EnviAgriNet.Cloud.Commands.Calc;

/// <summary>
/// The inputs of one calculation: options of the call, and in CSV the cells of a row, which count before the options. Every
/// method throws a <see cref="CalcFault"/> that names the input and its limit.
/// </summary>
/// <param name="inputs">What the calculation declares.</param>
/// <param name="texts">The text given for an input, or null.</param>
/// <param name="fault">Why the row itself cannot be read, or null.</param>
internal sealed class CalcRow(IReadOnlyList<CalcInput> inputs, Func<CalcInput, string?> texts, string? fault = null)
{
    private static readonly string[] Missing = ["", "na", "nan", "null", "none", "-", "–"];

    private static readonly string[] DateForms =
    [
        "yyyy-MM-dd", "yyyy/MM/dd", "yyyy-M-d", "yyyy/M/d", "yyyyMMdd", "yyyy-MM", "yyyy/MM",
        "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd HH:mm:ssK",
    ];

    /// <summary>Throws when the row itself could not be read.</summary>
    public void RequireReadable()
    {
        if (fault is not null)
        {
            throw new CalcFault("row", fault);
        }
    }

    /// <summary>Whether an input is given and not one of the marks of a missing value.</summary>
    public bool Has(string name) => OptionalText(name) is not null;

    /// <summary>Whether a switch is set.</summary>
    public bool Flag(string name) => texts(Input(name)) is not null;

    /// <summary>A number that must be there.</summary>
    public double Number(string name) => OptionalNumber(name) ?? throw new CalcFault(name, "is missing");

    /// <summary>A number, or null when it is missing.</summary>
    public double? OptionalNumber(string name)
    {
        if (OptionalText(name) is not { } text)
        {
            return null;
        }

        CalcInput input = Input(name);
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) || !double.IsFinite(number))
        {
            throw new CalcFault(name, $"'{Cut(text)}' is not a number");
        }

        if (number < input.Min || number > input.Max)
        {
            throw new CalcFault(name, $"{text} is not {Range(input)}");
        }

        return number;
    }

    /// <summary>A whole number, or null when it is missing.</summary>
    public int? OptionalWhole(string name)
    {
        double? number = OptionalNumber(name);
        return number is null || (Math.Floor(number.Value) == number && Math.Abs(number.Value) <= int.MaxValue)
            ? (int?)number
            : throw new CalcFault(name, $"{OptionalText(name)} is not a whole number");
    }

    /// <summary>A text that must be there; one of the input's words in their own spelling where it has some.</summary>
    public string Text(string name) => OptionalText(name) ?? throw new CalcFault(name, "is missing");

    /// <summary>A text, or null when it is missing.</summary>
    public string? OptionalText(string name)
    {
        CalcInput input = Input(name);
        string? text = texts(input)?.Trim();
        if (text is null || Missing.Contains(text.ToLowerInvariant()))
        {
            return null;
        }

        return input.Words.Count == 0
            ? text
            : input.Words.FirstOrDefault(w => w.Equals(text, StringComparison.OrdinalIgnoreCase))
                ?? throw new CalcFault(name, $"'{Cut(text)}' is none of {string.Join(", ", input.Words)}");
    }

    /// <summary>A text exactly as it was given, with its blanks, empty or not.</summary>
    public string Verbatim(string name) => texts(Input(name)) ?? throw new CalcFault(name, "is missing");

    /// <summary>A calendar date that must be there: <c>2026-04-15</c>, with a time of day or not; a month alone is its first day.</summary>
    public DateOnly Date(string name) => OptionalDate(name) ?? throw new CalcFault(name, "is missing");

    /// <summary>A calendar date, or null when it is missing.</summary>
    public DateOnly? OptionalDate(string name)
    {
        if (OptionalText(name) is not { } text)
        {
            return null;
        }

        return DateTime.TryParseExact(
            text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTime date)
            ? DateOnly.FromDateTime(date)
            : throw new CalcFault(name, $"'{Cut(text)}' is not a date such as 2026-04-15");
    }

    /// <summary>A moment, or null when it is missing; one without an offset is taken as UTC, which changes no difference.</summary>
    public DateTimeOffset? OptionalTime(string name)
    {
        if (OptionalText(name) is not { } text)
        {
            return null;
        }

        return DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset time)
            ? time
            : throw new CalcFault(name, $"'{Cut(text)}' is not a time such as 2026-04-15T13:00:00+07:00");
    }

    private static string Range(CalcInput input)
    {
        string unit = input.Unit.Length == 0 ? string.Empty : " " + input.Unit;
        return (double.IsFinite(input.Min), double.IsFinite(input.Max)) switch
        {
            (true, true) => FormattableString.Invariant($"{input.Min} to {input.Max}{unit}"),
            (true, false) => FormattableString.Invariant($"{input.Min}{unit} or more"),
            _ => FormattableString.Invariant($"{input.Max}{unit} or less"),
        };
    }

    private static string Cut(string text) => text.Length > 40 ? text[..40] + "…" : text;

    private CalcInput Input(string name) =>
        inputs.FirstOrDefault(i => i.Name == name) ?? throw new ArgumentException($"'{name}' is not declared", nameof(name));
}
