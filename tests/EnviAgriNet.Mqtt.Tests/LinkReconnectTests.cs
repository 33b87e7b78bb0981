using System.Diagnostics;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Mqtt.Tests;

public sealed class LinkReconnectTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Link_BrokerKilledAndStartedAgain_ComesBackAndSubscribesAgain(bool persistence)
    {
        MosquittoSettings settings = new() { Persistence = persistence };
        await using MosquittoBroker broker = await MosquittoBroker.StartAsync(settings);
        await using MosquittoLink link = await LinkBench.UpAsync(broker);
        await link.HearAsync("first");
        for (int round = 0; round < 3; round++)
        {
            await broker.KillAsync();
            await link.WaitForAsync(LinkState.Down);
            await link.HearAsync("while/down");
            LinkException fault = await Assert.ThrowsAsync<LinkException>(() => link.SayAsync("first", "x"));
            Assert.True(fault.IsTransient);

            await broker.StartAgainAsync();
            await link.WaitForAsync(LinkState.Up);
            await link.SayAsync("first", $"{round}");
            await link.SayAsync("while/down", $"{round}");
            Assert.Equal([$"{round}", $"{round}"], (await link.ReadAsync(2)).Select(m => m.Text()));
        }
    }

    [Fact]
    public async Task PublishAsync_BrokerKilledUnderLoad_FailsAndNeverHangs()
    {
        await using MosquittoBroker broker = await MosquittoBroker.StartAsync(null);
        await using MosquittoLink link = await LinkBench.UpAsync(broker);
        using CancellationTokenSource stop = new();
        int sent = 0;
        int failed = 0;
        Task[] publishers = [.. Enumerable.Range(0, 200).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                try
                {
                    await link.PublishAsync("load", new byte[100], DeliveryQuality.AtLeastOnce, false, default);
                    Interlocked.Increment(ref sent);
                }
                catch (LinkException fault) when (fault.IsTransient)
                {
                    Interlocked.Increment(ref failed);
                    await Task.Delay(1);
                }
            }
        }))];
        for (int round = 0; round < 3; round++)
        {
            int before = Volatile.Read(ref sent);
            await LinkBench.WaitUntilAsync(() => Volatile.Read(ref sent) > before + 1_000, "messages flow");
            before = Volatile.Read(ref failed);
            await broker.KillAsync();
            await LinkBench.WaitUntilAsync(() => Volatile.Read(ref failed) >= before + 200, "every publisher fails");
            await broker.StartAgainAsync();
        }

        await link.WaitForAsync(LinkState.Up);
        await stop.CancelAsync();
        await Task.WhenAll(publishers).WaitAsync(LinkBench.WaitMax);
    }

    [Fact]
    public async Task PublishAsync_AcknowledgementNeverComesAndTheLinkIsCut_FailsAsTransient()
    {
        await using StandInBroker standIn = new(StandInManner.Accept) { WithholdsAcknowledgements = true };
        await using CuttingProxy proxy = new(standIn.Port);
        await using MosquittoLink link = await LinkBench.UpAsync(LinkBench.Options(proxy.Port));
        Task[] publishing = [.. Enumerable.Range(0, 100).Select(i => link.SayAsync("a", $"{i}"))];
        await LinkBench.WaitUntilAsync(() => standIn.UnacknowledgedCount == 64, "the window is full");

        proxy.Cut();

        foreach (Task task in publishing)
        {
            LinkException fault = await Assert.ThrowsAsync<LinkException>(() => task);
            Assert.True(fault.IsTransient);
        }

        // Nothing that failed is sent again behind the caller's back.
        await link.WaitForAsync(LinkState.Up);
        Task next = link.SayAsync("a", "next");
        await LinkBench.WaitUntilAsync(() => standIn.PublishCount == 65, "the next message is out");
        await standIn.AcknowledgeAllAsync();
        await next;
        Assert.Equal(65, standIn.PublishCount);
    }

    [Fact]
    public async Task Link_PortClosed_BacksOffAndComesUpWhenItOpens()
    {
        int port;
        await using (MosquittoBroker gone = await MosquittoBroker.StartAsync(null))
        {
            port = gone.Port;
        }

        await using MosquittoLink link = LinkBench.NewLink(LinkBench.Options(port));
        await link.StartAsync(CancellationToken.None);
        await link.HearAsync("early");
        await link.WaitForAsync(LinkState.Connecting);
        await link.WaitForAsync(LinkState.Down);

        await using MosquittoBroker broker = await MosquittoBroker.StartAsync(new MosquittoSettings { Port = port });
        await link.WaitForAsync(LinkState.Up);
        await link.SayAsync("early", "bird");
        Assert.Equal("bird", Assert.Single(await link.ReadAsync(1)).Text());
    }

    [Fact]
    public async Task Link_CredentialsRefused_BacksOffWithGrowingDelays()
    {
        const int Seed = 11;
        await using StandInBroker standIn = new(StandInManner.RefuseCredentials);
        LinkOptions options = LinkBench.Options(standIn.Port);
        options.BackOffMax = TimeSpan.FromSeconds(10);
        await using MosquittoLink link = LinkBench.NewLink(options, seed: Seed);
        await link.StartAsync(CancellationToken.None);
        await LinkBench.WaitUntilAsync(() => standIn.Connects.Count >= 6, "there are six attempts");

        DateTimeOffset[] times = [.. standIn.Connects.Select(c => c.At)];
        BackOff expected = new(options.BackOffMin, options.BackOffMax, Seed);
        for (int i = 1; i < times.Length; i++)
        {
            TimeSpan gap = times[i] - times[i - 1];
            TimeSpan delay = expected.Next();
            Assert.True(gap > delay - TimeSpan.FromMilliseconds(5), $"Attempt {i} came after {gap}, not {delay}");
        }

        standIn.Manner = StandInManner.Accept;
        await link.WaitForAsync(LinkState.Up);
    }

    [Fact]
    public async Task Link_PasswordCorrectedInItsFile_ComesUp()
    {
        MosquittoSettings settings = new() { Passwords = new Dictionary<string, string> { ["station"] = "right" } };
        await using MosquittoBroker broker = await MosquittoBroker.StartAsync(settings);
        string file = Path.Combine(broker.Folder, "client-password");
        await File.WriteAllTextAsync(file, "wrong\n");
        LinkOptions options = LinkBench.Options(broker.Port);
        (options.Username, options.PasswordFile) = ("station", file);
        await using MosquittoLink link = LinkBench.NewLink(options);
        await link.StartAsync(CancellationToken.None);
        await LinkBench.WaitUntilAsync(
            () => broker.Output.Contains("not authorised", StringComparison.Ordinal), "the broker refuses");
        Assert.NotEqual(LinkState.Up, link.State);

        await File.WriteAllTextAsync(file, "right\n");
        await link.WaitForAsync(LinkState.Up);
    }

    [Fact]
    public async Task Link_HalfOpen_IsNoticedWithinOneAndAHalfKeepAlives()
    {
        await using MosquittoBroker broker = await MosquittoBroker.StartAsync(null);
        await using CuttingProxy proxy = new(broker.Port);
        LinkOptions options = LinkBench.Options(proxy.Port);
        options.KeepAlive = TimeSpan.FromSeconds(5);
        await using MosquittoLink link = await LinkBench.UpAsync(options);
        await link.SayAsync("a", "b");

        proxy.IsSwallowing = true;
        long beganAt = Stopwatch.GetTimestamp();
        Task publishing = link.SayAsync("a", "c");
        await link.WaitForAsync(LinkState.Down);
        TimeSpan noticed = Stopwatch.GetElapsedTime(beganAt);
        await Assert.ThrowsAsync<LinkException>(() => publishing);

        // Lower bound: not sooner than a late answer allows. The upper bound has room for a busy machine.
        Assert.InRange(noticed, TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(12));
        proxy.Cut();
        proxy.IsSwallowing = false;
        await link.WaitForAsync(LinkState.Up);
        await link.SayAsync("a", "d");
    }

    [Fact]
    public async Task Link_QuietForLongerThanTheKeepAlive_StaysUp()
    {
        await using MosquittoBroker broker = await MosquittoBroker.StartAsync(null);
        LinkOptions options = LinkBench.Options(broker.Port, "quiet");
        options.KeepAlive = TimeSpan.FromSeconds(5);
        await using MosquittoLink link = await LinkBench.UpAsync(options);
        List<LinkState> states = [];
        using CancellationTokenSource enough = new(TimeSpan.FromSeconds(17));
        try
        {
            await foreach (LinkState state in link.StatesAsync(enough.Token))
            {
                states.Add(state);
            }
        }
        catch (OperationCanceledException)
        {
            // Three keep-alives have passed.
        }

        Assert.Equal([LinkState.Up], states);
    }

    [Fact]
    public async Task Link_TwoWithTheSameId_DoNotThrowEachOtherOutAsFastAsTheyCan()
    {
        await using MosquittoBroker broker = await MosquittoBroker.StartAsync(null);
        await using MosquittoLink first = await LinkBench.UpAsync(LinkBench.Options(broker.Port, "twin"));
        await using MosquittoLink second = LinkBench.NewLink(LinkBench.Options(broker.Port, "twin"), seed: 2);
        await second.StartAsync(CancellationToken.None);
        await first.WaitForAsync(LinkState.Down);
        int TakeOvers() => broker.Output.Split("already connected").Length - 1;
        int before = TakeOvers();
        long beganAt = Stopwatch.GetTimestamp();
        await LinkBench.WaitUntilAsync(() => TakeOvers() >= before + 10, "they meet ten times");

        // Ten delays of at least the minimum lie between them.
        Assert.True(Stopwatch.GetElapsedTime(beganAt) > 9 * LinkBench.Options(broker.Port).BackOffMin);
    }
}
