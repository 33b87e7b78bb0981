using EnviAgriNet.Cloud.Ingest;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Cloud.Tests.Registry;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Mqtt;
using EnviAgriNet.Protocol.Configs;
using EnviAgriNet.Protocol.Messages;
using Microsoft.Extensions.Logging.Abstractions;

namespace EnviAgriNet.Cloud.Tests.Ingest;

public sealed class ConfigSenderTests : IDisposable
{
    private static readonly StationId Here = StationId.Parse("cm-001");

    private readonly RegistryRoom _room = new();
    private readonly FakeLink _link = new();
    private readonly StationHealthBook _healths = new();
    private readonly Testing.ManualTime _time = new(DateTimeOffset.UnixEpoch.AddYears(56));
    private readonly StationConfigBook _book;

    public ConfigSenderTests()
    {
        _room.Stations.Store([RegistryRoom.Station("cm-001", "500101")]);
        _book = new StationConfigBook(_room.Database, new AuditBook(_room.Database, _room.Keys, _time), _time);
    }

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task Step_NewVersion_GoesDownRetainedOnce_AndAgainAfterAStart()
    {
        ConfigSender sender = Sender();
        Assert.Equal(0, await sender.StepAsync(CancellationToken.None));

        _book.Set(Here, [StationConfigBookTests.Rule(4.5)], 0, "malee");
        Assert.Equal(1, await sender.StepAsync(CancellationToken.None));
        Assert.Equal(0, await sender.StepAsync(CancellationToken.None));
        _book.Set(Here, [], 0, "malee");
        Assert.Equal(1, await sender.StepAsync(CancellationToken.None));
        Assert.Equal(1, await Sender().StepAsync(CancellationToken.None));

        LinkMessage[] sent = [.. _link.Published];
        Assert.All(sent, message => Assert.True(message.Retained));
        Assert.All(sent, message => Assert.Equal("eag/v1/50/cm-001/config", message.Topic));
        Assert.Equal([1L, 2, 2], sent.Select(message => StationConfigJson.Decode(message.Payload, out _)!.Version));
    }

    [Fact]
    public async Task Step_StationWithAnOlderOne_GetsItAgainAfterAWhile_UnlessItRefused()
    {
        ConfigSender sender = Sender();
        _book.Set(Here, [StationConfigBookTests.Rule(4.5)], 0, "malee");
        await sender.StepAsync(CancellationToken.None);
        _healths.Put(Here, new StationHealth { State = "online", At = 1, Config = 0 });

        _time.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(0, await sender.StepAsync(CancellationToken.None));
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, await sender.StepAsync(CancellationToken.None));

        _healths.Put(Here, new StationHealth { State = "online", At = 2, Config = 0, ConfigRefused = 1 });
        _time.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(0, await sender.StepAsync(CancellationToken.None));
        _healths.Put(Here, new StationHealth { State = "online", At = 3, Config = 1 });
        Assert.Equal(0, await sender.StepAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Step_LinkDown_IsTriedAgain()
    {
        ConfigSender sender = Sender();
        _book.Set(Here, [], 0, "malee");
        _link.FailsPublishing = true;
        await Assert.ThrowsAsync<LinkException>(() => sender.StepAsync(CancellationToken.None));

        _link.FailsPublishing = false;
        Assert.Equal(1, await sender.StepAsync(CancellationToken.None));
    }

    private ConfigSender Sender() => new(_book, _room.Stations, _healths, _link, _time, NullLogger<ConfigSender>.Instance);
}
