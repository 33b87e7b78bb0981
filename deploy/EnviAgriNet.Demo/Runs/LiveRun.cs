using EnviAgriNet.Demo.Field;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Demo.Runs;

/// <summary>The demo for people: runs until it is cancelled and prints a line now and then.</summary>
internal sealed class LiveRun(DemoCall call, FieldNetwork network, IConsole console)
{
    private const double SpeedDefault = 1800;

    private static readonly TimeSpan ReportEvery = TimeSpan.FromSeconds(5);

    /// <summary>Runs until it is cancelled, and then throws.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        SimulatedTime time = new(
            DemoCentres.Start,
            null,
            call.Speed ?? SpeedDefault,
            TimeSpan.FromMinutes(5),
            TimeSpan.FromHours(6),
            TimeSpan.FromDays(8),
            call.Seed)
        { WallStart = TimeProvider.System.GetUtcNow() };
        DemoCentres.AddTo(network, time);
        DemoSettings.Simulated(network);
        console.Line("Starting the broker, the cloud and four centres");
        await network.StartAsync(cancellationToken);
        DemoSettings.Begin(network, TimeProvider.System.GetUtcNow());
        await network.StartBoardsAsync(cancellationToken);
        console.Line($"What happens, where, and who is told: {new Uri(network.Cloud.Url, "story")}");
        console.Line($"A resident's page: {network.Cloud.Url}  The officers' page: {new Uri(network.Cloud.Url, "agency")}");
        console.Line($"A day passes in {TimeSpan.FromDays(1).TotalSeconds / time.Speed:0} seconds; Ctrl-C ends it.");
        while (true)
        {
            await Task.Delay(ReportEvery, TimeProvider.System, cancellationToken);
            await ReportAsync(cancellationToken);
        }
    }

    private async Task ReportAsync(CancellationToken cancellationToken)
    {
        foreach (FieldProcess process in network.Processes)
        {
            process.ThrowIfEnded();
        }

        CloudStatus status = await network.Cloud.StatusAsync(cancellationToken);
        console.Line(
            $"{status.NetworkTime}  {status.ReadingsStored} readings, {status.AlertsReleased} alerts, {status.Delivered} messages");
    }
}
