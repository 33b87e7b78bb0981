using System.Globalization;
using System.Text.Json.Nodes;
using EnviAgriNet.Demo.Field;
using EnviAgriNet.Demo.Runs;

namespace EnviAgriNet.System.Tests.Faults;

/// <summary>A field of real processes that a test may hurt, with what is needed to judge it afterwards.</summary>
internal sealed class FaultField : IAsyncDisposable
{
    private static readonly TimeSpan BoardLimit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(60);

    private readonly FieldFolder _folder = FieldFolder.Temporary();

    private FaultField(FieldScript script)
    {
        Script = script;
        Network = new FieldNetwork(ProgramFiles.Beside(AppContext.BaseDirectory), _folder);
        script.AddTo(Network);
        // Faults take simulated days here; whether late readings page anybody is a test of its own.
        SettingsFile.Set(Network.Cloud.Settings, "Cloud", "LateAfter", "30.00:00:00");
        // For the same reason a siren's order is over before a killed centre is back, and would count as never shown.
        Network.Cloud.Settings["Channels"]!["Siren"] = new JsonObject { ["Enabled"] = false };
        foreach (Centre centre in Network.Centres)
        {
            SettingsFile.Set(centre.Edge.Settings, "Packing", "AgeMax", "00:00:00.100");
            SettingsFile.Set(centre.Edge.Settings, "Packing", "ReadingsMax", 100);
            SettingsFile.Set(centre.Edge.Settings, "Intake", "Pace", script.BoardsWait ? "Uplink" : "Disk");
            SettingsFile.Set(centre.Edge.Settings, "Intake", "UplinkDepthMax", 8);
            SettingsFile.Set(centre.Edge.Settings, "Uplink", "ReceiptTimeout", "00:00:02");
            SettingsFile.Set(centre.Firmware.Settings, "Link", "FlushEvery", "00:00:00.100");
            SettingsFile.Set(centre.Firmware.Settings, "Link", "RetryDelayMax", "00:00:00.500");
        }
    }

    /// <summary>What happens at the centres.</summary>
    public FieldScript Script { get; }

    /// <summary>The processes.</summary>
    public FieldNetwork Network { get; }

    /// <summary>The first centre.</summary>
    public Centre Centre => Network.Centres[0];

    /// <summary>A folder of this test.</summary>
    public string Sub(string name) => _folder.Sub(name);

    /// <summary>
    /// Runs a test on a field of its own; a failure says the seed, and what every process said last.
    /// </summary>
    public static async Task RunAsync(string seed, FieldScript script, Func<FaultField, Task> test)
    {
        await using FaultField field = new(script);
        try
        {
            await test(field);
        }
        catch (Exception e)
        {
            throw new FieldException(
                $"Seed {seed}: {e.Message}\n{await field.Network.DescribeAsync()}\n{field.Network.Tails(25)}", e);
        }
    }

    /// <summary>Starts everything, the boards last.</summary>
    public async Task StartAsync()
    {
        await Network.StartAsync(CancellationToken.None);
        await StartBoardsAsync();
    }

    /// <summary>Starts the boards: the script begins.</summary>
    public async Task StartBoardsAsync()
    {
        string now = TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        foreach (Centre centre in Network.Centres)
        {
            SettingsFile.Set(centre.Firmware.Settings, "Board", nameof(SimulatedTime.WallStart), now);
        }

        await Network.StartBoardsAsync(CancellationToken.None);
    }

    /// <summary>Waits until the script has ended and everything has arrived, stops the field, and takes the evidence.</summary>
    public async Task<Evidence> FinishAsync()
    {
        await Network.BoardsFinishedAsync(BoardLimit, CancellationToken.None);
        await Network.DrainAsync(DrainLimit, CancellationToken.None);
        await Network.SettledAsync(DrainLimit, CancellationToken.None);
        return await Evidence.TakeAsync(Network);
    }

    public async ValueTask DisposeAsync()
    {
        await Network.DisposeAsync();
        _folder.Dispose();
    }
}
