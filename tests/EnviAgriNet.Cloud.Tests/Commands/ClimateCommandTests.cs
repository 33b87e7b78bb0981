using System.CommandLine;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Commands;
using EnviAgriNet.Cloud.Tests.ReadingStore;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Tests.Commands;

public sealed class ClimateCommandTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Fact]
    public async Task Import_ThenList_ShowsWhatIsThere()
    {
        string file = Write("region,year,month,mm\n50,2020,1,3.5\n50,2020,3,0\n5001,1990,12,7\n50,2020,40,1\n");

        (int code, Screen screen) = await RunAsync("import", file, "--by", "Hydro office");
        Assert.Equal(ExitCodes.Failed, code);
        Assert.Equal("3 added, 0 updated, 0 unchanged, 1 refused", Assert.Single(screen.Lines));
        Assert.Equal("row 5, column month: '40' is not a whole number from 1 to 12", Assert.Single(screen.Errors));

        (code, screen) = await RunAsync("import", Write("region,year,month,mm\n50,2020,1,3.6\n50,2020,3,0\n"), "--by", "nurse", "--json");
        Assert.Equal((ExitCodes.Ok, """{"added":0,"updated":1,"unchanged":1,"refused":[]}"""), (code, Assert.Single(screen.Lines)));

        (code, screen) = await RunAsync("list");
        Assert.Equal(ExitCodes.Ok, code);
        Assert.Equal(["50\t2020-01\t2020-03\t2\t1\tnurse", "5001\t1990-12\t1990-12\t1\t0\tHydro office"], screen.Lines);
        (_, screen) = await RunAsync("list", "--json");
        JsonNode first = JsonNode.Parse(Assert.Single(screen.Lines))![0]!;
        Assert.Equal("""{"region":"50","first":"2020-01","last":"2020-03","months":2,"missing":1,"by":"nurse"}""", first.ToJsonString());
    }

    [Theory]
    [InlineData("import rain.csv --by x")]
    [InlineData("import")]
    [InlineData("list --by x")]
    public async Task Run_AWrongCall_IsToldSo(string words) =>
        Assert.NotEqual(ExitCodes.Ok, (await RunAsync(words.Split(' '))).Code);

    [Fact]
    public async Task Import_WithoutAName_IsAWrongCall()
    {
        string file = Write("region,year,month,mm\n50,2020,1,3.5\n");
        Assert.NotEqual(ExitCodes.Ok, (await RunAsync("import", file)).Code);
        (int code, Screen screen) = await RunAsync("import", file, "--by", " ");
        Assert.Equal(ExitCodes.Usage, code);
        Assert.Contains("--by", Assert.Single(screen.Errors), StringComparison.Ordinal);
        Assert.Empty((await RunAsync("list")).Screen.Lines);
    }

    private string Write(string text)
    {
        string file = Path.Combine(_folder.Folder, "rain.in.csv");
        File.WriteAllText(file, text);
        return file;
    }

    private async Task<(int Code, Screen Screen)> RunAsync(params string[] words)
    {
        Screen screen = new();
        RootCommand root = new();
        ClimateCommand.AddTo(root, screen);
        int code = await root.Parse(["climate", .. words, "--set", $"Cloud:DataFolder={_folder.Folder}"]).InvokeAsync();
        return (code, screen);
    }
}
