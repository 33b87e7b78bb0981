using System.CommandLine;
using EnviAgriNet.Cloud.Commands;
using EnviAgriNet.Cloud.Commands.Quality;
using EnviAgriNet.Cloud.Tests.ReadingStore;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Tests.Commands;

/// <summary>All commands beside a running cloud answer alike.</summary>
public sealed class CommandTableTests
{
    public static TheoryData<string> Lists =>
        ["ledger", "station list", "subscriber list", "alert list", "deliveries", "quality versions", "hazard rule list", "climate list", "officer list", "audit list", "case list", "satisfaction report", "plot list", "advisory list"];

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Invoke_UnknownSectionOrKey_IsAWrongCall(string command)
    {
        using StoreFolder folder = new();
        foreach (string wrong in (string[])["Clowd:DataFolder=x", "Cloud:DataFodler=x"])
        {
            Screen screen = new();
            Assert.Equal(ExitCodes.Usage, await InvokeAsync(command, folder, screen, "--set", wrong));
            Assert.Empty(screen.Lines);
            Assert.Contains(wrong.StartsWith("Clowd", StringComparison.Ordinal) ? "Clowd" : "DataFodler", Assert.Single(screen.Errors));
        }
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Invoke_Json_IsOneDocument(string command)
    {
        using StoreFolder folder = new();
        folder.Open().Dispose();
        Screen screen = new();

        Assert.Equal(ExitCodes.Ok, await InvokeAsync(command, folder, screen, "--json"));

        using var _ = System.Text.Json.JsonDocument.Parse(string.Join('\n', screen.Lines));
        Assert.Empty(screen.Errors);
    }

    private static Task<int> InvokeAsync(string command, StoreFolder folder, IConsole console, params string[] more)
    {
        RootCommand root = new();
        StationCommand.AddTo(root, console);
        SubscriberCommand.AddTo(root, console);
        DeliveriesCommand.AddTo(root, console);
        LedgerCommand.AddTo(root, console);
        AlertCommand.AddTo(root, console);
        QualityCommand.AddTo(root, console);
        HazardCommand.AddTo(root, console);
        ClimateCommand.AddTo(root, console);
        OfficerCommand.AddTo(root, console);
        AuditCommand.AddTo(root, console);
        CaseCommand.AddTo(root, console);
        SatisfactionCommand.AddTo(root, console);
        Cloud.Commands.Farms.PlotCommand.AddTo(root, console);
        Cloud.Commands.Farms.AdvisoryCommand.AddTo(root, console);
        return root.Parse([.. command.Split(' '), "--set", $"Cloud:DataFolder={folder.Folder}", .. more]).InvokeAsync();
    }
}
