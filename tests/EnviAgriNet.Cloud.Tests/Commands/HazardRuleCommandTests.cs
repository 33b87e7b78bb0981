using System.CommandLine;
using System.Text.Json;
using EnviAgriNet.Cloud.Commands;
using EnviAgriNet.Cloud.Tests.ReadingStore;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Tests.Commands;

public sealed class HazardRuleCommandTests : IDisposable
{
    private readonly StoreFolder _folder = new();
    private readonly List<string> _out = [];
    private readonly List<string> _errors = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Rule_AddedSwitchedOnAndOff_IsListedAsSuch()
    {
        string file = Write("mine.json", HazardRuleJson.Write(DefaultRules.Of(HazardKind.Landslide) with { Id = "landslide-hills" }, isIndented: true));

        Assert.Equal(ExitCodes.Ok, await RunAsync("hazard", "rule", "add", file, "--by", "nurse", "--reason", "steep slopes", "--json"));
        using (JsonDocument added = Document())
        {
            Assert.Equal("draft", added.RootElement.GetProperty("added").GetProperty("state").GetString());
            Assert.Equal(1, added.RootElement.GetProperty("added").GetProperty("version").GetInt32());
            Assert.Equal(0, added.RootElement.GetProperty("faults").GetArrayLength());
        }

        Assert.Equal(ExitCodes.Failed, await RunAsync("hazard", "rule", "on", "landslide-hills:1"));
        Assert.Contains("never tried", Assert.Single(_errors));
        Assert.Equal(ExitCodes.Ok, await RunAsync("hazard", "rule", "on", "landslide-hills:1", "--untried", "rain comes tonight", "--by", "chief"));
        Assert.Equal(ExitCodes.Ok, await RunAsync("hazard", "rule", "list"));
        Assert.Contains(_out, l => l.StartsWith("landslide-hills:1", StringComparison.Ordinal) && l.Contains(" On ", StringComparison.Ordinal));
        Assert.Equal(ExitCodes.Ok, await RunAsync("hazard", "rule", "off", "landslide-hills"));
        Assert.Equal(ExitCodes.Ok, await RunAsync("hazard", "rule", "show", "landslide-hills", "--json"));
        using JsonDocument shown = Document();
        Assert.Equal("off", shown.RootElement.GetProperty("state").GetString());
        Assert.Equal(["added", "on", "off"], shown.RootElement.GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("step").GetString()));
    }

    [Fact]
    public async Task Show_WhatItPrints_CanBeAddedAgain()
    {
        Assert.Equal(ExitCodes.Ok, await RunAsync("hazard", "rule", "show", "river-flood"));
        string file = Write("river.json", string.Join('\n', _out));
        Assert.Equal(ExitCodes.Ok, await RunAsync("hazard", "rule", "add", file, "--by", "nurse", "--reason", "a copy"));
        Assert.Contains("river-flood:1 added", Assert.Single(_out));
    }

    [Fact]
    public async Task Add_WithFaults_NamesThemAllAndAddsNothing()
    {
        string file = Write("bad.json", """{"id":"Bad","hazard":"smoke","moderate":{"raise":{"measure":"rain_2h","is":"~","value":1}}}""");

        Assert.Equal(ExitCodes.Failed, await RunAsync("hazard", "rule", "add", file, "--by", "nurse", "--reason", "x"));

        Assert.Empty(_out);
        string[] places = ["id", "hazard", "name", "source", "moderate.raise.measure", "moderate.raise.is", "timing"];
        Assert.All(places, p => Assert.Contains(_errors, e => e.StartsWith(p + ":", StringComparison.Ordinal)));
        Assert.Equal(ExitCodes.Ok, await RunAsync("hazard", "rule", "list", "--json"));
        using JsonDocument list = Document();
        Assert.Equal(DefaultRules.All.Count, list.RootElement.GetArrayLength());
    }

    [Theory]
    [InlineData("show nothing")]
    [InlineData("show haze:x")]
    [InlineData("show haze:9")]
    [InlineData("on haze")]
    [InlineData("add none.json --by a --reason b")]
    public async Task Rule_AWrongCall_IsToldSo(string words)
    {
        Assert.Equal(ExitCodes.Usage, await RunAsync(["hazard", "rule", .. words.Split(' ')]));
        Assert.NotEmpty(_errors);
        Assert.Empty(_out);
    }

    private string Write(string name, string text)
    {
        string file = Path.Combine(_folder.Folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    private JsonDocument Document() => JsonDocument.Parse(Assert.Single(_out));

    private Task<int> RunAsync(params string[] words)
    {
        _out.Clear();
        _errors.Clear();
        RootCommand root = new();
        HazardCommand.AddTo(root, new Screen(_out, _errors));
        return root.Parse([.. words, "--set", $"Cloud:DataFolder={_folder.Folder}"]).InvokeAsync();
    }

    private sealed class Screen(List<string> output, List<string> errors) : IConsole
    {
        public void Line(string text) => output.AddRange(text.Split('\n'));

        public void Error(string text) => errors.Add(text);
    }
}
