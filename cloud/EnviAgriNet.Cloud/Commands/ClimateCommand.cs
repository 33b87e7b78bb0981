using System.CommandLine;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands;

/// <summary><c>climate import</c> and <c>climate list</c>: what rain is usual where.</summary>
internal static class ClimateCommand
{
    /// <summary>Adds the commands.</summary>
    public static void AddTo(RootCommand root, IConsole console)
    {
        Command climate = new("climate", "the monthly rain of regions over decades, which says what is a drought");
        climate.Subcommands.Add(Import(console));
        climate.Subcommands.Add(List(console));
        root.Subcommands.Add(climate);
    }

    private static Command Import(IConsole console)
    {
        Command import = new("import", $"add or correct monthly rain from a CSV with the columns {string.Join(',', ClimateBook.Columns)}");
        Argument<FileInfo> file = new("FILE")
        {
            Description = $"the CSV file, UTF-8; region of 2, 4 or 6 digits, year {Limits.ClimateYearMin} to {Limits.ClimateYearMax}, "
                + $"month 1 to {CalendarMonth.PerYear}, mm 0 to {Limits.MonthRainMax}",
        };
        Option<string> by = new("--by") { Description = "who brings the figures", Required = true, HelpName = "NAME" };
        Option<bool> json = CloudCall.JsonOption();
        import.Arguments.Add(file);
        import.Options.Add(by);
        import.Options.Add(json);
        import.Act(console, async (call, configuration, _) =>
        {
            string name = Name(call.GetRequiredValue(by));
            await using ServiceProvider registry = CloudCall.Registry(configuration);
            ClimateBook book = registry.GetRequiredService<ClimateBook>();
            return ImportPrinter.Run(call.GetRequiredValue(file), call.GetValue(json), console, text => book.Import(text, name));
        });
        return import;
    }

    private static Command List(IConsole console)
    {
        Command list = new("list", "print the regions that have a history of rain: first and last month, months, missing months, by whom");
        Option<bool> json = CloudCall.JsonOption();
        list.Options.Add(json);
        list.Act(console, async (call, configuration, _) =>
        {
            await using ServiceProvider registry = CloudCall.Registry(configuration);
            IReadOnlyList<RainHistorySpan> spans = registry.GetRequiredService<ClimateBook>().Spans();
            if (call.GetValue(json))
            {
                console.Line(new JsonArray([.. spans.Select(Json)]).ToJsonString());
                return ExitCodes.Ok;
            }

            foreach (RainHistorySpan span in spans)
            {
                console.Line($"{span.Region}\t{span.First}\t{span.Last}\t{span.Months}\t{span.Missing}\t{span.By}");
            }

            return ExitCodes.Ok;
        });
        return list;
    }

    private static string Name(string name) =>
        name.Trim() is { Length: > 0 and <= Limits.NameLengthMax } text && !text.Any(char.IsControl)
            ? text
            : throw new FormatException($"--by is not 1 to {Limits.NameLengthMax} characters without control characters");

    private static JsonObject Json(RainHistorySpan span) => new()
    {
        ["region"] = span.Region.Code,
        ["first"] = span.First.ToString(),
        ["last"] = span.Last.ToString(),
        ["months"] = span.Months,
        ["missing"] = span.Missing,
        ["by"] = span.By,
    };
}
