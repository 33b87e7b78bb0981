namespace EnviAgriNet.Cloud.Commands.Calc.Crops;

/// <summary><c>calc water-balance</c>: the water of a field day by day.</summary>
internal sealed class WaterBalanceCalculation : Calculation
{
    public override string Name => "water-balance";

    public override string Summary =>
        "the root zone of a field, a row a day; standing water of paddies is not part of it. Results: day since planting (0 on it), stage, et0, kcb, "
        + "ke, ks, etc and eta (mm, without and with stress), de and dr (mm, depletion of surface and root zone in the evening), raw and taw (mm), "
        + "dp (mm percolated), runoff (mm), zr (m), irrigation_need (mm, net, once dr has reached raw), gross_need (mm) and m3_per_rai (m³ of the gross "
        + "need on 1600 m²), skipped_days (days without a usable row before this one: growth went on, water stayed as it was), unmet (mm that etc "
        + "asked for and the soil no longer held), et0_fallbacks (as in calc et0, where et0 was computed)";

    public override string Source => "FAO-56 chapters 7 and 8 (dual crop coefficient); runoff: ASCE Manual 70 (2016)";

    public override bool IsSingle => false;

    public override IReadOnlyList<CalcInput> Inputs { get; } =
    [
        new("date", "", "the day, such as 2026-04-15 or 2026-105; each later than the one before, by 366 days at most"),
        WeatherInputs.Optional(
            "et0",
            "mm/day",
            "reference evapotranspiration, -1 to 20, below 0 counts as 0; where it is missing it comes from the weather as in calc et0",
            "etref") with { Min = -1, Max = 20 },
        new("rain", "mm", "rain of the day, 0 to 2000") { Spellings = ["precip", "precipitation"] },
        WeatherInputs.Optional("irrigation", "mm", "irrigation that reached the field, 0 to 2000, default 0", "irrig"),
        WeatherInputs.Optional("fw", "", "share of the surface that the irrigation wets, 0.01 to 1, default 1"),
        .. WaterBalanceSettings.Inputs,
        WeatherInputs.Latitude with { IsOptional = true },
        WeatherInputs.Elevation with { IsOptional = true },
        WeatherInputs.TMin with { IsOptional = true },
        WeatherInputs.TMax with { IsOptional = true },
        WeatherInputs.RhMin with { Description = WeatherInputs.RhMin.Description + "; where it is missing from tdew, ea or tmin with tmax, else 45" },
        .. WeatherInputs.Rest,
    ];

    public override IReadOnlyList<string> Results(CalcRow settings)
    {
        _ = WaterBalanceSettings.OptionsOf(settings);
        return
        [
            "day", "stage", "et0", "kcb", "ke", "ks", "etc", "eta", "de", "dr", "raw", "taw", "dp", "runoff", "zr", "irrigation_need",
            "gross_need", "m3_per_rai", "skipped_days", "unmet", "et0_fallbacks",
        ];
    }

    public override CalcResult Compute(CalcRow row) => throw new CalcFault("csv", "is missing");

    public override IEnumerable<CalcResult> ComputeAll(CalcRow settings, IEnumerable<CalcRow> rows)
    {
        FieldSeason season = new(WaterBalanceSettings.OptionsOf(settings), settings.OptionalDateOrOrdinal("planting"));

        // Each row waits for the next one, whose date shows whether its own is wrong.
        CalcRow? held = null;
        foreach (CalcRow row in rows)
        {
            if (held is not null)
            {
                yield return Step(season, held, DateOf(row));
            }

            held = row;
        }

        if (held is not null)
        {
            yield return Step(season, held, null);
        }
    }

    private static CalcResult Step(FieldSeason season, CalcRow row, DateOnly? next)
    {
        try
        {
            row.RequireReadable();
            return season.Step(row, next);
        }
        catch (CalcFault fault)
        {
            return CalcResult.Fault(fault.Message + "; the balance goes on without this row");
        }
    }

    private static DateOnly? DateOf(CalcRow row)
    {
        try
        {
            return row.OptionalDateOrOrdinal("date");
        }
        catch (CalcFault)
        {
            return null;
        }
    }
}
