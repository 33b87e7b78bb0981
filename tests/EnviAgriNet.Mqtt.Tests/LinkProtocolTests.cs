namespace EnviAgriNet.Mqtt.Tests;

public sealed class LinkProtocolTests
{
    [Theory]
    [InlineData(StandInManner.RefuseVersionInOldWords)]
    [InlineData(StandInManner.RefuseVersionInNewWords)]
    [InlineData(StandInManner.HangUp)]
    internal async Task Auto_BrokerWithoutMqtt5_FallsBackTo311(StandInManner manner)
    {
        await using StandInBroker standIn = new(manner);
        await using MosquittoLink link = await LinkBench.UpAsync(LinkBench.Options(standIn.Port));

        await link.SayAsync("a", "b");

        Assert.Equal<byte>([5, 4], standIn.Connects.Select(c => c.Version));
        Assert.Equal(1, standIn.PublishCount);
    }

    [Theory]
    [InlineData(LinkProtocol.Auto, 5)]
    [InlineData(LinkProtocol.V5, 5)]
    [InlineData(LinkProtocol.V311, 4)]
    public async Task Protocol_BrokerSpeaksBoth_IsTheOneAskedFor(LinkProtocol protocol, byte version)
    {
        await using StandInBroker standIn = new(StandInManner.Accept);
        LinkOptions options = LinkBench.Options(standIn.Port);
        options.Protocol = protocol;
        await using MosquittoLink link = await LinkBench.UpAsync(options);
        Assert.Equal([version], standIn.Connects.Select(c => c.Version));
    }

    [Fact]
    public async Task V5_BrokerWithoutMqtt5_NeverSpeaksTheOldVersion()
    {
        await using StandInBroker standIn = new(StandInManner.RefuseVersionInOldWords);
        LinkOptions options = LinkBench.Options(standIn.Port);
        options.Protocol = LinkProtocol.V5;
        await using MosquittoLink link = LinkBench.NewLink(options);
        await link.StartAsync(CancellationToken.None);
        await LinkBench.WaitUntilAsync(() => standIn.Connects.Count >= 4, "there are four attempts");
        Assert.All(standIn.Connects, c => Assert.Equal(5, c.Version));
    }
}
