using System.CommandLine;
using System.Text.Json;
using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Messages;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands;

/// <summary><c>alert list</c>: the newest alert versions, newest first. Works beside a running cloud.</summary>
internal static class AlertCommand
{
    private const string RegistryFile = "registry.db";
    private const int CountDefault = 100;

    /// <summary>Makes the command.</summary>
    public static Command Create(ProgramOptions options, IConsole console)
    {
        Option<bool> json = new("--json") { Description = "print one JSON document" };
        Option<int> count = new("--count")
        {
            Description = "how many versions at most",
            DefaultValueFactory = _ => CountDefault,
        };
        Command list = new("list", "Lists alert versions, newest first");
        options.AddTo(list);
        list.Options.Add(json);
        list.Options.Add(count);
        list.SetAction(call => List(options.Read(call), call.GetValue(count), call.GetValue(json), console));
        return new Command("alert", "Works with alerts") { list };
    }

    private static int List(IConfiguration configuration, int count, bool asJson, IConsole console)
    {
        string folder = configuration["Cloud:DataFolder"] ?? "data";
        string file = Path.Combine(Path.GetFullPath(folder), RegistryFile);
        if (!File.Exists(file))
        {
            console.Error($"There is no registry in {folder}");
            return ExitCodes.Failed;
        }

        using RegistryDatabase registry = new(file);
        using AlertBook book = new(registry);
        IReadOnlyList<AlertLine> lines = book.Newest(count).Select(AlertLine.Of).ToList();
        if (asJson)
        {
            console.Line(JsonSerializer.Serialize(lines, AlertLineJson.Readable.IReadOnlyListAlertLine));
            return ExitCodes.Ok;
        }

        foreach (AlertLine line in lines)
        {
            string what = line.AllClear ? "AllClear" : line.Severity;
            console.Line(
                $"{LocalTime.Of(line.SentAt):yyyy-MM-dd HH:mm} {line.State,-8} {line.Type,-6} {what,-8} "
                + $"{line.Event} v{line.Version} {line.Headline.GetValueOrDefault(Languages.English)}");
        }

        return ExitCodes.Ok;
    }
}
