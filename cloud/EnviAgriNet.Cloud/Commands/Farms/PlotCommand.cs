using System.CommandLine;
using EnviAgriNet.Cloud.Registry.Farms;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands.Farms;

/// <summary><c>plot add</c>, <c>plot list</c> and <c>plot import</c>: the fields of farmers. Works beside a running cloud.</summary>
internal static class PlotCommand
{
    /// <summary>Adds the commands.</summary>
    public static void AddTo(RootCommand root, IConsole console)
    {
        Command group = new("plot", "the fields of farmers who are subscribers");
        group.Subcommands.Add(Add(console));
        group.Subcommands.Add(ListCommand.Of<PlotBook, Plot>(
            console, "print them, one a line, without a name or number", book => book.All(), Line, FarmRecords.PlotJson));
        group.Subcommands.Add(ImportCommand.Of<PlotImport>(
            console,
            $"add or update plots from a CSV with the columns {string.Join(',', PlotImport.Columns)}, and {string.Join(',', PlotForm.Fields.Except(PlotImport.Columns))} if there are any",
            "the CSV file, UTF-8; a phone that is no subscriber's is refused",
            (import, csv) => import.Run(csv)));
        root.Subcommands.Add(group);
    }

    private static Command Add(IConsole console)
    {
        Command add = new("add", "add a plot, or tell more of the one of the same crop at the same place");
        Option<string> number = new("--number") { Description = "the farmer's mobile number, which must be a subscriber's", Required = true };
        Dictionary<string, Option<string>> fields = PlotForm.Fields.ToDictionary(name => name, name => new Option<string>("--" + name.Replace('_', '-'))
        {
            Description = Describe(name),
            Required = name is "crop" or "region",
            DefaultValueFactory = _ => string.Empty,
        });
        add.Options.Add(number);
        foreach (Option<string> option in fields.Values)
        {
            add.Options.Add(option);
        }

        add.Act(console, async (call, configuration, _) =>
        {
            await using ServiceProvider registry = CloudCall.Registry(configuration);
            DateOnly today = PlotForm.Today(registry.GetRequiredService<TimeProvider>().GetUtcNow());
            Plot? plot = PlotForm.Read(name => call.GetValue(fields[name]) ?? string.Empty, 0, today, out IReadOnlyList<PlotFault> faults);
            if (plot is null)
            {
                throw new FormatException(string.Join("; ", faults.Select(fault => $"--{fault.Field.Replace('_', '-')} {fault.Rule}")));
            }

            return Enter(console, registry, call.GetRequiredValue(number), plot);
        });
        return add;
    }

    private static int Enter(IConsole console, ServiceProvider registry, string number, Plot plot)
    {
        if (!AddressForm.TryRead(ContactChannels.Sms, number, out string address))
        {
            throw new FormatException("--number is not a Thai mobile number");
        }

        (long Id, Registry.RowFate Fate)? joined = registry.GetRequiredService<Registry.RegistryDatabase>().Write(transaction =>
            registry.GetRequiredService<ContactBook>().OwnerOf(transaction, address) is { } subscriber
                ? registry.GetRequiredService<PlotBook>().Join(transaction, plot with { Subscriber = subscriber }) ?? (0, Registry.RowFate.Unchanged)
                : ((long, Registry.RowFate)?)null);
        switch (joined)
        {
            case null:
                console.Error("the number is no subscriber's, or was not confirmed");
                return ExitCodes.Failed;
            case (0, _):
                console.Error($"the farmer has {Limits.PlotsPerSubscriberMax} plots already");
                return ExitCodes.Failed;
            case var (id, fate):
                console.Line($"plot {id} {fate.ToString().ToLowerInvariant()}");
                return ExitCodes.Ok;
        }
    }

    private static string Describe(string name) => name switch
    {
        "crop" => "the code of a crop, such as rice",
        "variety" => "the variety, such as kdml105",
        "region" => "the subdistrict; a district or province if no more is known",
        "planted_on" => "the day of planting, as 2026-07-01 or 2569-07-01",
        "soil" => "the soil, such as loam",
        "rai" => "the area in rai",
        _ => "whether water can be let in: yes or no",
    };

    private static string Line(Plot plot) =>
        $"{plot.Id}\t{plot.Subscriber}\t{plot.Crop}\t{plot.Variety ?? "-"}\t{plot.Subdistrict}\t{FarmTables.Text(plot.PlantedOn) ?? "-"}\t{plot.Soil ?? "-"}\t{plot.Rai?.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture) ?? "-"}";
}
