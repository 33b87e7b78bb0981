using EnviAgriNet.Testing;

namespace EnviAgriNet.Mqtt.Tests;

public sealed class MosquittoLinkTests : IAsyncLifetime
{
    private MosquittoBroker _broker = null!;

    public async Task InitializeAsync() => _broker = await MosquittoBroker.StartAsync(null);

    public async Task DisposeAsync() => await _broker.DisposeAsync();

    [Theory]
    [InlineData(LinkProtocol.V5, DeliveryQuality.AtMostOnce)]
    [InlineData(LinkProtocol.V5, DeliveryQuality.AtLeastOnce)]
    [InlineData(LinkProtocol.V311, DeliveryQuality.AtMostOnce)]
    [InlineData(LinkProtocol.V311, DeliveryQuality.AtLeastOnce)]
    public async Task PublishAsync_ToASubscriber_Arrives(LinkProtocol protocol, DeliveryQuality quality)
    {
        LinkOptions options = LinkBench.Options(_broker.Port);
        options.Protocol = protocol;
        await using MosquittoLink link = await LinkBench.UpAsync(options);
        await link.HearAsync("a/+", quality);

        await link.SayAsync("a/b", "น้ำท่วม", quality);
        await link.PublishAsync("a/empty", default, quality, retain: false, CancellationToken.None);

        List<LinkMessage> messages = await link.ReadAsync(2);
        Assert.Equal("a/b", messages[0].Topic);
        Assert.Equal("น้ำท่วม", messages[0].Text());
        Assert.False(messages[0].Retained);
        Assert.Equal("a/empty", messages[1].Topic);
        Assert.True(messages[1].Payload.IsEmpty);
    }
}
