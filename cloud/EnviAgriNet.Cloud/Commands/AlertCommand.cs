using System.CommandLine;
using System.Text.Json;
using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Messages;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands;

/// <summary><c>alert</c>: the newest alert versions, newest first, and what officers do with them. Works beside a running cloud.</summary>
internal static class AlertCommand
{
    private const int CountByDefault = 100;

    /// <summary>Adds the commands.</summary>
    public static void AddTo(RootCommand root, IConsole console)
    {
        Command alert = new("alert", "the alerts and their versions");
        alert.Subcommands.Add(List(console));
        ReleaseCommands.AddTo(alert, console);
        alert.Subcommands.Add(AlertPreviewCommand.Of(console));
        alert.Subcommands.Add(AlertTemplatesCommand.Of(console));
        AlertShowCommand.AddTo(alert, console);
        root.Subcommands.Add(alert);
    }

    private static Command List(IConsole console)
    {
        Command list = new("list", "print the newest alert versions, newest first, one a line");
        Option<int> count = new("--count")
        {
            Description = $"how many versions at most, default {CountByDefault}",
            DefaultValueFactory = _ => CountByDefault,
        };
        Option<bool> json = CloudCall.JsonOption();
        list.Options.Add(count);
        list.Options.Add(json);
        list.Act(console, async (call, configuration, _) =>
        {
            await using ServiceProvider registry = CloudCall.Registry(configuration);
            using AlertBook book = new(registry.GetRequiredService<RegistryDatabase>());
            return Print([.. book.Newest(Math.Max(0, call.GetValue(count))).Select(AlertLine.Of)], call.GetValue(json), console);
        });
        return list;
    }

    private static int Print(IReadOnlyList<AlertLine> lines, bool asJson, IConsole console)
    {
        if (asJson)
        {
            console.Line(JsonSerializer.Serialize(lines, AlertLineJson.Readable.IReadOnlyListAlertLine));
            return ExitCodes.Ok;
        }

        foreach (AlertLine line in lines)
        {
            string what = line.AllClear ? "AllClear" : line.Severity;
            console.Line(
                $"{line.Number,5} {LocalTime.Of(line.SentAt):yyyy-MM-dd HH:mm} {line.State,-8} {line.Type,-6} {what,-8} "
                + $"{line.Event} v{line.Version} {line.Headline.GetValueOrDefault(Languages.English)}");
        }

        return ExitCodes.Ok;
    }
}
