using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Cases;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands;

/// <summary><c>satisfaction report</c>: what people said of warnings, per hazard and district.</summary>
internal static class SatisfactionCommand
{
    private const int DaysByDefault = 365;

    /// <summary>Adds the commands.</summary>
    public static void AddTo(RootCommand root, IConsole console)
    {
        Command satisfaction = new("satisfaction", "what people said of warnings");
        satisfaction.Subcommands.Add(Report(console));
        root.Subcommands.Add(satisfaction);
    }

    private static Command Report(IConsole console)
    {
        Command report = new(
            "report", $"print the answers per hazard and district; of groups of fewer than {Cases.Limits.SmallGroupMin} answers nothing is shown");
        Option<int> days = new("--days") { Description = $"how far back, default {DaysByDefault}", DefaultValueFactory = _ => DaysByDefault };
        Option<bool> json = CloudCall.JsonOption();
        report.Options.Add(days);
        report.Options.Add(json);
        report.Act(console, async (call, configuration, _) =>
        {
            await using ServiceProvider registry = CloudCall.Registry(configuration);
            using AlertBook alerts = new(registry.GetRequiredService<RegistryDatabase>());
            SurveyBook book = ActivatorUtilities.CreateInstance<SurveyBook>(registry, alerts);
            DateTimeOffset since = registry.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(-Math.Clamp(call.GetValue(days), 1, 3_650));
            IReadOnlyList<SurveyLine> lines = book.Report(since);
            if (call.GetValue(json))
            {
                console.Line(new JsonArray([.. lines.Select(line => (JsonNode)Json(line))]).ToJsonString());
                return ExitCodes.Ok;
            }

            foreach (SurveyLine line in lines)
            {
                string result = line.Mean is { } mean
                    ? $"{line.Answered} answered, mean {mean.ToString("0.00", CultureInfo.InvariantCulture)}, 1-5: {string.Join(' ', line.Counts!)}"
                    : $"fewer than {Cases.Limits.SmallGroupMin} answers";
                console.Line($"{line.Hazard}\t{line.Area}\t{line.Asked} asked\t{result}");
            }

            return ExitCodes.Ok;
        });
        return report;
    }

    private static JsonObject Json(SurveyLine line) => new()
    {
        ["hazard"] = line.Hazard,
        ["area"] = line.Area,
        ["asked"] = line.Asked,
        ["hidden"] = line.Mean is null,
        ["answered"] = line.Answered,
        ["mean"] = line.Mean,
        ["counts"] = line.Counts is { } counts ? new JsonArray([.. counts.Select(count => (JsonNode)count)]) : null,
    };
}
