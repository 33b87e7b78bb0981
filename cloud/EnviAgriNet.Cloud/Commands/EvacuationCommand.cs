using System.CommandLine;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Registry.Places;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands;

/// <summary><c>evacuation import</c> and <c>evacuation list</c>.</summary>
internal static class EvacuationCommand
{
    /// <summary>Adds the commands.</summary>
    public static void AddTo(RootCommand root, IConsole console)
    {
        Command group = new("evacuation", "the evacuation points that warnings send people to");
        group.Subcommands.Add(Import(console));
        group.Subcommands.Add(ListCommand.Of<EvacuationBook, SafePlace>(console, "print them, one a line", book => book.All(), Line, Json));
        root.Subcommands.Add(group);
    }

    private static Command Import(IConsole console) => ImportCommand.Of<EvacuationBook>(
        console,
        $"add or update evacuation points from a CSV with the columns {string.Join(',', EvacuationBook.Columns)}, and {EvacuationBook.HazardsColumn} if they serve some only",
        "the CSV file, UTF-8; what stands in it is published with warnings, so the phone must be a public one",
        (book, csv) => book.Import(csv));

    private static string Line(SafePlace place) =>
        $"{place.Id}\t{place.Region}\t{place.Name.NameTh}\t{place.Name.NameEn}\t{place.Capacity}\t{place.Phone}\t{place.Hazards}".TrimEnd();

    private static JsonObject Json(SafePlace place) => new()
    {
        ["id"] = place.Id,
        ["region"] = place.Region.Code,
        ["name_th"] = place.Name.NameTh,
        ["name_en"] = place.Name.NameEn,
        ["latitude"] = place.Latitude,
        ["longitude"] = place.Longitude,
        ["capacity"] = place.Capacity,
        ["phone"] = place.Phone,
        ["hazards"] = place.Hazards,
    };
}
