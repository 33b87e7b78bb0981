using System.CommandLine;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Registry.Quality;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands.Quality;

/// <summary><c>quality override</c>: a person's word on readings, which wins over every test.</summary>
internal static class QualityOverrideCommand
{
    private const string TakeBack = "none";

    /// <summary>Makes the command.</summary>
    public static Command Make(IConsole console)
    {
        Command command = new(
            "override", "set the flag of readings by a person's word; what was said before is kept, and the newest word holds");
        Option<string> station = QualityArguments.Station();
        Option<string> series = QualityArguments.Series();
        series.Required = true;
        Option<string> from = QualityArguments.From();
        Option<string> to = QualityArguments.To();
        to.Description += "; without it the word holds until it is taken back";
        Option<string> flag = new("--flag")
        {
            Description = $"1 good, 3 suspect, 4 bad, {TakeBack} to take back what was said of that span",
            HelpName = $"1|3|4|{TakeBack}",
            Required = true,
        };
        Option<string> reason = QualityArguments.Reason();
        Option<string> by = QualityArguments.By();
        Option<bool> json = CloudCall.JsonOption();
        foreach (Option option in (ReadOnlySpan<Option>)[station, series, from, to, flag, reason, by, json])
        {
            command.Options.Add(option);
        }

        command.Act(console, async (call, configuration, _) =>
        {
            await using QualityFiles files = new(configuration);
            StationId id = QualityArguments.ReadStation(call.GetRequiredValue(station));
            SeriesName name = QualityArguments.ReadSeries(call.GetRequiredValue(series));
            (DateTimeOffset begin, DateTimeOffset? end) = QualityArguments.ReadSpan(call.GetRequiredValue(from), call.GetValue(to));
            QualityFlag? wanted = ReadFlag(call.GetRequiredValue(flag));
            string who = QualityArguments.ReadName(call.GetRequiredValue(by));
            string why = QualityArguments.ReadReason(call.GetRequiredValue(reason));
            try
            {
                QualityShowCommand.SeriesOf(files.Readings, id, name.Text);
                QualityVersion made = files.Versions.AddOverride(
                    new SeriesId(id, name), begin, end, wanted, who, why, files.Time.GetUtcNow());
                console.Line(call.GetValue(json)
                    ? QualityVersionsCommand.Json(files.Versions, made, withConfig: false).ToJsonString(CloudCall.ReadableJson)
                    : QualityVersionsCommand.Text(made));
                return ExitCodes.Ok;
            }
            catch (StoreException e)
            {
                console.Error(e.Message);
                return ExitCodes.Failed;
            }
        });
        return command;
    }

    private static QualityFlag? ReadFlag(string text) => text switch
    {
        "1" => QualityFlag.Pass,
        "3" => QualityFlag.Suspect,
        "4" => QualityFlag.Fail,
        TakeBack => null,
        _ => throw new FormatException($"--flag '{text}' is not 1, 3, 4 or {TakeBack}"),
    };
}
