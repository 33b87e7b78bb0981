using System.Globalization;
using EnviAgriNet.Core.Crops;

namespace EnviAgriNet.Cloud.Commands.Calc.Crops;

/// <summary><c>calc et0-hourly</c>: reference evapotranspiration of an hour.</summary>
internal sealed class Et0HourlyCalculation : Calculation
{
    private const double HourPerWatt = 0.0036;
    private const double ThaiOffset = 7;

    public override string Name => "et0-hourly";

    public override string Summary =>
        "reference evapotranspiration et0 in mm/h, with ra, rso, rnl, rn and g in MJ/m²/h and rs/rso; at night rs/rso is the one of the "
        + "hour two to three hours before sunset in the rows before, or --ratio, or 0.5";

    public override string Source => "FAO-56 Eq. 53 and chapter 4; the lower limit of rs/rso (0.3): ASCE 2005";

    public override IReadOnlyList<CalcInput> Inputs { get; } =
    [
        WeatherInputs.Optional("time", "", "the hour, such as 2026-04-15T14:00 in standard time, or with its offset from UTC"),
        WeatherInputs.Optional("date", "", "the day, where there is no time"),
        WeatherInputs.Optional("hour", "h", "the hour of the day, where there is no time, 0 to 24") with { Min = 0, Max = 24 },
        new("time-is", "", "what the time or hour marks: the start of the hour (default), its middle or its end")
        {
            IsOptional = true,
            IsSetting = true,
            Words = ["start", "middle", "end"],
        },
        WeatherInputs.Optional("utc-offset", "h", "standard time before UTC where the time has no offset, -12 to 14, default 7"),
        WeatherInputs.Latitude,
        new("lon", "degrees", "longitude, -180 to 180, east positive") { Spellings = ["longitude"] },
        WeatherInputs.Elevation,
        new("t", "°C", "mean air temperature of the hour, -60 to 60") { Spellings = ["temperature"] },
        WeatherInputs.Optional("rh", "%", "mean relative humidity of the hour, 0 to 100; needed without tdew and ea", "humidity"),
        WeatherInputs.Optional("tdew", "°C", "dew point; goes before rh"),
        WeatherInputs.Optional("ea", "kPa", "actual vapour pressure, 0 to 12; goes before tdew and rh"),
        .. WeatherInputs.Wind,
        new("rs", "MJ/m²/h", "solar radiation, 0 to 5"),
        new("rs-unit", "", "the unit of rs: mj for MJ/m²/h (default), w for a mean in W/m²")
        {
            IsOptional = true,
            IsSetting = true,
            Words = ["mj", "w"],
        },
        WeatherInputs.Optional("ratio", "", "rs/rso to use at night, 0 to 1"),
    ];

    public override IReadOnlyList<string> Results(CalcRow settings) =>
        ["et0", "ra", "rso", "rs_rso", "rnl", "rn", "g", "is_day", "fallbacks"];

    public override CalcResult Compute(CalcRow row) => Compute(row, new HourlyReferenceEt());

    public override IEnumerable<CalcResult> ComputeAll(CalcRow settings, IEnumerable<CalcRow> rows)
    {
        HourlyReferenceEt hours = new();
        return rows.Select(row =>
        {
            try
            {
                row.RequireReadable();
                return Compute(row, hours);
            }
            catch (CalcFault fault)
            {
                return CalcResult.Fault(fault.Message);
            }
        });
    }

    private static CalcResult Compute(CalcRow row, HourlyReferenceEt hours)
    {
        (DateTime middle, double offset) = Middle(row);
        (double? wind, double height) = row.Wind();
        HourlyWeather weather = new()
        {
            Date = DateOnly.FromDateTime(middle),
            MidHour = middle.TimeOfDay.TotalHours,
            Temperature = row.OptionalNumber("t"),
            Humidity = row.OptionalNumber("rh"),
            DewPoint = row.OptionalNumber("tdew"),
            VapourPressure = row.OptionalNumber("ea"),
            Wind = wind,
            WindHeight = height,
            Solar = row.Solar(HourPerWatt),
        };
        HourlySite site = new(new WeatherSite(row.Number("lat"), row.Number("elevation")), row.Number("lon"), offset);
        if (!hours.TryCompute(weather, site, row.OptionalNumber("ratio"), out Et0Hour? hour, out InputFault? fault))
        {
            throw fault!.AsFault();
        }

        return new CalcResult
        {
            { "et0", hour!.Et0 },
            { "ra", hour.Extraterrestrial },
            { "rso", hour.ClearSky },
            { "rs_rso", hour.Ratio },
            { "rnl", hour.NetLongwave },
            { "rn", hour.Terms.NetRadiation },
            { "g", hour.Terms.SoilHeat },
            { "is_day", hour.IsDay },
            { "fallbacks", CropRow.Words(hour.Fallbacks) },
        };
    }

    private static (DateTime Middle, double Offset) Middle(CalcRow row)
    {
        (DateTime marked, double offset) = Marked(row);
        return marked.Year is > 1800 and < 2300
            ? (marked.AddHours(row.OptionalText("time-is") switch { "middle" => 0, "end" => -0.5, _ => 0.5 }), offset)
            : throw new CalcFault("time", $"must lie in the years 1801 to 2299, not {marked.Year}");
    }

    private static (DateTime Time, double Offset) Marked(CalcRow row)
    {
        double offset = row.OptionalNumber("utc-offset") ?? ThaiOffset;
        if (row.OptionalText("time") is not { } text)
        {
            DateOnly day = row.OptionalDateOrOrdinal("date")
                ?? throw new CalcFault("time", "is missing (or date and hour)");
            return (day.ToDateTime(TimeOnly.MinValue).AddTicks((long)(row.Number("hour") * TimeSpan.TicksPerHour)), offset);
        }

        // A time with an offset keeps its own clock; the sun does not care which clock it is, as long as the offset belongs to it.
        if (DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTime plain)
            && plain.Kind is DateTimeKind.Unspecified)
        {
            return (plain, offset);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out DateTimeOffset time)
            ? (time.DateTime, time.Offset.TotalHours)
            : throw new CalcFault("time", $"'{text}' is not a time such as 2026-04-15T14:00+07:00");
    }
}
