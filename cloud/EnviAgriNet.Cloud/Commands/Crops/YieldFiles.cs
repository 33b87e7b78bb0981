using System.Globalization;
using EnviAgriNet.Core.Crops.Outlook.Yields;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands.Crops;

/// <summary>Yields and monthly rain of areas as CSV.</summary>
internal static class YieldFiles
{
    /// <summary>Years of one area: year, planted_rai, harvested_rai, tons.</summary>
    public static List<YieldYear> OneArea(string file, IConsole console)
    {
        List<YieldYear> years = [];
        new WeatherCsv(file, console).Read(["year", "planted_rai", "harvested_rai", "tons"], row => years.Add(Year(row)));
        return years;
    }

    /// <summary>Years of areas: region, year, planted_rai, harvested_rai, tons.</summary>
    public static Dictionary<string, IReadOnlyList<YieldYear>> Areas(string file, IConsole console)
    {
        Dictionary<string, List<YieldYear>> areas = [];
        new WeatherCsv(file, console).Read(["region", "year", "planted_rai", "harvested_rai", "tons"], row =>
        {
            YieldYear year = Year(row);
            string region = row("region")!;
            if (!areas.TryGetValue(region, out List<YieldYear>? years))
            {
                areas.Add(region, years = []);
            }

            years.Add(year);
        });
        return areas.ToDictionary(a => a.Key, a => (IReadOnlyList<YieldYear>)a.Value);
    }

    /// <summary>Monthly rain: region, year, month, mm, as <c>climate import</c> takes it; mm by region, year and month.</summary>
    public static Dictionary<(string Region, int Year, int Month), double> Rain(string file, IConsole console)
    {
        Dictionary<(string, int, int), double> rain = [];
        new WeatherCsv(file, console).Read(["region", "year", "month", "mm"], row =>
        {
            if (WeatherCsv.Number("mm", row("mm")) is { } mm)
            {
                rain[(row("region")!, Whole("year", row("year")), Whole("month", row("month")))] = mm;
            }
        });
        return rain;
    }

    private static YieldYear Year(Func<string, string?> row)
    {
        double Need(string name) => WeatherCsv.Number(name, row(name)) ?? throw new FormatException($"{name} is empty");
        return new YieldYear(Whole("year", row("year")), Need("planted_rai"), Need("harvested_rai"), Need("tons"));
    }

    private static int Whole(string name, string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value)
            ? value
            : throw new FormatException($"{name} '{text}' is not a whole number");
}
