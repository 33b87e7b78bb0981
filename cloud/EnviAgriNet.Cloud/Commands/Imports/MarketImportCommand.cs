using System.CommandLine;
using EnviAgriNet.Cloud.Imports;
using EnviAgriNet.Cloud.Imports.Files;
using EnviAgriNet.Cloud.Imports.Reports;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands.Imports;

/// <summary><c>import prices|yields|rain|areas</c>: published figures into the registry.</summary>
internal static class MarketImportCommand
{
    /// <summary>Adds the commands.</summary>
    public static void AddTo(RootCommand root, IConsole console)
    {
        Command import = new("import", "published prices, yields, rain and areas into the registry, with a report of what was taken and what not");
        import.Subcommands.Add(Of(ImportTopic.Prices, "prices, or index numbers of prices", console));
        import.Subcommands.Add(Of(ImportTopic.Yields, "areas, harvests and months of harvest by province", console));
        import.Subcommands.Add(Of(ImportTopic.Rain, "monthly rain by province", console));
        import.Subcommands.Add(Of(ImportTopic.Areas, "areas planted and harvested by province, without the harvest", console));
        root.Subcommands.Add(import);
    }

    private static Command Of(ImportTopic topic, string what, IConsole console)
    {
        Command command = new(topic.ToString().ToLowerInvariant(), what);
        Argument<string> file = new("FILE")
        {
            Description = "a workbook (.xls, .xlsx), JSON or CSV, packed with gzip or not, or its http or https address; at most 32 MiB",
        };
        Option<string> form = new("--format") { Description = "how it is laid out; auto goes by its headings", DefaultValueFactory = _ => MarketImporter.Auto };
        form.AcceptOnlyFromAmong([.. MarketImporter.Formats]);
        Option<string?> source = new("--source") { Description = "who published it; without it the usual source of the form", HelpName = "NAME" };
        Option<bool> dryRun = new("--dry-run") { Description = "say what would happen and keep nothing" };
        Option<bool> json = CloudCall.JsonOption();
        command.Arguments.Add(file);
        command.Options.Add(form);
        command.Options.Add(source);
        command.Options.Add(dryRun);
        command.Options.Add(json);
        command.Act(console, async (call, configuration, cancellationToken) =>
        {
            ImportCall asked = new(topic, call.GetValue(form)!, Name(call.GetValue(source)), call.GetValue(dryRun));
            await using ServiceProvider registry = CloudCall.Registry(configuration);
            MarketImporter importer = registry.GetRequiredService<MarketImporter>();
            try
            {
                MarketReport report = await importer.ImportAsync(await ReadAsync(call.GetRequiredValue(file), cancellationToken), asked, cancellationToken);
                MarketReportPrinter.Print(report, call.GetValue(json), console);
                return report.Log.RefusedCount == 0 ? ExitCodes.Ok : ExitCodes.Failed;
            }
            catch (ImportException e)
            {
                MarketReportPrinter.PrintRefused(call.GetRequiredValue(file), e.Message, call.GetValue(json), console);
                return ExitCodes.Failed;
            }
        });
        return command;
    }

    private static async Task<SourceFile> ReadAsync(string file, CancellationToken cancellationToken)
    {
        if (!AddressFetch.IsAddress(file))
        {
            return await SourceFile.ReadAsync(new FileInfo(file), cancellationToken);
        }

        using AddressFetch fetch = new();
        return await fetch.GetAsync(file, cancellationToken);
    }

    private static string? Name(string? name) => name is null || (name.Trim() is { Length: > 0 and <= 40 } text && !text.Any(c => char.IsControl(c) || c == '|'))
        ? name?.Trim()
        : throw new FormatException("--source is not 1 to 40 characters without control characters and '|'");
}
