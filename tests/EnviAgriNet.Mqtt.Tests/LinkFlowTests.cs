using System.Diagnostics;
using EnviAgriNet.Testing;
using Xunit.Abstractions;

namespace EnviAgriNet.Mqtt.Tests;

public sealed class LinkFlowTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    public async Task PublishAsync_AcknowledgementsWithheld_NeverExceedsTheWindow(int inFlightMax)
    {
        await using StandInBroker standIn = new(StandInManner.Accept) { WithholdsAcknowledgements = true };
        LinkOptions options = LinkBench.Options(standIn.Port);
        options.InFlightMax = inFlightMax;
        await using MosquittoLink link = await LinkBench.UpAsync(options);
        Task all = Task.WhenAll(Enumerable.Range(0, 300).Select(i => link.SayAsync("a", $"{i}")));
        while (!all.IsCompleted)
        {
            await LinkBench.WaitUntilAsync(
                () => all.IsCompleted
                    || standIn.UnacknowledgedCount >= Math.Min(inFlightMax, 300 - standIn.PublishCount),
                "the window is full again");
            await standIn.AcknowledgeAllAsync();
        }

        await all;
        Assert.Equal(inFlightMax, standIn.UnacknowledgedMax);
        Assert.Equal(300, standIn.PublishCount);
    }

    [Fact]
    public async Task PublishAsync_BrokerAllowsFewerInFlight_IsObeyed()
    {
        MosquittoSettings settings = new() { ExtraLines = ["max_inflight_messages 3"] };
        await using MosquittoBroker broker = await MosquittoBroker.StartAsync(settings);
        await using MosquittoLink link = await LinkBench.UpAsync(broker);
        await Task.WhenAll(Enumerable.Range(0, 1_000).Select(i => link.SayAsync("a", $"{i}")));
        Assert.Equal(LinkState.Up, link.State);
    }

    [Fact]
    public async Task MessagesAsync_SlowReader_HoldsTheSocketBackAndLosesNothing()
    {
        const int Count = 20_000;
        await using MosquittoBroker broker = await MosquittoBroker.StartAsync(null);
        LinkOptions options = LinkBench.Options(broker.Port, "slow");
        options.ReceiveBufferMax = 100;
        options.KeepAlive = TimeSpan.FromSeconds(5);
        await using MosquittoLink slow = await LinkBench.UpAsync(options);
        await slow.HearAsync("flood");
        await using MosquittoLink sender = await LinkBench.UpAsync(broker);
        byte[] payload = new byte[500];
        await Task.WhenAll(Enumerable.Range(0, Count).Select(i =>
        {
            byte[] own = [.. BitConverter.GetBytes(i), .. payload];
            return sender.PublishAsync("flood", own, DeliveryQuality.AtLeastOnce, false, CancellationToken.None);
        })).WaitAsync(LinkBench.WaitMax);

        // Nobody reads until a broker that looks every five seconds would have found one and a half keep-alives of
        // silence: it must hear from us all the same.
        await Task.Delay(TimeSpan.FromSeconds(14));
        Assert.InRange(slow.ReceivedCount, 100, 100 + options.InFlightMax);
        long turns = slow.TurnCount;
        await Task.Delay(TimeSpan.FromMilliseconds(300));
        Assert.InRange(slow.TurnCount - turns, 0, 5);
        int expected = 0;
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(60));
        await foreach (LinkMessage message in slow.MessagesAsync(limit.Token))
        {
            Assert.Equal(expected, BitConverter.ToInt32(message.Payload.Span));
            expected++;
            if (expected % 1_000 == 0)
            {
                await Task.Delay(200, limit.Token);
                Assert.InRange(slow.ReceivedCount, 0, 100 + options.InFlightMax);
            }

            if (expected == Count)
            {
                break;
            }
        }

        Assert.Equal(LinkState.Up, slow.State);
        Assert.DoesNotContain("slow has exceeded timeout", broker.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("slow already connected", broker.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(64)]
    [InlineData(1_000)]
    public async Task Throughput_ForInformation(int inFlightMax)
    {
        const int Count = 100_000;
        await using MosquittoBroker broker = await MosquittoBroker.StartAsync(null);
        LinkOptions options = LinkBench.Options(broker.Port);
        options.InFlightMax = inFlightMax;
        await using MosquittoLink receiver = await LinkBench.UpAsync(options);
        await receiver.HearAsync("rate");
        await using MosquittoLink sender = await LinkBench.UpAsync(options);
        byte[] payload = new byte[100];
        TimeSpan cpuBefore = Environment.CpuUsage.TotalTime;
        long beganAt = Stopwatch.GetTimestamp();
        const int Publishers = 2_000;
        Task sending = Task.WhenAll(Enumerable.Range(0, Publishers).Select(async _ =>
        {
            for (int i = 0; i < Count / Publishers; i++)
            {
                await sender.PublishAsync("rate", payload, DeliveryQuality.AtLeastOnce, false, CancellationToken.None);
            }
        }));
        List<LinkMessage> messages = await receiver.ReadAsync(Count);
        await sending;
        double seconds = Stopwatch.GetElapsedTime(beganAt).TotalSeconds;
        using Process brokerProcess = Process.GetProcessById(broker.ProcessId);
        output.WriteLine(
            $"{Count / seconds:N0} QoS 1 messages a second published and received, window {inFlightMax}; CPU share: "
            + $"broker {brokerProcess.TotalProcessorTime.TotalSeconds / seconds:P0}, "
            + $"both links {(Environment.CpuUsage.TotalTime - cpuBefore).TotalSeconds / seconds:P0}");
        Assert.Equal(Count, messages.Count);
    }
}
