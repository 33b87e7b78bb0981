using System.Diagnostics.Metrics;
using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace EnviAgriNet.Cloud.Tests.Channels;

/// <summary>Each channel has a queue, a loop and a breaker of its own, on one registry.</summary>
public sealed class StarvationTests : IDisposable
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
    public async Task Dispatchers_OneHangsAndOneThrows_TheThirdFlows()
    {
        string[] names = ["sms", "phone", "line"];
        _room.Subscribers.Store([.. Enumerable.Range(0, 90).Select(n => RegistryRoom.Person($"08{n:00000000}", names[n % 3]))]);
        TaskCompletionSource<SendOutcome> never = new();
        IChannel[] channels =
        [
            new NamedChannel("sms", (_, abort) => never.Task.WaitAsync(abort)),
            new NamedChannel("phone", (_, _) => throw new InvalidOperationException("a fault of ours")),
            new NamedChannel("line", (_, _) => Task.FromResult(SendOutcome.Delivered)),
        ];
        _room.Target(FakeAlertBook.Alert(), names);
        Dispatcher[] dispatchers = [.. channels.Select(Dispatcher)];
        foreach (Dispatcher dispatcher in dispatchers)
        {
            await dispatcher.StartAsync(CancellationToken.None);
        }

        await Eventually.HoldsAsync(
            "all of the living channel have it", Limit, () => _room.Deliveries.Newest(90).Count(line => line.Channel == "line" && line.State == "delivered") == 30);

        Assert.DoesNotContain(_room.Deliveries.Newest(90), line => line.Channel != "line" && line.State == "delivered");
        await Task.WhenAll(dispatchers.Select(dispatcher => dispatcher.StopAsync(CancellationToken.None)));
        Assert.All(dispatchers, dispatcher => dispatcher.Dispose());
    }

    private Dispatcher Dispatcher(IChannel channel) => new(
        channel, _room.Deliveries, _bells, new ChannelMetrics(_services.GetRequiredService<IMeterFactory>()), TimeProvider.System, 7, NullLogger<Dispatcher>.Instance);

    private sealed class NamedChannel(string name, Func<DeliveryJob, CancellationToken, Task<SendOutcome>> answer) : IChannel
    {
        public string Name => name;

        public ChannelPace Pace { get; } = new() { RatePerSecond = 10_000 };

        public bool RepeatsAreHarmless => false;

        public Task<SendOutcome> SendAsync(DeliveryJob job, CancellationToken cancellationToken) => answer(job, cancellationToken);
    }
}
