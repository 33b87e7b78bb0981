using System.Text;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Mqtt.Tests;

public sealed class LinkWillTests
{
    private static readonly LinkWill Will =
        new("health", Encoding.UTF8.GetBytes("offline"), DeliveryQuality.AtLeastOnce, Retain: true);

    [Fact]
    public async Task Will_ConnectionCut_IsSent()
    {
        await using MosquittoBroker broker = await MosquittoBroker.StartAsync(null);
        await using MosquittoLink watcher = await LinkBench.UpAsync(broker);
        await watcher.HearAsync("health");
        await using CuttingProxy proxy = new(broker.Port);
        await using MosquittoLink link = await LinkBench.UpAsync(LinkBench.Options(proxy.Port), Will);
        await link.SayAsync("health", "online", retain: true);
        Assert.Equal("online", Assert.Single(await watcher.ReadAsync(1)).Text());

        proxy.Cut();

        Assert.Equal("offline", Assert.Single(await watcher.ReadAsync(1)).Text());
    }

    [Theory]
    [InlineData(LinkProtocol.V5)]
    [InlineData(LinkProtocol.V311)]
    public async Task Will_CleanStop_IsNotSent(LinkProtocol protocol)
    {
        await using MosquittoBroker broker = await MosquittoBroker.StartAsync(null);
        await using MosquittoLink watcher = await LinkBench.UpAsync(broker);
        await watcher.HearAsync("#");
        for (int i = 0; i < 20; i++)
        {
            LinkOptions options = LinkBench.Options(broker.Port);
            options.Protocol = protocol;
            await using MosquittoLink link = await LinkBench.UpAsync(options, Will);
            await link.HearAsync("#");
            await link.StopAsync(CancellationToken.None);
        }

        await watcher.SayAsync("end", "end");
        Assert.Equal("end", Assert.Single(await watcher.ReadAsync(1)).Topic);
    }
}
