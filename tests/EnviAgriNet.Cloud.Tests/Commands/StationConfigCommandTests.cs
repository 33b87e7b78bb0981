using System.CommandLine;
using System.Text.Json;
using EnviAgriNet.Cloud.Commands;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Cloud.Tests.ReadingStore;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Hosting;
using EnviAgriNet.Protocol.Messages;

namespace EnviAgriNet.Cloud.Tests.Commands;

public sealed class StationConfigCommandTests : IDisposable
{
    private const string Good =
        """{"rules":[{"id":"river-high","series":"water_level","above":4.5,"clear":4.2,"hold":120,"siren":true,"text":{"th":"น้ำสูง {value}"}}]}""";

    private readonly StoreFolder _folder = new();
    private readonly Screen _screen = new();

    public StationConfigCommandTests()
    {
        using RegistryDatabase registry = new(Path.Combine(_folder.Folder, "registry.db"));
        new StationBook(registry).Store([RegistryRoom.Station("cm-001", "500101")]);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Set_ThenShow_TellsWhatTheStationSaidOfIt()
    {
        Assert.Equal(ExitCodes.Ok, await RunAsync("set", "cm-001", Write(Good), "--by", "malee", "--json"));
        Assert.Equal(1, Printed().GetProperty("version").GetInt32());

        Assert.Equal(ExitCodes.Ok, await RunAsync("show", "cm-001", "--json"));
        Assert.Equal("not yet answered", Printed().GetProperty("state").GetString());
        Assert.Equal("river-high", Printed().GetProperty("config").GetProperty("rules")[0].GetProperty("id").GetString());

        Heard(1, new StationEvent { Outbox = "box", Id = 1, Kind = StationEventKind.ConfigRefused, First = 1, Reason = "rules[0].series: no such series", At = 1000 });
        Assert.Equal(ExitCodes.Ok, await RunAsync("show", "cm-001"));
        Assert.Contains("refused", _screen.Lines[0], StringComparison.Ordinal);
        Assert.Equal("rules[0].series: no such series", _screen.Lines[1]);

        Heard(2, new StationEvent { Outbox = "box", Id = 2, Kind = StationEventKind.ConfigTaken, First = 7, At = 1001 });
        Assert.Equal(ExitCodes.Ok, await RunAsync("set", "cm-001", Write(Good), "--by", "malee", "--json"));
        Assert.Equal(8, Printed().GetProperty("version").GetInt32());
    }

    [Theory]
    [InlineData("set")]
    [InlineData("check")]
    public async Task File_WithFaults_AllAreNamed_AndNothingIsSet(string command)
    {
        string file = Write("""{"rules":[{"id":"Bad","series":"height","above":1,"clear":2,"text":{"en":"x"}}]}""");
        string[] words = command == "set" ? ["set", "cm-001", file, "--by", "malee"] : ["check", file];

        Assert.Equal(ExitCodes.Failed, await RunAsync(words));

        Assert.All(["rules[0].id", "rules[0].series", "rules[0].clear", "rules[0].text.th"], key =>
            Assert.Contains(_screen.Errors, error => error.StartsWith(key + ":", StringComparison.Ordinal)));
        Assert.Equal(ExitCodes.Failed, await RunAsync("show", "cm-001"));
        Assert.Contains("has no config", Assert.Single(_screen.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("set cm-999 FILE --by malee", "'cm-999' is not registered")]
    [InlineData("set cm-001 nothing.json --by malee", "is no file")]
    [InlineData("show cm-999", "'cm-999' is not registered")]
    public async Task Config_AWrongCall_IsToldSo(string words, string reason)
    {
        Assert.Equal(ExitCodes.Usage, await RunAsync(words.Replace("FILE", Write(Good), StringComparison.Ordinal).Split(' ')));
        Assert.Contains(_screen.Errors, error => error.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Check_AGoodFile_SaysSo()
    {
        Assert.Equal(ExitCodes.Ok, await RunAsync("check", Write(Good)));
        Assert.Equal("1 rules, no fault", Assert.Single(_screen.Lines));
    }

    private void Heard(long number, StationEvent told)
    {
        using SqliteReadingStore store = _folder.Open();
        store.RecordEvents([new EventToStore(StationId.Parse("cm-001"), told, StoreFolder.Begin.AddSeconds(number))]);
    }

    private string Write(string text)
    {
        string file = Path.Combine(_folder.Folder, "rules.json");
        File.WriteAllText(file, text);
        return file;
    }

    private JsonElement Printed() => JsonDocument.Parse(string.Join('\n', _screen.Lines)).RootElement;

    private Task<int> RunAsync(params string[] words)
    {
        _screen.Lines.Clear();
        _screen.Errors.Clear();
        RootCommand root = new();
        StationCommand.AddTo(root, _screen);
        return root.Parse(["station", "config", .. words, "--set", $"Cloud:DataFolder={_folder.Folder}"]).InvokeAsync();
    }
}
