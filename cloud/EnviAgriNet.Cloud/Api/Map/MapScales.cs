using EnviAgriNet.Core.Indices;
using EnviAgriNet.Core.Windows;

namespace EnviAgriNet.Cloud.Api.Map;

/// <summary>The classes of what a map shows, as far as somebody published them.</summary>
internal static class MapScales
{
    private static readonly string[] AirClasses = ["very_good", "good", "moderate", "unhealthy", "very_unhealthy"];

    /// <summary>The five classes of the Thai index.</summary>
    public static MapScale Aqi { get; } = new("aqi", [.. AirClasses.Zip<string, double?, MapClass>([null, 25, 50, 100, 200], Above)]);

    /// <summary>The limits that press reports since 2024 agree on.</summary>
    public static MapScale Heat { get; } = new(
        "heat", [new("none", null), .. HeatClasses.Steps27334252.Steps.Select(s => new MapClass(s.Code, s.From, s.IsFromIncluded))]);

    /// <summary>The classes of the Thai Meteorological Department for 24 h of rain.</summary>
    public static MapScale Rain { get; } = new(
        "rain24", [new("none", null), new("light", 0.1, true), new("moderate", 10.1, true), new("heavy", 35.1, true), new("very_heavy", 90.1, true)]);

    /// <summary>ThaiWater's five situations between the river's bed and its bank.</summary>
    public static MapScale Bank { get; } = new(
        "bank", [new("critical", null), new("low", 10), new("normal", 30), new("high", 70), new("over", 100)]);

    /// <summary>The severities of CAP, by rank.</summary>
    public static MapScale Levels { get; } = new(
        "severity", [new("None", null), new("Minor", 1, true), new("Moderate", 2, true), new("Severe", 3, true), new("Extreme", 4, true)]);

    /// <summary>The classes of a quantity: of a pollutant those of the index that its mean would give; null for others.</summary>
    public static MapScale? Of(string quantity)
    {
        if (PollutantWindows.PollutantOf(quantity) is not { } pollutant)
        {
            return null;
        }

        // Limits of classes are where the index passes 25, 50, 100 and 200; the table gives the upper two, a search the others.
        (double at100, double at200) = ThaiAqiTable.Since2023.Limits(pollutant);
        return new MapScale("pollutant", [.. AirClasses.Zip<string, double?, MapClass>([null, UpTo(pollutant, 25, at200), UpTo(pollutant, 50, at200), at100, at200], Above)]);
    }

    private static MapClass Above(string code, double? above) => new(code, above);

    // The largest concentration, in the tenths and hundredths of the printed table, whose index is not above the number.
    private static double UpTo(Pollutant pollutant, int index, double most)
    {
        double last = 0;
        for (int step = 0; step <= (int)(most * 10); step++)
        {
            double concentration = step / 10.0;
            if (ThaiAqiTable.Since2023.ValueOf(pollutant, concentration) is not { } value || value.Number > index)
            {
                break;
            }

            last = concentration;
        }

        return last;
    }
}

/// <summary>Classes in rising order.</summary>
/// <param name="Name">Which scale; the page knows how its classes look and what they are called.</param>
/// <param name="Classes">The classes; the first has no lower limit.</param>
internal sealed record MapScale(string Name, IReadOnlyList<MapClass> Classes);

/// <summary>A class.</summary>
/// <param name="Code">Its name in the scale.</param>
/// <param name="From">Where it begins; null for the lowest.</param>
/// <param name="Included">Whether its limit belongs to it.</param>
internal sealed record MapClass(string Code, double? From, bool Included = false);
