using System.CommandLine;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Quality;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Registry.Quality;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands.Quality;

/// <summary><c>quality rerun</c>: judges history by other limits, as a new version beside what was said before.</summary>
internal static class QualityRerunCommand
{
    private static readonly TimeSpan ProgressPeriod = TimeSpan.FromSeconds(2);

    /// <summary>Makes the command.</summary>
    public static Command Make(IConsole console)
    {
        Command rerun = new(
            "rerun", "judge history by the limits of a file, as a new version; cut off, the same command goes on where it was");
        Option<string> file = new("--config")
        {
            Description = "the limits, {\"pm25\": {…}, …}; the settings of the program are --settings here",
            HelpName = "FILE",
            Required = true,
        };
        Option<string> from = QualityArguments.From();
        Option<string> to = QualityArguments.To();
        to.Required = true;
        Option<string[]> station = new("--station") { Description = "only this station; may be given again", HelpName = "ID" };
        Option<string> by = QualityArguments.By();
        Option<string> reason = QualityArguments.Reason();
        Option<bool> json = CloudCall.JsonOption();
        foreach (Option option in (ReadOnlySpan<Option>)[file, from, to, station, by, reason, json])
        {
            rerun.Options.Add(option);
        }

        rerun.Act(console, async (call, configuration, cancellationToken) =>
        {
            await using QualityFiles files = new(configuration);
            QualityLimits limits = QualityLimits.Load(call.GetRequiredValue(file));
            (DateTimeOffset begin, DateTimeOffset? end) = QualityArguments.ReadSpan(call.GetRequiredValue(from), call.GetRequiredValue(to));
            if (end > files.Time.GetUtcNow())
            {
                throw new FormatException($"--to '{call.GetRequiredValue(to)}' is not over yet");
            }

            QualityDraft wanted = new(
                0, limits.Hash, default, QualityArguments.ReadName(call.GetRequiredValue(by)),
                QualityArguments.ReadReason(call.GetRequiredValue(reason)), HourOf(begin), HourOf(end!.Value.AddHours(1).AddTicks(-1)),
                [.. (call.GetValue(station) ?? []).Select(QualityArguments.ReadStation).Distinct().Order()]);
            try
            {
                return Run(files, limits, wanted, call.GetValue(json), console, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                console.Error("cut off; nothing of it is seen, and the same command goes on where it was");
                return ExitCodes.Failed;
            }
            catch (StoreException e)
            {
                console.Error(e.Message);
                return ExitCodes.Failed;
            }
        }, configName: "--settings");
        return rerun;
    }

    private static int Run(
        QualityFiles files,
        QualityLimits limits,
        QualityDraft wanted,
        bool asJson,
        IConsole console,
        CancellationToken cancellationToken)
    {
        foreach (StationId station in wanted.Stations)
        {
            QualityShowCommand.SeriesOf(files.Readings, station, null);
        }

        using FileStream alone = StoreLock.Take(Path.Combine(files.Folder, "quality-rerun"));
        HistoryChunks history = new(
            files.Readings, files.Readings, files.Verdicts, files.Versions, files.Stations, new StationNeighbours(files.Stations));
        RerunProgress last = new(0, 0, 0, new Dictionary<QualityTest, long>());
        long told = 0;
        QualityVersion made = new QualityRerun(history, files.Verdicts, files.Versions, files.Time).Run(limits, wanted, progress =>
        {
            last = progress;
            if (told == 0 || files.Time.GetElapsedTime(told) >= ProgressPeriod)
            {
                told = files.Time.GetTimestamp();
                console.Error($"{100.0 * progress.Done / progress.Chunks:0.0} %, {progress.Readings} readings judged");
            }

            cancellationToken.ThrowIfCancellationRequested();
        });
        Print(made, last, asJson, console);
        return ExitCodes.Ok;
    }

    private static void Print(QualityVersion made, RerunProgress progress, bool asJson, IConsole console)
    {
        if (asJson)
        {
            JsonObject tests = [];
            foreach ((QualityTest test, long count) in progress.FlagsChanged.OrderBy(c => c.Key))
            {
                tests[QualityMark.NameOf(test)] = count;
            }

            console.Line(new JsonObject
            {
                ["version"] = made.Number,
                ["config_hash"] = made.ConfigHash,
                ["readings"] = progress.Readings,
                ["flags_changed"] = progress.FlagsChanged.Values.Sum(),
                ["by_test"] = tests,
            }.ToJsonString(CloudCall.ReadableJson));
            return;
        }

        console.Line(QualityVersionsCommand.Text(made));
        console.Line($"{progress.Readings} readings judged, {progress.FlagsChanged.Values.Sum()} have another flag than before");
        foreach ((QualityTest test, long count) in progress.FlagsChanged.OrderBy(c => c.Key))
        {
            console.Line($"{count,10} {(test == QualityTest.None ? "good again, or not evaluated" : QualityMark.NameOf(test))}");
        }
    }

    private static DateTimeOffset HourOf(DateTimeOffset time) => new Slot(0, Slot.HourOf(time)).From;
}
