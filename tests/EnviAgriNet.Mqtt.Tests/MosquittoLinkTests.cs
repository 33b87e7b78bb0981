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

    [Fact]
    public async Task PublishAsync_ManyWithoutWaiting_ArriveInTheOrderOfTheCalls()
    {
        await using MosquittoLink link = await LinkBench.UpAsync(_broker);
        await link.HearAsync("order");

        Task[] calls = [.. Enumerable.Range(0, 2_000).Select(i => link.SayAsync("order", $"{i}"))];
        List<LinkMessage> messages = await link.ReadAsync(calls.Length);
        await Task.WhenAll(calls);

        Assert.Equal(Enumerable.Range(0, calls.Length).Select(i => $"{i}"), messages.Select(m => m.Text()));
    }

    [Fact]
    public async Task PublishAsync_Retained_ReachesALaterSubscriberAsRetained()
    {
        await using MosquittoLink link = await LinkBench.UpAsync(_broker);
        await link.SayAsync("kept", "config", retain: true);

        await using MosquittoLink later = await LinkBench.UpAsync(_broker);
        await later.HearAsync("kept");

        LinkMessage message = Assert.Single(await later.ReadAsync(1));
        Assert.True(message.Retained);
        Assert.Equal("config", message.Text());
    }

    [Fact]
    public async Task PublishAsync_LargePayload_ArrivesWhole()
    {
        await using MosquittoLink link = await LinkBench.UpAsync(_broker);
        await link.HearAsync("large");
        byte[] payload = new byte[4_000_000];
        new Random(5).NextBytes(payload);

        await link.PublishAsync("large", payload, DeliveryQuality.AtLeastOnce, false, CancellationToken.None);

        Assert.True(Assert.Single(await link.ReadAsync(1)).Payload.Span.SequenceEqual(payload));
    }

    [Fact]
    public async Task PublishAsync_TooLargeForTheBroker_FailsForGoodAndTheLinkStays()
    {
        MosquittoSettings settings = new() { ExtraLines = ["max_packet_size 2000"] };
        await using MosquittoBroker small = await MosquittoBroker.StartAsync(settings);
        await using MosquittoLink link = await LinkBench.UpAsync(small);

        LinkException fault = await Assert.ThrowsAsync<LinkException>(() => link.SayAsync("a", new string('x', 5_000)));
        Assert.False(fault.IsTransient);
        await link.SayAsync("a", "short");
        Assert.Equal(LinkState.Up, link.State);
    }

    [Fact]
    public async Task PublishAsync_BeforeStart_FailsAsTransient()
    {
        await using MosquittoLink link = LinkBench.NewLink(LinkBench.Options(_broker.Port));
        LinkException fault = await Assert.ThrowsAsync<LinkException>(() => link.SayAsync("a", "b"));
        Assert.True(fault.IsTransient);
    }

    [Fact]
    public async Task PublishAsync_BadTopic_ThrowsBeforeTheFirstAwait()
    {
        await using MosquittoLink link = LinkBench.NewLink(LinkBench.Options(_broker.Port));
        Assert.Throws<ArgumentException>(
            () => { _ = link.PublishAsync("a/+", default, DeliveryQuality.AtMostOnce, false, default); });
        await Assert.ThrowsAsync<ArgumentException>(() => link.HearAsync("a#"));
    }

    [Fact]
    public async Task PublishAsync_CancelledWhileWaiting_EndsAsCancelled()
    {
        await using StandInBroker standIn = new(StandInManner.Accept) { WithholdsAcknowledgements = true };
        LinkOptions options = LinkBench.Options(standIn.Port);
        options.StopTimeout = TimeSpan.Zero;
        await using MosquittoLink link = await LinkBench.UpAsync(options);
        using CancellationTokenSource cancel = new();

        Task publishing = link.PublishAsync("a", default, DeliveryQuality.AtLeastOnce, false, cancel.Token);
        await LinkBench.WaitUntilAsync(() => standIn.UnacknowledgedCount == 1, "the message is out");
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => publishing);

        await standIn.AcknowledgeAllAsync();
        Task next = link.SayAsync("a", "b");
        await LinkBench.WaitUntilAsync(() => standIn.UnacknowledgedCount == 1, "the next message is out");
        await standIn.AcknowledgeAllAsync();
        await next;
    }

    [Fact]
    public async Task SubscribeAsync_SharedFilter_DividesTheMessages()
    {
        await using MosquittoLink first = await LinkBench.UpAsync(_broker);
        await using MosquittoLink second = await LinkBench.UpAsync(_broker);
        await using MosquittoLink sender = await LinkBench.UpAsync(_broker);
        await first.HearAsync("$share/cloud/s/+");
        await second.HearAsync("$share/cloud/s/+");

        for (int i = 0; i < 100; i++)
        {
            await sender.SayAsync("s/x", $"{i}");
        }

        List<LinkMessage>[] read = await Task.WhenAll(first.ReadAsync(50), second.ReadAsync(50));
        Assert.Equal(
            Enumerable.Range(0, 100), read.SelectMany(r => r).Select(m => int.Parse(m.Text())).Order());
    }

    [Theory]
    [InlineData(LinkProtocol.V5)]
    [InlineData(LinkProtocol.V311)]
    public async Task CleanSession_False_KeepsMessagesWhileTheLinkIsAway(LinkProtocol protocol)
    {
        LinkOptions options = LinkBench.Options(_broker.Port, "keeper");
        options.CleanSession = false;
        options.Protocol = protocol;
        await using (MosquittoLink link = await LinkBench.UpAsync(options))
        {
            await link.HearAsync("later");
        }

        await using MosquittoLink sender = await LinkBench.UpAsync(_broker);
        await sender.SayAsync("later", "while you were away");

        await using MosquittoLink again = await LinkBench.UpAsync(options);
        Assert.Equal("while you were away", Assert.Single(await again.ReadAsync(1)).Text());
    }
}
