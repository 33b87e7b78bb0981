using EnviAgriNet.Core.Crops;

namespace EnviAgriNet.Cloud.Commands.Calc.Crops;

/// <summary><c>calc hargreaves</c>: reference evapotranspiration from temperature alone.</summary>
internal sealed class HargreavesCalculation : Calculation
{
    public override string Name => "hargreaves";

    public override string Summary =>
        "reference evapotranspiration et0 in mm/day from temperature alone, with extraterrestrial radiation ra in MJ/m²/day";

    public override string Source => "FAO-56 Eq. 52 (Hargreaves and Samani 1985)";

    public override IReadOnlyList<CalcInput> Inputs { get; } =
    [
        WeatherInputs.TMin,
        WeatherInputs.TMax,
        WeatherInputs.Optional("tmean", "°C", "mean temperature; without it the middle of tmin and tmax"),
        WeatherInputs.Optional("ra", "MJ/m²/day", "extraterrestrial radiation, 0 to 60; without it from date and lat"),
        WeatherInputs.Date,
        WeatherInputs.DayOfYear,
        WeatherInputs.Latitude with { IsOptional = true },
    ];

    public override IReadOnlyList<string> Results(CalcRow settings) => ["et0", "ra_used"];

    public override CalcResult Compute(CalcRow row)
    {
        // The weather of a day knows the ranges of its temperatures.
        double? mean = row.OptionalNumber("tmean");
        DailyWeather weather = new() { Date = default, TMin = row.OptionalNumber("tmin"), TMax = row.OptionalNumber("tmax") };
        if (weather.Fault() is { } fault)
        {
            throw fault.AsFault();
        }

        if (mean < weather.TMin || mean > weather.TMax)
        {
            throw new CalcFault("tmean", $"must lie between tmin and tmax, not {mean}");
        }

        double radiation = row.OptionalNumber("ra") ?? OfPlace(row);
        return radiation is >= 0 and <= 60
            ? new CalcResult
            {
                { "et0", Hargreaves.Daily(weather.TMax!.Value, weather.TMin!.Value, radiation, mean) },
                { "ra_used", radiation },
            }
            : throw new CalcFault("ra", $"must lie in 0 to 60 MJ/m²/day, not {radiation}");
    }

    private static double OfPlace(CalcRow row)
    {
        double latitude = row.OptionalNumber("lat") ?? throw new CalcFault("lat", "is missing (or ra)");
        return new WeatherSite(latitude, 0).Fault() is { } fault
            ? throw fault.AsFault()
            : SolarGeometry.DailyRadiation(SolarGeometry.Radians(latitude), row.SunDay().DayOfYear);
    }
}
