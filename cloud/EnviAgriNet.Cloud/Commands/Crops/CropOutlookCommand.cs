using System.CommandLine;
using System.Globalization;
using EnviAgriNet.Core.Crops;
using EnviAgriNet.Core.Crops.Outlook;
using EnviAgriNet.Core.Messages;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands.Crops;

/// <summary><c>crop outlook</c>: the outlook of a field from a file of weather, or of a plot from the stations around it.</summary>
internal static class CropOutlookCommand
{
    private static readonly Option<string?> Csv = Text("--csv", "FILE", "daily weather: date, tmin, tmax, and of rain, rhmin, rhmax, wind (m/s at 2 m), solar (MJ/m²), irrigation (mm) what there is");
    private static readonly Option<string?> Hourly = Text("--hourly", "FILE", "hourly weather for spraying: time (Thai), wind, rain, humidity, temperature");
    private static readonly Option<string?> Yields = Text("--yields", "FILE", "yields of the area: year, planted_rai, harvested_rai, tons");
    private static readonly Option<long?> PlotId = new("--plot") { Description = "a plot of the registry, instead of a file", HelpName = "N" };
    private static readonly Option<string?> Crop = Text("--crop", "CODE", "the crop, such as rice, maize, cassava-1");
    private static readonly Option<string?> Variety = Text("--variety", "NAME", $"a rice variety: {string.Join(", ", RiceVariety.All.Select(v => v.Code))}, or its name");
    private static readonly Option<string?> Planted = Text("--planted", "DATE", "when it was sown or transplanted");
    private static readonly Option<string?> SoilName = Text("--soil", "TEXTURE", $"one of {string.Join(", ", SoilTexture.All.Select(t => t.Code))}");
    private static readonly Option<double?> Latitude = new("--lat") { Description = "degrees north, -90 to 90", HelpName = "DEGREES" };
    private static readonly Option<double?> Elevation = new("--elevation") { Description = "metres above the sea, default 50", HelpName = "M" };
    private static readonly Option<string?> Irrigated = Text("--irrigated", "YES|NO", "whether water can be let in");
    private static readonly Option<double?> Tube = new("--tube-cm") { Description = "the water in the field tube, cm from the soil surface, negative below", HelpName = "CM" };
    private static readonly Option<string?> On = Text("--on", "DATE", "the day of the outlook; default the day after the last weather, of a plot today");
    private static readonly Option<string> Language = new("--lang") { Description = "th or en, default en", DefaultValueFactory = _ => Languages.English, HelpName = "LANG" };

    /// <summary>Makes the command.</summary>
    public static Command Make(IConsole console)
    {
        Command outlook = new("outlook", "growth, harvest, water, yield, stress, disease and spraying of a field, with what was assumed and what is missing");
        Option<bool> json = CloudCall.JsonOption();
        foreach (Option option in (ReadOnlySpan<Option>)[
            Csv, Hourly, Yields, PlotId, Crop, Variety, Planted, SoilName, Latitude, Elevation, Irrigated, Tube, On, Language, json])
        {
            outlook.Options.Add(option);
        }

        outlook.Act(console, async (call, configuration, _) =>
        {
            string language = call.GetValue(Language)!;
            if (language is not (Languages.Thai or Languages.English))
            {
                throw new FormatException($"--lang '{language}' is not th or en");
            }

            FieldOutlook made = call.GetValue(PlotId) is { } plot
                ? await PlotOutlook.OfAsync(configuration, plot, DateOf(call, On), call.GetValue(Tube))
                : OfFile(call, console);
            OutlookPrinter.Print(made, console, call.GetValue(json), language == Languages.Thai);
            return ExitCodes.Ok;
        });
        return outlook;
    }

    private static FieldOutlook OfFile(ParseResult call, IConsole console)
    {
        string file = call.GetValue(Csv) ?? throw new FormatException("--csv FILE or --plot N is needed");
        string crop = call.GetValue(Crop) ?? throw new FormatException("--crop CODE is needed with --csv");
        if (!CropTable.TryFind(crop, out _, out InputFault? fault))
        {
            throw new FormatException($"--{fault}");
        }

        (List<OutlookDay> days, List<FieldIrrigation>? irrigations) = new WeatherCsv(file, console).Days();
        DateOnly today = DateOf(call, On) ?? (days.Count > 0 && days.Max(d => d.Date) is var last && last < DateOnly.MaxValue
            ? last.AddDays(1)
            : throw new FormatException($"{file} has no row that can be used"));
        FieldFacts facts = new()
        {
            Crop = crop,
            Variety = call.GetValue(Variety),
            PlantedOn = DateOf(call, Planted),
            Soil = SoilOf(call.GetValue(SoilName)),
            IsIrrigated = YesOrNo(call.GetValue(Irrigated)),
            Site = SiteOf(call.GetValue(Latitude), call.GetValue(Elevation)),
            Days = days,
            Irrigations = irrigations,
            Hours = call.GetValue(Hourly) is { } hourly ? new WeatherCsv(hourly, console).Hours() : [],
            Sources = [new WeatherSource(Path.GetFileName(file), null, Gives(days))],
            PaddyLevelCm = call.GetValue(Tube) is { } cm ? Within("--tube-cm", cm, -100, 100) : null,
            YieldHistory = call.GetValue(Yields) is { } yields ? YieldFiles.OneArea(yields, console) : null,
        };
        return OutlookMaker.Make(facts, today);
    }

    private static string[] Gives(List<OutlookDay> days) =>
    [
        .. new (string Name, Func<OutlookDay, double?> Part)[]
        {
            ("air_temperature", d => d.TMin), ("rain", d => d.Rain), ("humidity", d => d.RhMax), ("wind_speed", d => d.Wind), ("solar_irradiance", d => d.Solar),
        }.Where(g => days.Any(d => g.Part(d) is not null)).Select(g => g.Name),
    ];

    private static WeatherSite? SiteOf(double? latitude, double? elevation) => latitude is { } degrees
        ? new WeatherSite(Within("--lat", degrees, -90, 90), Within("--elevation", elevation ?? 50, -430, 6000))
        : null;

    private static double Within(string name, double value, double min, double max) => value >= min && value <= max
        ? value
        : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{name} {value} does not lie in {min} to {max}"));

    private static string? SoilOf(string? name) => name is null || SoilTexture.All.Any(t => t.Code == name)
        ? name
        : throw new FormatException($"--soil '{name}' is none of {string.Join(", ", SoilTexture.All.Select(t => t.Code))}");

    private static bool? YesOrNo(string? text) => text?.ToLowerInvariant() switch
    {
        null => null,
        "yes" or "true" or "y" => true,
        "no" or "false" or "n" => false,
        _ => throw new FormatException($"--irrigated '{text}' is not yes or no"),
    };

    private static DateOnly? DateOf(ParseResult call, Option<string?> option) => call.GetValue(option) is { } text ? WeatherCsv.Date(text) : null;

    private static Option<string?> Text(string name, string help, string description) => new(name) { Description = description, HelpName = help };
}
