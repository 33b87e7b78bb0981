using System.CommandLine;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Registry.Places;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands;

/// <summary><c>place import</c> and <c>place list</c>.</summary>
internal static class PlaceCommand
{
    /// <summary>Adds the commands.</summary>
    public static void AddTo(RootCommand root, IConsole console)
    {
        Command group = new("place", "the names of regions as warnings say them");
        group.Subcommands.Add(Import(console));
        group.Subcommands.Add(ListCommand.Of<PlaceBook, NamedRegion>(console, "print them, one a line", All, Line, Json));
        root.Subcommands.Add(group);
    }

    private static Command Import(IConsole console) => ImportCommand.Of<PlaceBook>(
        console,
        $"add or update names of regions from a CSV with the columns {string.Join(',', PlaceBook.Columns)}, and {PlaceBook.PolygonColumn} if there is one",
        "the CSV file, UTF-8; the 77 provinces need not be in it; a polygon is lat,lon lat,lon … with the first point last again",
        (book, csv) => book.Import(csv));

    // An imported province takes the place of the built-in one.
    private static IReadOnlyList<NamedRegion> All(PlaceBook book) =>
    [
        .. book.All().Concat(ProvinceNames.All.Select(p => new NamedRegion(RegionId.Parse(p.Key), p.Value, null)))
            .DistinctBy(p => p.Region).OrderBy(p => p.Region),
    ];

    private static string Line(NamedRegion place) =>
        $"{place.Region}\t{place.Name.NameTh}\t{place.Name.NameEn}\t{(place.Polygon is null ? string.Empty : "polygon")}".TrimEnd();

    private static JsonObject Json(NamedRegion place) => new()
    {
        ["region"] = place.Region.Code,
        ["name_th"] = place.Name.NameTh,
        ["name_en"] = place.Name.NameEn,
        ["polygon"] = place.Polygon,
    };
}
