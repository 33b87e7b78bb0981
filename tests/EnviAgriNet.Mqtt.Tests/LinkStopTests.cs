using EnviAgriNet.Testing;

namespace EnviAgriNet.Mqtt.Tests;

public sealed class LinkStopTests : IAsyncLifetime
{
    private MosquittoBroker _broker = null!;

    public async Task InitializeAsync() => _broker = await MosquittoBroker.StartAsync(null);

    public async Task DisposeAsync() => await _broker.DisposeAsync();

    [Fact]
    public async Task StopAsync_AfterManyPublications_SendsThemAll()
    {
        await using MosquittoLink watcher = await LinkBench.UpAsync(_broker);
        await watcher.HearAsync("flush");
        MosquittoLink link = await LinkBench.UpAsync(_broker);
        Task[] calls = [.. Enumerable.Range(0, 1_000).Select(i => link.SayAsync("flush", $"{i}"))];

        await link.StopAsync(CancellationToken.None);

        await Task.WhenAll(calls);
        Assert.Equal(LinkState.Down, link.State);
        Assert.Equal(1_000, (await watcher.ReadAsync(1_000)).Count);
        LinkException fault = await Assert.ThrowsAsync<LinkException>(() => link.SayAsync("flush", "late"));
        Assert.True(fault.IsTransient);
    }

    [Fact]
    public async Task StopAsync_AcknowledgementsNeverCome_EndsAfterItsTimeoutAndFailsThem()
    {
        await using StandInBroker standIn = new(StandInManner.Accept) { WithholdsAcknowledgements = true };
        LinkOptions options = LinkBench.Options(standIn.Port);
        options.StopTimeout = TimeSpan.FromMilliseconds(200);
        MosquittoLink link = await LinkBench.UpAsync(options);
        Task[] calls = [.. Enumerable.Range(0, 100).Select(i => link.SayAsync("a", $"{i}"))];

        await link.StopAsync(CancellationToken.None).WaitAsync(LinkBench.WaitMax);

        foreach (Task call in calls)
        {
            await Assert.ThrowsAsync<LinkException>(() => call);
        }
    }

    [Fact]
    public async Task StopAsync_StreamsBeingRead_EndsThem()
    {
        MosquittoLink link = await LinkBench.UpAsync(_broker);
        Task<List<LinkState>> states = Task.Run(async () => await link.StatesAsync(default).ToListAsync());
        Task<List<LinkMessage>> messages = Task.Run(async () => await link.MessagesAsync(default).ToListAsync());
        await link.HearAsync("a");
        await link.SayAsync("a", "b");

        await link.StopAsync(CancellationToken.None);

        Assert.Equal(LinkState.Down, (await states.WaitAsync(LinkBench.WaitMax))[^1]);
        Assert.True((await messages.WaitAsync(LinkBench.WaitMax)).Count <= 1);
    }

    [Fact]
    public async Task StartAsync_ASecondTime_Throws()
    {
        await using MosquittoLink link = await LinkBench.UpAsync(_broker);
        await Assert.ThrowsAsync<InvalidOperationException>(() => link.StartAsync(CancellationToken.None));
        await link.StopAsync(CancellationToken.None);
        await link.StopAsync(CancellationToken.None);
        await Assert.ThrowsAsync<InvalidOperationException>(() => link.StartAsync(CancellationToken.None));
    }

    [Fact]
    public async Task DisposeAsync_NeverStarted_EndsTheStreams()
    {
        MosquittoLink link = LinkBench.NewLink(LinkBench.Options(_broker.Port));
        await link.DisposeAsync();
        Assert.Empty(await link.MessagesAsync(default).ToListAsync());
        Assert.Equal([LinkState.Down], await link.StatesAsync(default).ToListAsync());
    }

    [Fact]
    public async Task DisposeAsync_WhileConnecting_Ends()
    {
        await using StandInBroker silent = new(StandInManner.SayNothing);
        MosquittoLink link = LinkBench.NewLink(LinkBench.Options(silent.Port));
        await link.StartAsync(CancellationToken.None);
        await LinkBench.WaitUntilAsync(() => !silent.Connects.IsEmpty, "the broker has the connect");
        await link.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Link_BrokerSaysNothing_WaitsWithoutSpinning()
    {
        await using StandInBroker silent = new(StandInManner.SayNothing);
        await using MosquittoLink link = LinkBench.NewLink(LinkBench.Options(silent.Port));
        await link.StartAsync(CancellationToken.None);
        await LinkBench.WaitUntilAsync(() => !silent.Connects.IsEmpty, "the broker has the connect");
        long before = link.TurnCount;
        await Task.Delay(TimeSpan.FromMilliseconds(500));
        Assert.InRange(link.TurnCount - before, 0, 5);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task DisposeAsync_AtAnyMoment_NeitherHangsNorCrashes(int seed)
    {
        Random random = new(seed);
        int descriptors = DescriptorCount();
        for (int i = 0; i < 150; i++)
        {
            await using MosquittoLink link = LinkBench.NewLink(LinkBench.Options(_broker.Port), seed: i);
            await link.HearAsync("cycle");
            await link.StartAsync(CancellationToken.None);
            int turns = random.Next(0, 400);
            for (int turn = 0; turn < turns; turn++)
            {
                await Task.Yield();
            }

            _ = link.PublishAsync("cycle", new byte[10], DeliveryQuality.AtLeastOnce, false, default)
                .ContinueWith(t => t.Exception, TaskScheduler.Default);
        }

        GC.Collect();
        Assert.True(DescriptorCount() < descriptors + 20, $"seed {seed}: descriptors leak");
    }

    private static int DescriptorCount() => Directory.GetFiles("/proc/self/fd").Length;
}
