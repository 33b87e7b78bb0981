using System.CommandLine;
using System.Text.Json;
using EnviAgriNet.Cloud.Commands.Backtest;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands.Drill;

/// <summary>
/// <c>drill</c>: replays recorded measurements through rules, release, composition and queues, and reports for training. Nothing
/// leaves, and nothing of the running cloud is changed.
/// </summary>
internal static class DrillCommand
{
    /// <summary>Adds the command.</summary>
    public static void AddTo(RootCommand root, IConsole console)
    {
        Command drill = new("drill", "replay recorded measurements through everything but the last step, and report: nobody is told");
        DrillOptions options = new();
        options.AddTo(drill);
        drill.Act(console, async (parsed, configuration, cancellationToken) =>
        {
            try
            {
                return await RunAsync(DrillCall.Read(options, parsed), configuration, console, cancellationToken);
            }
            catch (BacktestFault fault)
            {
                console.Error(fault.Message);
                return ExitCodes.Usage;
            }
            catch (StoreException e)
            {
                console.Error($"the reading store cannot be read: {e.Message}");
                return ExitCodes.Failed;
            }
        });
        root.Subcommands.Add(drill);
    }

    /// <summary>Plays a drill to its end.</summary>
    /// <param name="call">What is asked for.</param>
    /// <param name="configuration">The settings of the cloud that is drilled.</param>
    /// <param name="console">Where progress is told.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<DrillReport> PlayAsync(
        DrillCall call, IConfiguration configuration, IConsole console, CancellationToken cancellationToken)
    {
        await using DrillCloud cloud = DrillCloud.Make(configuration, call);
        using DrillSource source = DrillSource.Open(
            call, configuration, cloud, cloud.Services.GetRequiredService<RulesInForce>().Current, console);
        cloud.MakePeople(call, [.. source.Stations.Select(s => s.Region.Code).Distinct()]);
        DrillRun run = new(cloud, call, console);
        await run.RunAsync(source.Readings, cancellationToken);
        return DrillReportMaker.Make(cloud, run, source);
    }

    private static async Task<int> RunAsync(
        DrillCall call, IConfiguration configuration, IConsole console, CancellationToken cancellationToken)
    {
        DrillReport report = await PlayAsync(call, configuration, console, cancellationToken);
        if (call.AsJson)
        {
            console.Line(JsonSerializer.Serialize(report, DrillJson.Readable.DrillReport));
            return ExitCodes.Ok;
        }

        foreach (string line in DrillPrinter.Lines(report))
        {
            console.Line(line);
        }

        return ExitCodes.Ok;
    }
}
