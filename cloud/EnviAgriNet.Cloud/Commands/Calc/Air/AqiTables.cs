using EnviAgriNet.Core.Indices;

namespace EnviAgriNet.Cloud.Commands.Calc.Air;

/// <summary>The pollutants of <c>calc aqi</c> as people spell them, with the unit each table takes.</summary>
internal static class AqiTables
{
    public const string Th2023 = "th-2023";
    public const string Th2018 = "th-2018";
    public const string Us2024 = "us-2024";

    /// <summary>Far above every printed limit and every instrument; in a wrong unit a value easily is.</summary>
    private const double MicrogramsMax = 100_000;
    private const double PpbMax = 100_000;
    private const double OzonePpmMax = 5;
    private const double CarbonMonoxidePpmMax = 10_000;

    private static readonly AqiPollutant[] Known =
    [
        new("pm25", Pollutant.Pm25, UsPollutant.Pm25, "ug/m3", "ug/m3", MicrogramsMax, MicrogramsMax, ["pm2.5", "pm2-5", "pm25-24h", "pm2.5-24h"]),
        new("pm10", Pollutant.Pm10, UsPollutant.Pm10, "ug/m3", "ug/m3", MicrogramsMax, MicrogramsMax, ["pm10-24h"]),
        new("o3-8h", Pollutant.O3, UsPollutant.O3Over8Hours, "ppb", "ppm", PpbMax, OzonePpmMax, ["o3", "ozone", "ozone-8h"]),
        new("o3-1h", null, UsPollutant.O3Over1Hour, "ppb", "ppm", PpbMax, OzonePpmMax, ["ozone-1h"]),
        new("co-8h", Pollutant.Co, UsPollutant.CoOver8Hours, "ppm", "ppm", CarbonMonoxidePpmMax, CarbonMonoxidePpmMax, ["co"]),
        new("no2-1h", Pollutant.No2, UsPollutant.No2Over1Hour, "ppb", "ppb", PpbMax, PpbMax, ["no2"]),
        new("so2-1h", Pollutant.So2, UsPollutant.So2Over1Hour, "ppb", "ppb", PpbMax, PpbMax, ["so2"]),
        new("so2-24h", null, UsPollutant.So2Over24Hours, "ppb", "ppb", PpbMax, PpbMax, []),
    ];

    /// <summary>The names of all pollutants.</summary>
    public static string Names { get; } = string.Join(", ", Known.Select(k => k.Name));

    /// <summary>The pollutant of that name in any usual spelling; a fault names those that the table has.</summary>
    public static AqiPollutant Find(string table, string spelling)
    {
        string name = spelling.ToLowerInvariant().Replace('_', '-').Replace(' ', '-').Replace("(", "").Replace(")", "");
        AqiPollutant[] has = [.. Known.Where(k => table == Us2024 || k.Th is not null)];
        return has.FirstOrDefault(k => k.Name == name || k.Spellings.Contains(name))
            ?? throw new CalcFault("pollutant", $"'{spelling}' is none of {string.Join(", ", has.Select(k => k.Name))} in table {table}");
    }

    /// <summary>The Thai table of that name.</summary>
    public static ThaiAqiTable Thai(string table) => table == Th2018 ? ThaiAqiTable.Since2018 : ThaiAqiTable.Since2023;
}

/// <summary>One pollutant of <c>calc aqi</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Th">In the Thai tables, or null.</param>
/// <param name="Us">In the table of the US EPA.</param>
/// <param name="ThUnit">The unit of the Thai tables.</param>
/// <param name="UsUnit">The unit of the table of the US EPA.</param>
/// <param name="ThMax">The highest value taken in the unit of the Thai tables.</param>
/// <param name="UsMax">The highest value taken in the unit of the US table.</param>
/// <param name="Spellings">Other names.</param>
internal sealed record AqiPollutant(
    string Name, Pollutant? Th, UsPollutant Us, string ThUnit, string UsUnit, double ThMax, double UsMax, string[] Spellings)
{
    /// <summary>The unit a table takes.</summary>
    public string Unit(string table) => table == AqiTables.Us2024 ? UsUnit : ThUnit;

    /// <summary>The highest value a table takes.</summary>
    public double Max(string table) => table == AqiTables.Us2024 ? UsMax : ThMax;
}
