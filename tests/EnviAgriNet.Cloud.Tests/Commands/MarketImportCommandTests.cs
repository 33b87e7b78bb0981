using System.CommandLine;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Commands.Imports;
using EnviAgriNet.Cloud.Tests.ReadingStore;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Tests.Commands;

public sealed class MarketImportCommandTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Fact]
    public async Task Import_ThenAgain_TellsWhatWasTakenAndWhatNot()
    {
        string file = Write("p.csv", "date,commodity,price\n2026-01,ข้าวโพด,9\n2026-02,ทองคำ,9\n");

        (int code, Screen screen) = await RunAsync("prices", file, "--source", "coop");
        Assert.Equal(ExitCodes.Failed, code);
        Assert.Equal("row 3, commodity: 'ทองคำ' is none of the commodities that are known", Assert.Single(screen.Errors));
        Assert.Equal("taken: 1 figures of 1 rows; 1 added, 0 changed (next version), 0 there already; 0 repeated within the file; 1 refused", screen.Lines[1]);

        (_, screen) = await RunAsync("prices", file, "--source", "coop", "--json");
        JsonNode report = JsonNode.Parse(Assert.Single(screen.Lines))!;
        Assert.Equal(("coop", 1, 1), ((string?)report["source"], (int)report["unchanged"]!, (int)report["refusedCount"]!));
    }

    [Fact]
    public async Task Import_AFileThatIsRefused_SaysWhy()
    {
        (int code, Screen screen) = await RunAsync("yields", Write("y.xls", "<html>"));
        Assert.Equal(ExitCodes.Failed, code);
        Assert.Contains("y.xls is refused, nothing of it was kept: the file is a web page", Assert.Single(screen.Errors), StringComparison.Ordinal);

        (code, screen) = await RunAsync("prices", Path.Combine(_folder.Folder, "none.csv"));
        Assert.Equal(ExitCodes.Usage, code);
        Assert.Contains("is no file", Assert.Single(screen.Errors), StringComparison.Ordinal);
    }

    private string Write(string name, string text)
    {
        string file = Path.Combine(_folder.Folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    private async Task<(int Code, Screen Screen)> RunAsync(params string[] words)
    {
        Screen screen = new();
        RootCommand root = new();
        MarketImportCommand.AddTo(root, screen);
        int code = await root.Parse(["import", .. words, "--set", $"Cloud:DataFolder={_folder.Folder}"]).InvokeAsync();
        return (code, screen);
    }
}
