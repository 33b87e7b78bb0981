using System.CommandLine;
using System.Diagnostics;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Commands.Quality;
using EnviAgriNet.Cloud.Quality;
using EnviAgriNet.Cloud.Tests.Commands;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Tests.Quality;

public sealed class QualityCommandTests
{
    private const string Suspect60 = """{"pm25": {"gross_range": {"fail": [0, 500], "suspect": [0, 60]}}}""";

    private static readonly DateTimeOffset Begin = QualityRoom.Begin;

    [Fact]
    public async Task Override_BesideARunningCloud_IsShownWithWhoAndWhy()
    {
        using QualityRoom room = Filled();

        JsonNode made = await JsonAsync(
            room, "override", "--station", "station-2", "--series", "pm25", "--from", "2026-03-01T00:10Z", "--to", "2026-03-01T00:20Z",
            "--flag", "4", "--reason", "เครื่องสกปรก", "--by", "Malee");
        Assert.Equal((2, "override", 4), ((int)made["number"]!, (string?)made["kind"], (int)made["flag"]!));

        JsonArray shown = (await JsonAsync(
            room, "show", "--station", "station-2", "--series", "pm25", "--from", "2026-03-01T07:00", "--to", "2026-03-01T08:00")).AsArray();
        Assert.Equal(60, shown.Count);
        JsonNode word = shown[10]!;
        Assert.Equal(
            (1, 4, "person", 2, "Malee", "เครื่องสกปรก"),
            ((int)word["raw_flag"]!, (int)word["flag"]!, (string?)word["test"], (int)word["version"]!, (string?)word["by"], (string?)word["reason"]));
        Assert.Equal((1, 1), ((int)shown[9]!["flag"]!, (int)shown[9]!["version"]!));
        Assert.Equal(
            10, (await JsonAsync(room, "show", "--station", "station-2", "--from", "2026-03-01T07:00", "--to", "2026-03-02", "--differing")).AsArray().Count);
        Assert.Empty((await JsonAsync(
            room, "show", "--station", "station-2", "--from", "2026-03-01T07:00", "--to", "2026-03-02", "--differing", "--as-of", "1")).AsArray());

        JsonNode versions = await JsonAsync(room, "versions", "--with-limits");
        Assert.Equal(["config", "override"], versions["versions"]!.AsArray().Select(v => (string?)v!["kind"]));
        Assert.NotNull(versions["versions"]![0]!["config"]!["pm25"]!["gross_range"]);
        Screen text = new();
        Assert.Equal(ExitCodes.Ok, await InvokeAsync(room, text, "show", "--station", "station-2", "--from", "2026-03-01T07:10", "--to", "2026-03-01T07:11"));
        Assert.Equal("2026-03-01 07:10:00 pm25 90 raw 1 now 4 (person) version 2 by Malee: เครื่องสกปรก", Assert.Single(text.Lines));
    }

    [Fact]
    public async Task Rerun_PrintsHowManyFlagsChanged_AndProgressApart()
    {
        using QualityRoom room = Filled();
        string file = Path.Combine(room.Folder, "limits.json");
        File.WriteAllText(file, Suspect60);
        Screen screen = new();

        Assert.Equal(ExitCodes.Ok, await InvokeAsync(
            room, screen, "rerun", "--config", file, "--from", "2026-03-01T00:00Z", "--to", "2026-03-01T01:30Z", "--station", "station-1", "--by", "Somchai",
            "--reason", "new limits", "--json"));

        JsonNode result = JsonNode.Parse(Assert.Single(screen.Lines))!;
        Assert.Equal((2, 60, 60), ((int)result["version"]!, (int)result["readings"]!, (int)result["flags_changed"]!));
        Assert.Equal(60, (int)result["by_test"]!["gross_range"]!);
        Assert.NotEmpty(screen.Errors);
        room.Versions.Refresh();
        Assert.All(room.Show(1), r => Assert.Equal((QualityFlag.Suspect, 2L), (r.Flag, r.Version)));
        Assert.All(room.Show(2), r => Assert.Equal((QualityFlag.Pass, 1L), (r.Flag, r.Version)));
    }

    [Theory]
    [InlineData("override --station X --series pm25 --from 2026-03-01 --flag 4 --reason r --by b", "--station 'X' is not 3 to 40")]
    [InlineData("override --station station-1 --series pm3 --from 2026-03-01 --flag 4 --reason r --by b", "quantity 'pm3' is not known")]
    [InlineData("override --station station-1 --series pm10 --from 2026-03-01 --flag 4 --reason r --by b", "which has pm25")]
    [InlineData("override --station station-99 --series pm25 --from 2026-03-01 --flag 4 --reason r --by b", "--station 'station-99' has no readings")]
    [InlineData("override --station station-1 --series pm25 --from 2026-03-32 --flag 4 --reason r --by b", "--from '2026-03-32' is not a time")]
    [InlineData("override --station station-1 --series pm25 --from 1960-01-01 --flag 4 --reason r --by b", "before 1970-01-02")]
    [InlineData("override --station station-1 --series pm25 --from 2026-03-02 --to 2026-03-01 --flag 4 --reason r --by b", "--to '2026-03-01' is not after")]
    [InlineData("override --station station-1 --series pm25 --from 2026-03-01 --flag 2 --reason r --by b", "--flag '2' is not 1, 3, 4 or none")]
    [InlineData("override --station station-1 --series pm25 --from 2026-03-01 --flag 4 --reason _ --by b", "--reason has 501 characters; allowed are 1 to 500")]
    [InlineData("show --station station-1 --from 2026-03-01 --to 2026-05-01", "--to is more than 31 days")]
    [InlineData("show --station station-1 --from 2026-03-01 --to 2026-03-02 --as-of 7", "--as-of 7 is not a quality version")]
    [InlineData("rerun --config /nothing.json --from 2026-03-01 --to 2026-03-02 --by b --reason r", "'/nothing.json' cannot be read")]
    [InlineData("rerun --config BAD --from 2026-03-01 --to 2026-03-02 --by b --reason r", "pm99")]
    [InlineData("rerun --config GOOD --from 2026-03-01 --to 2999-03-02 --by b --reason r", "is not over yet")]
    public async Task Invoke_WrongInput_NamesTheFieldAndItsLimit(string call, string fault)
    {
        using QualityRoom room = Filled();
        File.WriteAllText(Path.Combine(room.Folder, "good.json"), Suspect60);
        File.WriteAllText(Path.Combine(room.Folder, "bad.json"), """{"pm99": {}}""");
        Screen screen = new();
        string[] arguments = [.. call.Split(' ').Select(a => a switch
        {
            "_" => new string('x', 501),
            "GOOD" => Path.Combine(room.Folder, "good.json"),
            "BAD" => Path.Combine(room.Folder, "bad.json"),
            _ => a,
        })];

        Assert.Equal(ExitCodes.Usage, await InvokeAsync(room, screen, arguments));

        Assert.Contains(fault, string.Join('\n', screen.Errors), StringComparison.Ordinal);
        Assert.Empty(screen.Lines);
        Assert.Single(room.Versions.All);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Rerun_ProcessKilled_IsSeenByNobodyUntilItWentOn(int seed)
    {
        using QualityRoom room = new(stations: 60);
        for (int station = 1; station <= 60; station++)
        {
            room.Commit(station, Enumerable.Range(0, 24 * 6 * 4).Select(i => QualityRoom.Of("pm25", Begin.AddMinutes(i * 10), 90 + (i % 3))));
        }

        string file = Path.Combine(room.Folder, "limits.json");
        File.WriteAllText(file, Suspect60);
        string[] call = ["rerun", "--config", file, "--from", "2026-03-01T00:00Z", "--to", "2026-03-05T00:00Z", "--by", "Somchai", "--reason", "new limits"];
        RunAndKill(room, call, TimeSpan.FromMilliseconds((seed - 1) * new Random(seed).Next(0, 150)));
        room.Start();
        int before = room.Versions.All.Count;
        Assert.True(seed > 1 || before == 0, "the process that was killed at once had ended before");
        if (before == 0)
        {
            Assert.All(room.Show(1, hours: 96), r => Assert.Equal((QualityFlag.Pass, 0L), (r.Flag, r.Version)));
        }

        Screen screen = new();
        Assert.Equal(ExitCodes.Ok, await InvokeAsync(room, screen, call));
        room.Start();

        Assert.Empty(room.Versions.Drafts());
        Assert.Equal(before + 1, room.Versions.All.Count);
        Assert.All(Enumerable.Range(1, 60), s => Assert.All(room.Show(s, hours: 96), r => Assert.Equal(QualityFlag.Suspect, r.Flag)));
    }

    private static void RunAndKill(QualityRoom room, string[] call, TimeSpan after)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (string argument in (string[])
            ["exec", typeof(QualityWatch).Assembly.Location, "quality", .. call, "--set", $"Cloud:DataFolder={room.Folder}"])
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;

        // The first progress is told when the first chunk is on disk.
        Assert.Contains("%", process.StandardError.ReadLine() ?? process.StandardOutput.ReadToEnd(), StringComparison.Ordinal);
        process.WaitForExit(after);
        process.Kill();
        process.WaitForExit();
    }

    private static QualityRoom Filled()
    {
        QualityRoom room = new();
        room.CommitMinutes(0, 60, (_, minute) => 90 + (minute % 5));
        room.WatchAt(Begin.AddHours(1).AddMinutes(10));
        return room;
    }

    private static async Task<JsonNode> JsonAsync(QualityRoom room, params string[] call)
    {
        Screen screen = new();
        Assert.Equal(ExitCodes.Ok, await InvokeAsync(room, screen, [.. call, "--json"]));
        room.Versions.Refresh();
        return JsonNode.Parse(Assert.Single(screen.Lines))!;
    }

    private static Task<int> InvokeAsync(QualityRoom room, IConsole console, params string[] call)
    {
        RootCommand root = new();
        QualityCommand.AddTo(root, console);
        return root.Parse(["quality", .. call, "--set", $"Cloud:DataFolder={room.Folder}"]).InvokeAsync();
    }
}
