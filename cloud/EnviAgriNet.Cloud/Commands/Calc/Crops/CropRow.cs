using System.Globalization;
using EnviAgriNet.Core.Crops;

namespace EnviAgriNet.Cloud.Commands.Calc.Crops;

/// <summary>What several calculations about crops read from a row in the same way.</summary>
internal static class CropRow
{
    /// <summary>A fault of the core as a fault of the row.</summary>
    public static CalcFault AsFault(this InputFault fault) => new(fault.Field, fault.Limit);

    /// <summary>A date, as a calendar date or as a year and a day of the year such as 2013-113.</summary>
    public static DateOnly DateOrOrdinal(this CalcRow row, string name) => row.OptionalDateOrOrdinal(name)
        ?? throw new CalcFault(name, "is missing");

    /// <summary>A date, or null when it is missing.</summary>
    public static DateOnly? OptionalDateOrOrdinal(this CalcRow row, string name)
    {
        if (row.OptionalText(name) is { Length: 8 } text && text[4] == '-'
            && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year)
            && int.TryParse(text.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out int day))
        {
            return year > 0 && day >= 1 && day <= (DateTime.IsLeapYear(year) ? 366 : 365)
                ? new DateOnly(year, 1, 1).AddDays(day - 1)
                : throw new CalcFault(name, $"'{text}' is no day of its year");
        }

        return row.OptionalDate(name);
    }

    /// <summary>The day that decides where the sun stands: from a date, or from the day of the year alone.</summary>
    public static DateOnly SunDay(this CalcRow row)
    {
        if (row.OptionalDateOrOrdinal("date") is { } date)
        {
            return date;
        }

        // A leap year, so that day 366 exists; only the number of the day counts.
        return row.OptionalWhole("doy") is { } day
            ? new DateOnly(2024, 1, 1).AddDays(day - 1)
            : throw new CalcFault("date", "is missing (or doy, the day of the year)");
    }

    /// <summary>Wind and the height it was measured at: at 2 m, or at another height that must then be given.</summary>
    public static (double? Wind, double Height) Wind(this CalcRow row)
    {
        if (row.OptionalNumber("u2") is { } wind)
        {
            return (wind, 2);
        }

        return row.OptionalNumber("uz") is { } elsewhere
            ? (elsewhere, row.OptionalNumber("z") ?? throw new CalcFault("z", "is missing: the height at which uz was measured"))
            : (null, 2);
    }

    /// <summary>Solar radiation in MJ/m² of the period, from the unit the call chose.</summary>
    public static double? Solar(this CalcRow row, double megajoulesPerWatt) => row.OptionalText("rs-unit") switch
    {
        "w" => row.OptionalNumber("rs") * megajoulesPerWatt,
        _ => row.OptionalNumber("rs"),
    };

    /// <summary>Fallbacks as words, or null when everything was measured.</summary>
    public static string? Words(Et0Fallbacks fallbacks) => fallbacks is Et0Fallbacks.None
        ? null
        : string.Join(';', Enum.GetValues<Et0Fallbacks>().Where(f => f != Et0Fallbacks.None && fallbacks.HasFlag(f)).Select(Word));

    /// <summary>A route of humidity as a word.</summary>
    public static string Word(HumidityRoute route) => route switch
    {
        HumidityRoute.VapourPressure => "ea",
        HumidityRoute.DewPoint => "tdew",
        HumidityRoute.ExtremeHumidities => "rhmin+rhmax",
        HumidityRoute.MaxHumidity => "rhmax",
        HumidityRoute.MeanHumidity => "rhmean",
        HumidityRoute.MinHumidity => "rhmin",
        _ => "tmin",
    };

    private static string Word(Et0Fallbacks fallback) => fallback switch
    {
        Et0Fallbacks.HumidityFromMinTemperature => "ea-from-tmin",
        Et0Fallbacks.SolarFromTemperature => "rs-from-temperature",
        Et0Fallbacks.WindAssumed => "wind-2-m/s",
        Et0Fallbacks.RadiationRatioRaised => "rs/rso-raised",
        Et0Fallbacks.SunshineCapped => "n-capped",
        Et0Fallbacks.SolarBeyondExtraterrestrial => "rs-above-ra",
        _ => "rs/rso-assumed",
    };
}
