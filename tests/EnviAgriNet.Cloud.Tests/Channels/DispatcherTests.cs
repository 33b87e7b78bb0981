using System.Diagnostics.Metrics;
using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Channels.Sms;
using EnviAgriNet.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace EnviAgriNet.Cloud.Tests.Channels;

public sealed class DispatcherTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly RegistryRoom _room = new();
    private readonly ChannelBells _bells = new();
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();

    public void Dispose()
    {
        _bells.Dispose();
        _services.Dispose();
        _room.Dispose();
    }

    [Fact]
    public async Task Dispatcher_QueueOf300_EachPersonOnce_ThroughRestarts()
    {
        People(300);
        _room.Target(FakeAlertBook.Alert());
        ScriptedChannel channel = new(_ => Task.FromResult(SendOutcome.Sent));
        for (int restart = 0; restart < 5; restart++)
        {
            using Dispatcher dispatcher = Dispatcher(channel);
            await dispatcher.StartAsync(CancellationToken.None);
            await Eventually.HoldsAsync("some were sent", Limit, () => channel.Attempts.Count >= Math.Min(300, (restart + 1) * 60));
            await dispatcher.StopAsync(CancellationToken.None);
        }

        using Dispatcher last = Dispatcher(channel);
        await last.StartAsync(CancellationToken.None);
        await Eventually.HoldsAsync("all 300 are sent", Limit, () => _room.Deliveries.Counts()["sent"] == 300);
        await last.StopAsync(CancellationToken.None);
        Assert.Equal(300, channel.Attempts.Count);
        Assert.Equal(300, channel.Attempts.Select(job => job.Recipient).Distinct().Count());
    }

    [Fact]
    public async Task Dispatcher_GatewayAway_BreakerOpens_AndEachIsSentOnceItIsBack()
    {
        People(30);
        _room.Target(FakeAlertBook.Alert());
        bool isAway = true;
        ScriptedChannel channel = new(_ => Task.FromResult(isAway ? SendOutcome.Away("away") : SendOutcome.Sent))
        {
            Pace = new() { InFlightMax = 5, RetryMin = TimeSpan.FromMilliseconds(50), RetryMax = TimeSpan.FromSeconds(30), ProbeMax = TimeSpan.FromMilliseconds(100) },
        };
        using Dispatcher dispatcher = Dispatcher(channel);
        await dispatcher.StartAsync(CancellationToken.None);
        await Eventually.HoldsAsync("the dead channel is probed", Limit, () => channel.Attempts.Count >= 12);

        // The breaker keeps the rest in the queue: only the first handful was tried before it opened.
        Assert.InRange(channel.Attempts.Select(job => job.Id).Distinct().Count(), 1, 12);
        Volatile.Write(ref isAway, false);
        await Eventually.HoldsAsync("all are sent", Limit, () => _room.Deliveries.Counts()["sent"] == 30);
        await dispatcher.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Dispatcher_CrashDuringTheCall_WaitsForTheReceipt_ThenRepeatsOnce()
    {
        People(2);
        _room.Target(FakeAlertBook.Alert());

        // Claimed and never settled is what a crash between the claim and the answer leaves behind.
        IReadOnlyList<DeliveryJob> lost = _room.Deliveries.Turn("sms", [], 2, DateTimeOffset.UtcNow.AddSeconds(1)).Jobs;
        ScriptedChannel channel = new(_ => Task.FromResult(SendOutcome.FateUnknown("no answer in time")))
        {
            Pace = new() { SettleAfter = TimeSpan.FromMilliseconds(400), RatePerSecond = 1_000 },
        };
        using Dispatcher dispatcher = Dispatcher(channel);
        await dispatcher.StartAsync(CancellationToken.None);
        await Eventually.HoldsAsync("both are of unknown fate", Limit, () => _room.Deliveries.Counts()["unknown"] == 2);
        Assert.Empty(channel.Attempts);
        _room.Receipts.Enter([new SmsReceipt(lost[0].Id, "main", ReceiptCode.Delivered, "1", "")], DateTimeOffset.UtcNow);

        await Eventually.HoldsAsync("the one without a receipt is repeated", Limit, () => channel.Attempts.Count == 1);
        Assert.Equal(lost[1].Id, channel.Attempts.Single().Id);
        await Eventually.HoldsAsync("it is settled", Limit, () => _room.Deliveries.Counts()["unknown"] == 1);
        await Task.Delay(TimeSpan.FromSeconds(1));
        Assert.Single(channel.Attempts);
        await dispatcher.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Dispatcher_NewDelivery_IsAttemptedAtOnce()
    {
        People(1);
        ScriptedChannel channel = new(_ => Task.FromResult(SendOutcome.Sent));
        using Dispatcher dispatcher = Dispatcher(channel);
        await dispatcher.StartAsync(CancellationToken.None);
        List<double> delays = [];
        for (int n = 1; n <= 40; n++)
        {
            long began = TimeProvider.System.GetTimestamp();
            _room.Target(FakeAlertBook.Alert($"E{n}"));
            _bells.RingAll();
            await Eventually.HoldsAsync($"delivery {n} is attempted", Limit, () => channel.Attempts.Count == n);
            delays.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
        }

        await dispatcher.StopAsync(CancellationToken.None);
        delays.Sort();
        Assert.True(delays[20] < 250, $"median {delays[20]} ms");
    }

    /// <summary>P11: a call that broke may have gone out, so that it is not made again before a receipt could have come.</summary>
    [Fact]
    public async Task Dispatcher_ChannelThatThrows_IsOfUnknownFateAndNotCalledAgainAtOnce()
    {
        People(1);
        _room.Target(FakeAlertBook.Alert());
        ScriptedChannel channel = new(_ => throw new InvalidOperationException("broken"));
        using Dispatcher dispatcher = Dispatcher(channel);
        await dispatcher.StartAsync(CancellationToken.None);
        await Eventually.HoldsAsync("it is of unknown fate", Limit, () => _room.Deliveries.Counts()["unknown"] == 1);
        await dispatcher.StopAsync(CancellationToken.None);
        Assert.Single(channel.Attempts);
    }

    [Fact]
    public async Task Dispatcher_GatewayThatAsksForTime_GetsIt()
    {
        People(1);
        _room.Target(FakeAlertBook.Alert());
        ScriptedChannel channel = new(_ => Task.FromResult(SendOutcome.Later("full", TimeSpan.FromMinutes(10))));
        using Dispatcher dispatcher = Dispatcher(channel);
        await dispatcher.StartAsync(CancellationToken.None);
        await Eventually.HoldsAsync(
            "the next attempt is ten minutes ahead", Limit,
            () => _room.Deliveries.Turn("sms", [], 0, DateTimeOffset.UtcNow).NextAt > DateTimeOffset.UtcNow.AddMinutes(9));
        await dispatcher.StopAsync(CancellationToken.None);
        Assert.Single(channel.Attempts);
    }

    [Fact]
    public async Task Step_WithNothingToSend_SpendsNothingOfTheRate()
    {
        People(1);
        ManualTime time = new();
        time.Advance(TimeSpan.FromSeconds(10));
        ScriptedChannel channel = new(_ => Task.FromResult(SendOutcome.Sent)) { Pace = new() { RatePerSecond = 1 } };
        using Dispatcher dispatcher = Dispatcher(channel, time);
        dispatcher.Step(CancellationToken.None);
        _room.Target(FakeAlertBook.Alert());
        dispatcher.Step(CancellationToken.None);
        await Eventually.HoldsAsync("it is attempted in the same moment", Limit, () => channel.Attempts.Count == 1);
    }

    [Fact]
    public void Turn_MoreSevere_GoesFirst_AndOldestWithin()
    {
        People(2);
        _room.Target(FakeAlertBook.Alert("minor", severity: "Minor"));
        _room.Target(FakeAlertBook.Alert("extreme", severity: "Extreme"));

        IReadOnlyList<DeliveryJob> jobs = _room.Deliveries.Turn("sms", [], 10, DateTimeOffset.UtcNow.AddSeconds(1)).Jobs;

        Assert.Equal(["extreme-v1 1", "extreme-v1 2", "minor-v1 1", "minor-v1 2"], jobs.Select(job => $"{job.Alert} {job.Recipient}"));
    }

    [Fact]
    public void Sweep_PastTheDeadline_ExpiresWhatWasNotSent()
    {
        People(2);
        _room.Target(FakeAlertBook.Alert(life: TimeSpan.FromMinutes(5)));
        DateTimeOffset later = DateTimeOffset.UtcNow.AddMinutes(6);

        Assert.Empty(_room.Deliveries.Turn("sms", [], 10, later).Jobs);
        Assert.Equal(2, _room.Deliveries.Sweep(later, later.AddHours(-1)));
        Assert.Equal(2, _room.Deliveries.Counts()["expired"]);
    }

    private void People(int count) => _room.Subscribers.Store(
        [.. Enumerable.Range(0, count).Select(n => RegistryRoom.Person($"08{n:00000000}"))]);

    private Dispatcher Dispatcher(IChannel channel, TimeProvider? time = null) => new(
        channel,
        _room.Deliveries,
        _bells,
        new ChannelMetrics(_services.GetRequiredService<IMeterFactory>()),
        time ?? TimeProvider.System,
        seed: 7,
        NullLogger<Dispatcher>.Instance);
}
