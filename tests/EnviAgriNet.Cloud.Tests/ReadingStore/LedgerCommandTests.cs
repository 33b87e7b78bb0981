using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Commands;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Tests.Commands;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Hosting;
using Microsoft.Extensions.Configuration;

namespace EnviAgriNet.Cloud.Tests.ReadingStore;

public sealed class LedgerCommandTests
{
    [Fact]
    public void Run_BesideAnOpenStore_SeesTheNewestCommit()
    {
        using StoreFolder folder = new();
        using SqliteReadingStore store = folder.Open();
        for (int sequence = 1; sequence <= 3; sequence++)
        {
            store.Commit([folder.Pack(sequence * 2, StoreFolder.Reading(sequence, 1))]);
            JsonNode json = Json(folder, null);
            Assert.Equal(sequence, (int)json["total"]!["packs_stored"]!);
            Assert.Equal(sequence, (int)json["stations"]![0]!["packs_missing"]!);
            Assert.Equal("centre-1", (string?)json["stations"]![0]!["station"]);
        }
    }

    [Fact]
    public void Run_OneStation_ShowsNoOther()
    {
        using StoreFolder folder = new();
        using (SqliteReadingStore store = folder.Open())
        {
            store.Commit([
                folder.Pack(1, StoreFolder.Reading(1, 1)),
                folder.Pack(StationId.Parse("centre-2"), "b", 1, default, StoreFolder.Reading(1, 1), StoreFolder.Reading(2, 1))]);
        }

        Assert.Equal(2, (int)Json(folder, "centre-2")["total"]!["readings_stored"]!);
        Screen screen = new();
        Assert.Equal(ExitCodes.Ok, LedgerCommand.Run(Settings(folder), null, asJson: false, screen));
        Assert.Equal(4, screen.Lines.Count);
        Assert.StartsWith("total", screen.Lines[^1]);
    }

    [Fact]
    public void Run_NoFileOrBadStation_SaysSo()
    {
        using StoreFolder folder = new();
        Screen screen = new();
        Assert.Equal(ExitCodes.Failed, LedgerCommand.Run(Settings(folder), null, asJson: true, screen));
        Assert.Equal(ExitCodes.Usage, LedgerCommand.Run(Settings(folder), "A B", asJson: true, screen));
        Assert.Equal(2, screen.Errors.Count);
    }

    private static JsonNode Json(StoreFolder folder, string? station)
    {
        Screen screen = new();
        Assert.Equal(ExitCodes.Ok, LedgerCommand.Run(Settings(folder), station, asJson: true, screen));
        return JsonNode.Parse(screen.Lines.Single())!;
    }

    private static IConfigurationRoot Settings(StoreFolder folder) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["Cloud:DataFolder"] = folder.Folder })
        .Build();
}
