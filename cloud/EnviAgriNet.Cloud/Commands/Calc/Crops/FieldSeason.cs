using EnviAgriNet.Core.Crops;

namespace EnviAgriNet.Cloud.Commands.Calc.Crops;

/// <summary>A water balance that goes along with the rows of a file.</summary>
internal sealed class FieldSeason(WaterBalanceOptions options, DateOnly? planting)
{
    /// <summary>A longer gap between two rows is a wrong date, not a field without records.</summary>
    private const int GapDaysMax = 366;

    private readonly WaterBalance _balance = new(options);
    private DateOnly? _planting = planting;
    private DateOnly? _last;

    /// <summary>
    /// Goes on by a row; throws a <see cref="CalcFault"/> for one that cannot be used, which then changed nothing.
    /// </summary>
    /// <param name="row">The row.</param>
    /// <param name="next">The date of the row that follows, if it has one: it tells a wrong date from a gap.</param>
    public CalcResult Step(CalcRow row, DateOnly? next)
    {
        DateOnly date = row.DateOrOrdinal("date");
        if (DateFault(date, next) is { } reason)
        {
            throw new CalcFault("date", reason);
        }

        DateOnly start = _planting ?? date;
        (double? wind, double height) = row.Wind();
        (double et0, Et0Fallbacks fallbacks) = Et0Of(row, date);
        FieldDay day = new()
        {
            Day = date.DayNumber - start.DayNumber,
            // Cold humid days give slightly less than nothing; no water comes out of the air.
            Et0 = Math.Max(0, et0),
            Rain = row.Number("rain"),
            Irrigation = row.OptionalNumber("irrigation") ?? 0,
            WettedFraction = row.OptionalNumber("fw"),
            Wind = wind is { } speed && height != 2 ? WindAtTwoMetres(speed, height) : wind,
            RhMin = RhMin(row),
        };
        WaterBalanceDay result = _balance.Step(day, out InputFault? fault) ?? throw fault!.AsFault();
        int skipped = date.DayNumber - (_last is { } last ? last.DayNumber + 1 : start.DayNumber);
        (_planting, _last) = (start, date);
        return ResultOf(result, skipped, fallbacks);
    }

    private string? DateFault(DateOnly date, DateOnly? next)
    {
        if (date <= _last)
        {
            return $"must be after the row before, {_last:yyyy-MM-dd}";
        }

        if (date < _planting)
        {
            return $"is before planting, {_planting:yyyy-MM-dd}";
        }

        if (next < date && !(next <= _last))
        {
            return $"is after the row that follows, {next:yyyy-MM-dd}";
        }

        if (_last is { } last && date.DayNumber - last.DayNumber > GapDaysMax)
        {
            return $"is more than {GapDaysMax} days after the row before, {last:yyyy-MM-dd}";
        }

        return _planting is null && next is { } later && later.DayNumber - date.DayNumber > GapDaysMax
            ? $"is more than {GapDaysMax} days before the row that follows, {later:yyyy-MM-dd}"
            : null;
    }

    private static (double Et0, Et0Fallbacks Fallbacks) Et0Of(CalcRow row, DateOnly date)
    {
        if (row.OptionalNumber("et0") is { } given)
        {
            return (given, Et0Fallbacks.None);
        }

        Et0Day day = WeatherInputs.Et0Of(row, date, ReferenceSurface.Short);
        return (day.Et0, day.Fallbacks);
    }

    private static double WindAtTwoMetres(double speed, double height) =>
        height is >= 0.5 and <= 200
            ? Atmosphere.WindAtTwoMetres(speed, height)
            : throw new CalcFault("z", $"must lie in 0.5 to 200 m, not {height}");

    /// <summary>The smallest humidity comes with the highest temperature; null when nothing tells it.</summary>
    private static double? RhMin(CalcRow row)
    {
        if (row.OptionalNumber("rhmin") is { } given)
        {
            return given;
        }

        if (row.OptionalNumber("tmax") is not { } tMax)
        {
            return null;
        }

        double? vapour = row.OptionalNumber("ea")
            ?? ((row.OptionalNumber("tdew") ?? row.OptionalNumber("tmin")) is { } dewPoint ? VapourPressure.FromDewPoint(dewPoint) : null);
        return vapour is { } pressure ? Math.Min(100, pressure / Atmosphere.SaturationVapourPressure(tMax) * 100) : null;
    }

    private static CalcResult ResultOf(WaterBalanceDay d, int skipped, Et0Fallbacks fallbacks) => new()
    {
        { "day", d.Day },
        { "stage", KcCalculation.Word(d.Stage) },
        { "et0", d.Et0 },
        { "kcb", d.Kcb },
        { "ke", d.Ke },
        { "ks", d.Ks },
        { "etc", d.Etc },
        { "eta", d.Eta },
        { "de", d.SurfaceDepletion },
        { "dr", d.Depletion },
        { "raw", d.ReadilyAvailable },
        { "taw", d.AvailableWater },
        { "dp", d.DeepPercolation },
        { "runoff", d.Runoff },
        { "zr", d.RootDepth },
        { "irrigation_need", d.Need.NetMm },
        { "gross_need", d.Need.GrossMm },
        { "m3_per_rai", d.Need.GrossCubicMetresPerRai },
        { "skipped_days", skipped },
        { "unmet", d.Unmet },
        { "et0_fallbacks", CropRow.Words(fallbacks) },
    };
}
