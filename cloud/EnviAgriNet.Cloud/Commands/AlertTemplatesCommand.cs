using System.CommandLine;
using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Core.Alerts;
using EnviAgriNet.Core.Messages;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands;

/// <summary><c>alert templates</c>: the words of warnings as files for translators.</summary>
internal static class AlertTemplatesCommand
{
    /// <summary>The commands.</summary>
    public static Command Of(IConsole console)
    {
        Command templates = new("templates", "the words of warnings as files for translators");
        templates.Subcommands.Add(Export(console));
        templates.Subcommands.Add(Check(console));
        return templates;
    }

    private static Command Export(IConsole console)
    {
        Command export = new("export", "print all words of a language as the file a translator works on");
        Option<string> language = new("--language")
        {
            Description = "th, en, or one that has a file in Alerts:TemplatesFolder; default th",
            DefaultValueFactory = _ => Languages.Thai,
        };
        export.Options.Add(language);
        export.Act(console, async (call, configuration, _) =>
        {
            await using ServiceProvider services = CloudCall.WarningTexts(configuration);
            string wished = call.GetRequiredValue(language).ToLowerInvariant();
            IReadOnlyList<Phrasebook> books = services.GetRequiredService<AlertLanguages>().Books;
            if (books.FirstOrDefault(b => b.Language == wished) is not { } book)
            {
                console.Error($"there are words in {string.Join(", ", books.Select(b => b.Language))}");
                return ExitCodes.Usage;
            }

            console.Line(PhrasebookFile.Write(book));
            return ExitCodes.Ok;
        });
        return export;
    }

    private static Command Check(IConsole console)
    {
        Command check = new("check", "check a file of words: print what is refused, and what is missing and taken from another language");
        Argument<FileInfo> file = new("FILE") { Description = "the file, JSON in UTF-8" };
        check.Arguments.Add(file);
        check.SetAction(call =>
        {
            FileInfo path = call.GetRequiredValue(file);
            if (!path.Exists)
            {
                console.Error($"'{path.FullName}' is no file");
                return ExitCodes.Usage;
            }

            PhrasebookReading reading = AlertLanguages.ReadFile(path.FullName);
            foreach (PhrasebookFault fault in reading.Faults)
            {
                console.Error(fault.ToString());
            }

            int refused = reading.Faults.Count(f => !f.IsMissing);
            console.Line(reading.Book is { } book
                ? $"{book.Language} ({book.Name}): {book.Hazards.Values.Sum(h => h.Cases.Count)} cases, {refused} refused, {reading.Faults.Count - refused} missing"
                : "the file is refused");
            return reading.IsWhole ? ExitCodes.Ok : ExitCodes.Failed;
        });
        return check;
    }
}
