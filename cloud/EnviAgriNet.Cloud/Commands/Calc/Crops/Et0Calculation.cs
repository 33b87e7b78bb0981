using EnviAgriNet.Core.Crops;

namespace EnviAgriNet.Cloud.Commands.Calc.Crops;

/// <summary><c>calc et0</c>: reference evapotranspiration of a day.</summary>
internal sealed class Et0Calculation : Calculation
{
    public override string Name => "et0";

    public override string Summary =>
        "reference evapotranspiration et0 in mm/day, with ra, rs, rso, rnl and rn in MJ/m²/day, daylight in h, ea in kPa, u2 in m/s, "
        + "what ea was made of, and what was not measured and was taken by the rules for missing data";

    public override string Source => "FAO-56 Eq. 6 and chapter 3; the tall surface and the lower limit of rs/rso: ASCE 2005";

    public override IReadOnlyList<CalcInput> Inputs { get; } =
    [
        WeatherInputs.Date,
        WeatherInputs.DayOfYear,
        WeatherInputs.Latitude,
        WeatherInputs.Elevation,
        WeatherInputs.TMin,
        WeatherInputs.TMax,
        WeatherInputs.RhMin,
        .. WeatherInputs.Rest,
        new("surface", "", "the reference: grass of 0.12 m (short, default) or alfalfa of 0.50 m (tall)")
        {
            IsOptional = true,
            IsSetting = true,
            Words = ["short", "tall"],
        },
    ];

    public override IReadOnlyList<string> Results(CalcRow settings) =>
        ["et0", "ra", "rn", "rs_used", "rso", "rnl", "daylight", "ea_used", "u2_used", "ea_from", "fallbacks"];

    public override CalcResult Compute(CalcRow row)
    {
        ReferenceSurface surface = row.OptionalText("surface") == "tall" ? ReferenceSurface.Tall : ReferenceSurface.Short;
        Et0Day day = WeatherInputs.Et0Of(row, row.SunDay(), surface);
        return new CalcResult
        {
            { "et0", day.Et0 },
            { "ra", day.Extraterrestrial },
            { "rn", day.Terms.NetRadiation },
            { "rs_used", day.Solar },
            { "rso", day.ClearSky },
            { "rnl", day.NetLongwave },
            { "daylight", day.Daylight },
            { "ea_used", day.Terms.VapourPressure },
            { "u2_used", day.Terms.Wind },
            { "ea_from", CropRow.Word(day.Humidity) },
            { "fallbacks", CropRow.Words(day.Fallbacks) },
        };
    }
}
