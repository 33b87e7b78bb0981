using System.CommandLine;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands;

/// <summary><c>station import</c>, <c>station list</c>, and what <see cref="StationEnrolCommand"/> and <see cref="StationConfigCommand"/> add.</summary>
internal static class StationCommand
{
    /// <summary>Adds the commands.</summary>
    public static void AddTo(RootCommand root, IConsole console)
    {
        Command station = new("station", "the registered stations");
        station.Subcommands.Add(Import(console));
        station.Subcommands.Add(List(console));
        StationEnrolCommand.AddTo(station, console);
        StationConfigCommand.AddTo(station, console);
        root.Subcommands.Add(station);
    }

    private static Command Import(IConsole console) => ImportCommand.Of<StationBook>(
        console,
        $"add or update stations from a CSV with the columns {string.Join(',', StationBook.Columns)}, and {StationBook.ZoneColumn} if it is known",
        "the CSV file, UTF-8",
        (book, csv) => book.Import(csv));

    private static Command List(IConsole console)
    {
        Command list = new("list", "print the stations, one a line");
        Option<bool> json = CloudCall.JsonOption();
        list.Options.Add(json);
        list.Act(console, async (call, configuration, _) =>
        {
            await using ServiceProvider registry = CloudCall.Registry(configuration);
            IReadOnlyList<Station> stations = registry.GetRequiredService<StationBook>().All;
            if (call.GetValue(json))
            {
                console.Line(new JsonArray([.. stations.Select(Json)]).ToJsonString());
                return ExitCodes.Ok;
            }

            foreach (Station station in stations)
            {
                console.Line($"{station.Id}\t{station.Region}\t{station.NameTh}\t{station.NameEn}");
            }

            return ExitCodes.Ok;
        });
        return list;
    }

    private static JsonObject Json(Station station) => new()
    {
        ["id"] = station.Id.Value,
        ["region"] = station.Region.Code,
        ["name_th"] = station.NameTh,
        ["name_en"] = station.NameEn,
        ["latitude"] = station.Latitude,
        ["longitude"] = station.Longitude,
        ["bank_m"] = station.BankLevel,
        ["ground_m"] = station.GroundLevel,
        ["zone"] = station.Zone,
    };
}
