using System.Globalization;

namespace EnviAgriNet.Cloud.Commands.Calc.Water;

/// <summary>The rows of a file as months of a calendar: in their order, or by their dates in any order.</summary>
internal sealed class MonthlySeries(DateOnly? start)
{
    private const int MonthsOfYear = 12;

    /// <summary>A thousand years: more is a date gone wrong, and not worth the memory.</summary>
    private const int MonthsMax = 12_000;

    private readonly List<(int? Month, double? Rain, string? Fault)> _rows = [];
    private readonly HashSet<int> _taken = [];
    private int _first = MonthsOfYear;
    private int _last = MonthsOfYear;

    /// <summary>Whether the years of the months are known.</summary>
    public bool IsDated { get; private set; } = start is not null;

    /// <summary>The calendar year of the first month; 1 when the months are not dated.</summary>
    public int FirstYear => _first / MonthsOfYear;

    /// <summary>The calendar month of the first month, 1 to 12.</summary>
    public int FirstMonth => (_first % MonthsOfYear) + 1;

    /// <summary>The rows of the file: the place of each in the series, or why it has none, and what was wrong with its rain.</summary>
    public IEnumerable<(int? Place, string? Fault)> Rows => _rows.Select(r => (r.Month - _first, r.Fault));

    /// <summary>A date, or a month in the short forms <c>198104</c> and <c>1981-4</c>; null when it is missing.</summary>
    public static DateOnly? OptionalMonth(CalcRow row, string name) =>
        DateOnly.TryParseExact(
            row.OptionalText(name), ["yyyyMM", "yyyy-M", "yyyy/M"], CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly month)
            ? month
            : row.OptionalDate(name);

    /// <summary>Adds a row. One without a date of its own is the month after the row before.</summary>
    public void Add(CalcRow row)
    {
        int? month = null;
        double? rain = null;
        string? fault = null;
        try
        {
            row.RequireReadable();
            month = MonthOf(row);
            rain = row.OptionalNumber("precip");
        }
        catch (CalcFault found)
        {
            fault = found.Message;
            month ??= IsOwnDate(row) ? null : Following();
        }

        if (month is { } known && !TryTake(known))
        {
            fault = $"date {known / MonthsOfYear:0000}-{(known % MonthsOfYear) + 1:00} is there twice: one row holds the rain of a whole month";
            month = null;
        }

        _rows.Add((month, rain, fault));
    }

    /// <summary>The rain of every month from the first to the last, null where a month was left out or had none.</summary>
    public double?[] Rain()
    {
        if (_taken.Count == 0)
        {
            return [];
        }

        int count = _last - _first + 1;
        if (count > MonthsMax)
        {
            throw new CalcFault("date", $"spans {count} months, the most is {MonthsMax}");
        }

        double?[] rain = new double?[count];
        foreach ((int? month, double? value, _) in _rows)
        {
            if (month is { } known)
            {
                rain[known - _first] = value;
            }
        }

        return rain;
    }

    /// <summary>The calendar month of a place in the series, 1 to 12.</summary>
    public int MonthAt(int place) => ((_first + place) % MonthsOfYear) + 1;

    private bool TryTake(int month)
    {
        _first = _taken.Count == 0 ? month : Math.Min(_first, month);
        _last = _taken.Count == 0 ? month : Math.Max(_last, month);
        return _taken.Add(month);
    }

    private int MonthOf(CalcRow row)
    {
        if (OptionalMonth(row, "date") is { } date)
        {
            IsDated = true;
            return (date.Year * MonthsOfYear) + date.Month - 1;
        }

        if (row.OptionalWhole("year") is { } year)
        {
            int month = row.OptionalWhole("month") ?? throw new CalcFault("month", "is missing beside year");
            IsDated = true;
            return (year * MonthsOfYear) + month - 1;
        }

        return IsDated && start is null ? throw new CalcFault("date", "is missing") : Following();
    }

    /// <summary>Whether the row has a date column, however bad: it then cannot be taken for the month after the row before.</summary>
    private bool IsOwnDate(CalcRow row) => (IsDated && start is null) || row.Has("date") || row.Has("year");

    private int Following() => _rows.Count == 0
        ? ((start?.Year ?? 1) * MonthsOfYear) + (start?.Month ?? 1) - 1
        : (_rows.FindLast(r => r.Month is not null).Month ?? 0) + 1;
}
