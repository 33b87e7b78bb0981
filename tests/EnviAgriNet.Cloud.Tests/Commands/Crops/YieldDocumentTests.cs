using System.CommandLine;
using EnviAgriNet.Cloud.Commands.Crops;
using EnviAgriNet.Cloud.Commands.Imports;
using EnviAgriNet.Cloud.Tests.ReadingStore;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Cloud.Tests.Commands.Crops;

/// <summary>The tables of docs/yield.md are what the commands print that it names.</summary>
public sealed class YieldDocumentTests : IDisposable
{
    private const string Yields = "yield/oae_rice_inseason_2524-2558.xls";

    private readonly StoreFolder _folder = new();

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [SharedDataFact(Yields)]
    public async Task YieldBacktest_OnTheWorkbooksOfTheDocument_PrintsItsTables()
    {
        await RunAsync("import", "yields", SharedData.PathOf(Yields));
        await RunAsync("import", "rain", SharedData.PathOf("water/oae_rain_dams/oae_rainfall_monthly.xls"));
        Screen screen = await RunAsync("crop", "yield-backtest", "--markdown");
        string document = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "yield.md"));
        Assert.EndsWith(string.Join('\n', screen.Lines), document.TrimEnd().ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.True(screen.Lines.Count > 100, $"{screen.Lines.Count} lines");
    }

    private async Task<Screen> RunAsync(params string[] words)
    {
        Screen screen = new();
        RootCommand root = new();
        CropCommand.AddTo(root, screen);
        MarketImportCommand.AddTo(root, screen);
        await root.Parse([.. words, "--set", $"Cloud:DataFolder={_folder.Folder}"]).InvokeAsync();
        return screen;
    }
}
