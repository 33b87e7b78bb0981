using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using EnviAgriNet.Core.Quantities;

namespace EnviAgriNet.Protocol.Recordings;

/// <summary>From the unit of a recording to the unit of a quantity. Exact for decimal numbers: 1234 mm are 1.234 m.</summary>
/// <param name="Factor">What a source value is multiplied with.</param>
/// <param name="Divisor">What it is divided by; kept apart, so that 5/9 stays exact as long as it can.</param>
/// <param name="Before">What is added to the source value first.</param>
public readonly record struct UnitConversion(decimal Factor, decimal Divisor = 1, decimal Before = 0)
{
    private static readonly string[] Gases = ["o3", "co", "no2", "so2", "co2"];

    private static readonly UnitConversion Fahrenheit = new(5, 9, -32);

    private static readonly Dictionary<string, Dictionary<string, UnitConversion>> ByTarget = new()
    {
        ["m"] = new() { ["mm"] = new(1, 1000), ["cm"] = new(1, 100), ["km"] = new(1000), ["ft"] = new(0.3048m), ["[ft_i]"] = new(0.3048m) },
        ["mm"] = new() { ["cm"] = new(10), ["m"] = new(1000), ["in"] = new(25.4m), ["[in_i]"] = new(25.4m) },
        ["m3/s"] = new() { ["l/s"] = new(1, 1000), ["m3/h"] = new(1, 3600), ["ft3/s"] = new(0.028316846592m) },
        ["Cel"] = new()
        {
            ["degf"] = Fahrenheit,
            ["[degf]"] = Fahrenheit,
            ["°f"] = Fahrenheit,
            ["f"] = Fahrenheit,
            ["k"] = new(1, 1, -273.15m),
            ["degc"] = new(1),
            ["°c"] = new(1),
            ["c"] = new(1),
        },
        ["ug/m3"] = new() { ["mg/m3"] = new(1000), ["ng/m3"] = new(1, 1000) },
        ["[ppb]"] = new() { ["ppb"] = new(1), ["ppm"] = new(1000), ["[ppm]"] = new(1000) },
        ["[ppm]"] = new() { ["ppm"] = new(1), ["ppb"] = new(1, 1000), ["[ppb]"] = new(1, 1000) },
        ["hPa"] = new() { ["pa"] = new(1, 100), ["kpa"] = new(10), ["mbar"] = new(1), ["mb"] = new(1) },
        ["m/s"] = new() { ["km/h"] = new(1, 3.6m), ["kn"] = new(1852, 3600), ["kt"] = new(1852, 3600), ["cm/s"] = new(1, 100) },
        ["%"] = new() { ["1"] = new(100), ["m3/m3"] = new(100), ["percent"] = new(1) },
        ["mg/L"] = new() { ["ug/l"] = new(1, 1000), ["g/l"] = new(1000) },
        ["g/L"] = new() { ["mg/l"] = new(1, 1000) },
        ["uS/cm"] = new() { ["ms/cm"] = new(1000), ["ds/m"] = new(1000), ["ms/m"] = new(10) },
        ["W/m2"] = new() { ["kw/m2"] = new(1000) },
        ["V"] = new() { ["mv"] = new(1, 1000) },
        ["dB[mW]"] = new() { ["dbm"] = new(1) },
        ["[NTU]"] = new() { ["ntu"] = new(1) },
        ["[pH]"] = new() { ["ph"] = new(1) },
        ["mg/kg"] = new() { ["g/kg"] = new(1000) },
    };

    /// <summary>Nothing to convert.</summary>
    public static UnitConversion None { get; } = new(1);

    /// <summary>Finds how a source unit becomes the quantity's; false with a sentence when that is not known, or not possible.</summary>
    public static bool TryFind(
        Quantity quantity, string? unit, out UnitConversion conversion, [NotNullWhen(false)] out string? fault)
    {
        fault = null;
        conversion = None;
        if (unit is null || Plain(unit) == Plain(quantity.Unit))
        {
            return true;
        }

        if (ByTarget.TryGetValue(quantity.Unit, out Dictionary<string, UnitConversion>? known)
            && known.TryGetValue(Plain(unit), out conversion))
        {
            return true;
        }

        fault = Gases.Contains(quantity.Code) && Plain(unit).EndsWith("g/m3", StringComparison.Ordinal)
            ? $"'{unit}' of a gas becomes {quantity.Unit} only with its molar mass, temperature and pressure; convert the recording first"
            : $"unit '{unit}' is not known for {quantity.Code}; known are "
                + string.Join(", ", (known?.Keys ?? Enumerable.Empty<string>()).Prepend(quantity.Unit));
        return false;
    }

    /// <summary>Reads a number and converts it; false when it is not a finite number.</summary>
    public bool TryConvert(string text, out double value)
    {
        const NumberStyles Style = NumberStyles.Float;
        if (decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out decimal exact) && Math.Abs(exact) < 1e20m)
        {
            value = (double)((exact + Before) * Factor / Divisor);
            return true;
        }

        bool isNumber = double.TryParse(text, Style, CultureInfo.InvariantCulture, out double wide);
        value = (wide + (double)Before) * (double)Factor / (double)Divisor;
        return isNumber && double.IsFinite(value);
    }

    /// <summary>One spelling for the many of a unit: lower case, a plain u for micro, plain figures for powers.</summary>
    private static string Plain(string unit) => unit.Trim().ToLowerInvariant()
        .Replace('µ', 'u').Replace('μ', 'u').Replace("³", "3", StringComparison.Ordinal).Replace("²", "2", StringComparison.Ordinal)
        .Replace("^", string.Empty, StringComparison.Ordinal).Replace("**", string.Empty, StringComparison.Ordinal);
}
