using System.CommandLine;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands;

/// <summary>The <c>import</c> of a group of commands: a CSV file into a book of the registry, with a report per bad row.</summary>
internal static class ImportCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="console">Where the report goes.</param>
    /// <param name="description">What is imported, and the columns.</param>
    /// <param name="fileDescription">What else there is to know of the file.</param>
    /// <param name="import">The import of the book.</param>
    public static Command Of<TBook>(IConsole console, string description, string fileDescription, Func<TBook, TextReader, ImportReport> import)
        where TBook : notnull
    {
        Command command = new("import", description);
        Argument<FileInfo> file = new("FILE") { Description = fileDescription };
        Option<bool> json = CloudCall.JsonOption();
        command.Arguments.Add(file);
        command.Options.Add(json);
        command.Act(console, async (call, configuration, _) =>
        {
            await using ServiceProvider registry = CloudCall.Registry(configuration);
            return ImportPrinter.Run(
                call.GetRequiredValue(file), call.GetValue(json), console, text => import(registry.GetRequiredService<TBook>(), text));
        });
        return command;
    }
}
