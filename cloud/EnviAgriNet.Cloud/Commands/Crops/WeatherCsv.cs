using System.Globalization;
using EnviAgriNet.Cloud.Commands.Calc;
using EnviAgriNet.Core.Crops.Outlook;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands.Crops;

/// <summary>
/// Daily weather, hourly weather and yields as CSV for the commands of crops: comma, semicolon or tab, a header that names the columns in
/// any order. A row that cannot be used costs itself and is told with its line; dates may be of the Buddhist era.
/// </summary>
internal sealed class WeatherCsv
{
    private const int RowsMax = 100_000;
    private const int ToldMax = 20;
    private const int BuddhistFrom = 2400;
    private const int BuddhistEra = 543;

    private static readonly Dictionary<string, string[]> Spellings = new(StringComparer.Ordinal)
    {
        ["date"] = ["date", "day", "datum", "วันที่"],
        ["tmin"] = ["tmin", "t_min", "mintemp", "tn", "temp_min", "temperature_min"],
        ["tmax"] = ["tmax", "t_max", "maxtemp", "tx", "temp_max", "temperature_max"],
        ["rain"] = ["rain", "rainfall", "precip", "precipitation", "rain_mm", "prcp", "ฝน"],
        ["rhmin"] = ["rhmin", "rh_min", "humidity_min"],
        ["rhmax"] = ["rhmax", "rh_max", "humidity_max"],
        ["wind"] = ["wind", "u2", "wind_speed", "windspeed"],
        ["solar"] = ["solar", "rs", "srad", "radiation"],
        ["irrigation"] = ["irrigation", "irrig"],
        ["time"] = ["time", "date_time", "datetime"],
        ["temperature"] = ["temperature", "temp", "t", "air_temperature"],
        ["humidity"] = ["humidity", "rh"],
    };

    private readonly string _file;
    private readonly IConsole _console;
    private int _told;

    public WeatherCsv(string file, IConsole console) => (_file, _console) = (file, console);

    /// <summary>Rows that could not be used.</summary>
    public int Refused { get; private set; }

    /// <summary>Reads days. Throws a <see cref="FormatException"/> for a file that is no such table.</summary>
    public (List<OutlookDay> Days, List<FieldIrrigation>? Irrigations) Days()
    {
        List<OutlookDay> days = [];
        List<FieldIrrigation> irrigations = [];
        bool hasIrrigation = false;
        Read(["date", "tmin", "tmax"], row =>
        {
            OutlookDay day = new(Date(row("date")!))
            {
                TMin = Number("tmin", row("tmin")),
                TMax = Number("tmax", row("tmax")),
                Rain = Number("rain", row("rain")),
                RhMin = Number("rhmin", row("rhmin")),
                RhMax = Number("rhmax", row("rhmax")),
                Wind = Number("wind", row("wind")),
                Solar = Number("solar", row("solar")),
            };
            if (day.Fault() is { } fault)
            {
                throw new FormatException(fault.ToString());
            }

            double? irrigation = Number("irrigation", row("irrigation"));
            if (irrigation is < 0 or > 2000)
            {
                throw new FormatException($"irrigation must lie in 0 to 2000 mm, not {irrigation}");
            }

            days.Add(day);
            hasIrrigation |= row("irrigation") is not null;
            if (irrigation is { } mm and > 0)
            {
                irrigations.Add(new FieldIrrigation(day.Date, mm));
            }
        });
        return (days, hasIrrigation ? irrigations : null);
    }

    /// <summary>Reads hours, in Thai time.</summary>
    public List<OutlookHour> Hours()
    {
        List<OutlookHour> hours = [];
        Read(["time", "wind", "rain", "humidity"], row =>
        {
            string text = row("time")!;
            if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime time))
            {
                throw new FormatException($"time '{Cut(text)}' is not a time such as 2026-08-20 07:00");
            }

            hours.Add(new OutlookHour(
                DateOnly.FromDateTime(time), time.Hour, Number("temperature", row("temperature")), Number("humidity", row("humidity")),
                Number("wind", row("wind")), Number("rain", row("rain"))));
        });
        return hours;
    }

    /// <summary>Reads rows with columns of these names exactly; each row is given as a way to ask for a cell.</summary>
    public void Read(IReadOnlyList<string> required, Action<Func<string, string?>> take)
    {
        try
        {
            using Stream stream = CalcFile.Open(_file);
            using CalcTable table = new(stream);
            Func<string, int> place = name => Place(table.Header, name);
            if (required.FirstOrDefault(name => place(name) < 0) is { } missing)
            {
                throw new FormatException($"{_file} has no column {missing}; it has {string.Join(", ", table.Header.Select(Cut))}");
            }

            int rows = 0;
            foreach (TableRow row in table.Rows())
            {
                if (++rows > RowsMax)
                {
                    throw new FormatException($"{_file} has more than {RowsMax} rows");
                }

                TakeRow(row, place, take);
            }
        }
        catch (CalcFault fault)
        {
            throw new FormatException($"{_file}: {fault.Message}", fault);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or DirectoryNotFoundException)
        {
            throw new FormatException(e.Message, e);
        }
    }

    /// <summary>A number, or null for an empty cell and the usual words for none. Throws for anything else.</summary>
    public static double? Number(string name, string? text) => text switch
    {
        null or "" or "-" or "NA" or "NaN" or "nan" or "null" or "None" => null,
        _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) => value,
        _ => throw new FormatException($"{name} '{Cut(text)}' is not a number"),
    };

    /// <summary>A date such as 2026-06-15 or 2569-06-15. Throws for anything else.</summary>
    public static DateOnly Date(string text)
    {
        string[] parts = text.Trim().Split('-', '/');
        return parts.Length == 3
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int year)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int month)
            && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out int day)
            && (year >= BuddhistFrom ? year - BuddhistEra : year) is var ad and >= 1900 and <= 2200
            && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(ad, month)
            ? new DateOnly(ad, month, day)
            : throw new FormatException($"date '{Cut(text)}' is not a day such as 2026-06-15 (or 2569-06-15), of the years 1900 to 2200");
    }

    private static int Place(IReadOnlyList<string> header, string name)
    {
        string[] names = Spellings.GetValueOrDefault(name) ?? [name];
        for (int i = 0; i < header.Count; i++)
        {
            if (names.Contains(header[i].Trim().ToLowerInvariant()))
            {
                return i;
            }
        }

        return -1;
    }

    private static string Cut(string text) => new([.. text.Take(40).Select(c => char.IsControl(c) ? '?' : c)]);

    private void TakeRow(TableRow row, Func<string, int> place, Action<Func<string, string?>> take)
    {
        try
        {
            if (row.Fault is { } fault)
            {
                throw new FormatException(fault);
            }

            take(name => place(name) is >= 0 and var at ? row.Cells[at].Trim() : null);
        }
        catch (FormatException e)
        {
            Refused++;
            if (_told++ < ToldMax)
            {
                _console.Error($"line {row.Line}: {e.Message}; the row is left out");
            }
        }
    }
}
