using System.CommandLine;
using EnviAgriNet.Cloud.Cases;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands;

/// <summary><c>agency import</c> and <c>agency list</c>: whom complaints go to.</summary>
internal static class AgencyCommand
{
    /// <summary>Adds the commands.</summary>
    public static void AddTo(RootCommand root, IConsole console)
    {
        Command agency = new("agency", "whom complaints go to, by kind and region");
        agency.Subcommands.Add(Import(console));
        agency.Subcommands.Add(List(console));
        root.Subcommands.Add(agency);
    }

    private static Command Import(IConsole console) => ImportCommand.Of<AgencyBook>(
        console,
        $"add or replace agencies from a CSV with the columns {string.Join(',', AgencyBook.Columns)}",
        "the CSV file, UTF-8; kind * is any kind, an empty region the whole country",
        (book, csv) => book.Import(csv));

    private static Command List(IConsole console)
    {
        Command list = new("list", "print the agencies, one a line");
        list.Act(console, async (_, configuration, _) =>
        {
            await using ServiceProvider registry = CloudCall.Registry(configuration);
            foreach (Agency one in registry.GetRequiredService<AgencyBook>().All())
            {
                console.Line($"{one.Kind}\t{(one.Region.Length == 0 ? "-" : one.Region)}\t{one.Name}\t{one.Email}\t{one.Phone}");
            }

            return ExitCodes.Ok;
        });
        return list;
    }
}
