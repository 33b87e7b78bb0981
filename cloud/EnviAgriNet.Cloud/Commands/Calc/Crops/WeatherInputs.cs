using EnviAgriNet.Core.Crops;

namespace EnviAgriNet.Cloud.Commands.Calc.Crops;

/// <summary>The weather of a day as columns or options.</summary>
internal static class WeatherInputs
{
    /// <summary>MJ/m² in a day for a mean of 1 W/m².</summary>
    private const double DayPerWatt = 0.0864;

    public static CalcInput Date { get; } = new("date", "", "the day, such as 2026-04-15 or 2026-105") { IsOptional = true };

    public static CalcInput DayOfYear { get; } = new("doy", "", "the day of the year where there is no date, 1 to 366")
    {
        Min = 1,
        Max = 366,
        IsOptional = true,
    };

    public static CalcInput Latitude { get; } = new("lat", "degrees", "latitude, -90 to 90, north positive") { Spellings = ["latitude"] };

    public static CalcInput Elevation { get; } = new("elevation", "m", "height above sea level, -430 to 6000")
    {
        Spellings = ["altitude"],
    };

    public static CalcInput TMin { get; } = new("tmin", "°C", "smallest air temperature of the day, -60 to 60");

    public static CalcInput TMax { get; } = new("tmax", "°C", "largest air temperature of the day, -60 to 60, not below tmin");

    public static CalcInput RhMin { get; } = Optional("rhmin", "%", "smallest relative humidity of the day, 0 to 100");

    public static IReadOnlyList<CalcInput> Wind { get; } =
    [
        Optional("u2", "m/s", "mean wind at 2 m, 0 to 60; without wind 2 m/s is taken"),
        Optional("uz", "m/s", "mean wind at height z, in place of u2", "wndsp"),
        Optional("z", "m", "height of the wind sensor of uz, 0.5 to 200"),
    ];

    /// <summary>Everything but date, place, temperature and smallest humidity.</summary>
    public static IReadOnlyList<CalcInput> Rest { get; } =
    [
        Optional("rhmax", "%", "largest relative humidity of the day, 0 to 100"),
        Optional("rhmean", "%", "mean relative humidity, used without rhmin and rhmax"),
        Optional("tdew", "°C", "dew point; goes before relative humidity"),
        Optional("ea", "kPa", "actual vapour pressure, 0 to 12; goes before all other measures of humidity", "vapr"),
        .. Wind,
        Optional("rs", "MJ/m²/day", "solar radiation, 0 to 50", "srad"),
        new("rs-unit", "", "the unit of rs: mj for MJ/m²/day (default), w for a mean in W/m²")
        {
            IsOptional = true,
            IsSetting = true,
            Words = ["mj", "w"],
        },
        Optional("n", "h", "bright sunshine, 0 to 24, used without rs; without both rs comes from tmin and tmax"),
        Optional("g", "MJ/m²/day", "heat into the soil, -10 to 10, default 0"),
        new("krs", "", "coefficient of rs from temperature: 0.16 inland (default), 0.19 on a coast") { IsOptional = true, IsSetting = true },
        new("ratio-min", "", "rs/rso is raised to it in the longwave term, 0 to 1: 0.3 as ASCE 2005 has it (default), 0 as FAO-56 prints it")
        {
            IsOptional = true,
            IsSetting = true,
        },
    ];

    public static DailyWeather DailyWeatherOf(CalcRow row, DateOnly date)
    {
        (double? wind, double height) = row.Wind();
        return new DailyWeather
        {
            Date = date,
            TMin = row.OptionalNumber("tmin"),
            TMax = row.OptionalNumber("tmax"),
            RhMin = row.OptionalNumber("rhmin"),
            RhMax = row.OptionalNumber("rhmax"),
            RhMean = row.OptionalNumber("rhmean"),
            DewPoint = row.OptionalNumber("tdew"),
            VapourPressure = row.OptionalNumber("ea"),
            Wind = wind,
            WindHeight = height,
            Solar = row.Solar(DayPerWatt),
            Sunshine = row.OptionalNumber("n"),
            SoilHeat = row.OptionalNumber("g") ?? 0,
        };
    }

    /// <summary>The reference evapotranspiration of a row; throws a <see cref="CalcFault"/> for what is absent or impossible.</summary>
    public static Et0Day Et0Of(CalcRow row, DateOnly date, ReferenceSurface surface)
    {
        WeatherSite site = new(row.Number("lat"), row.Number("elevation"));
        Et0Options options = new()
        {
            Surface = surface,
            RadiationRatioMin = row.OptionalNumber("ratio-min") ?? new Et0Options().RadiationRatioMin,
            TemperatureCoefficient = row.OptionalNumber("krs") ?? Radiation.InlandCoefficient,
        };
        return DailyReferenceEt.TryCompute(DailyWeatherOf(row, date), site, options, out Et0Day? day, out InputFault? fault)
            ? day!
            : throw fault!.AsFault();
    }

    /// <summary>An input that may be missing.</summary>
    public static CalcInput Optional(string name, string unit, string description, params string[] spellings) =>
        new(name, unit, description) { IsOptional = true, Spellings = spellings };
}
