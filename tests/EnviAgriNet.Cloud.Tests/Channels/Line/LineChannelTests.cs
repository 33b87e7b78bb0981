using System.Diagnostics.Metrics;
using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Channels.Line;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Tests.Channels.Line;

public sealed class LineChannelTests : IAsyncLifetime
{
    // Four answers in a row are lost in the longest of these, and the pauses between tries double: quiet, it takes just under 20 seconds.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    private readonly RegistryRoom _room = new();
    private readonly ChannelBells _bells = new();
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private LineStandIn _line = null!;
    private LineOptions _options = null!;

    public async Task InitializeAsync()
    {
        _line = await LineStandIn.StartAsync();
        _options = new LineOptions
        {
            Url = _line.Address,
            TokenFile = Path.Combine(_room.Folder, "line.token"),
            SecretFile = Path.Combine(_room.Folder, "line.secret"),
            CallTimeout = TimeSpan.FromSeconds(5),
            Pace = new() { RatePerSecond = 10_000, InFlightMax = 500, RetryMin = TimeSpan.FromMilliseconds(20), RetryMax = TimeSpan.FromMilliseconds(60) },
        };
        File.WriteAllText(_options.TokenFile, LineStandIn.Token + "\n");
        File.WriteAllText(_options.SecretFile, "secret\n");
    }

    public async Task DisposeAsync()
    {
        await _line.DisposeAsync();
        _bells.Dispose();
        await _services.DisposeAsync();
        _room.Dispose();
    }

    [Fact]
    public async Task Dispatcher_700People_GetItOnceInFewCalls_ThoughAnswersAreLost()
    {
        People(700);
        _line.BreakAfterTaking = 3;
        _line.TooFast = 1;
        _room.Target(FakeAlertBook.Alert(), "line");

        await DispatchAsync(() => _room.Deliveries.Counts()["sent"] == 700);

        Assert.Equal(700, _line.Delivered.Count);
        Assert.Equal(700, _line.Delivered.Select(message => message.User).Distinct().Count());
        Assert.InRange(_line.Sizes.Count, 2, 40);
        Assert.Empty(_line.Faults);
        Assert.StartsWith("หมอกควันรุนแรง\n", _line.Delivered.First().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dispatcher_CrashAfterTheCall_RepeatIsRecognised()
    {
        People(30);
        _room.Target(FakeAlertBook.Alert(), "line");

        // The call was made and taken, and the program ended before the answer was entered.
        IReadOnlyList<DeliveryJob> lost = _room.Deliveries.Turn("line", [], 20, DateTimeOffset.UtcNow.AddSeconds(1)).Jobs;
        await Channel().SendAsync(lost, CancellationToken.None);
        _room.Database.Write(connection => Cloud.Registry.RegistrySql.Run(connection, "UPDATE line_batch SET is_accepted = 0"));

        await DispatchAsync(() => _room.Deliveries.Counts()["sent"] == 30);

        Assert.Equal(30, _line.Delivered.Count);
        Assert.Equal(30, _line.Delivered.Select(message => message.User).Distinct().Count());
    }

    [Fact]
    public async Task Dispatcher_QuotaShort_MostSevereFirst_AndTheRestFailsAndIsSeen()
    {
        People(40);
        _line.Quota = 50;
        _room.Target(FakeAlertBook.Alert("mild", severity: "Moderate"), "line");
        _room.Target(FakeAlertBook.Alert("grave", severity: "Extreme"), "line");

        await DispatchAsync(() => _room.Deliveries.Counts() is { } c && c["sent"] + c["failed"] == 80);

        DeliveryLine[] lines = [.. _room.Deliveries.Newest(100)];
        Assert.Equal(40, lines.Count(line => line.Event == "grave" && line.State == "sent"));

        // A fifth of the month is kept for what is grave.
        Assert.Equal(0, lines.Count(line => line.Event == "mild" && line.State == "sent"));
        Assert.All(lines.Where(line => line.Event == "mild"), line => Assert.Equal("quota", line.Reason));
    }

    [Fact]
    public async Task Send_PersonStoppedOrWithAStrangeId_IsLeftOut()
    {
        People(3);
        _room.Database.Write(connection => Cloud.Registry.RegistrySql.Run(connection, "UPDATE contact SET state = 'stopped' WHERE subscriber = 2"));
        _room.Subscribers.Store([Person("Uxyz")]);
        DeliveryJob[] jobs = [.. Enumerable.Range(1, 4).Select(n => new DeliveryJob(n, $"{n}", "E1-v1", "text", "Severe", DateTimeOffset.MaxValue, 1, 0))];

        IReadOnlyList<SendOutcome> outcomes = await Channel().SendAsync(jobs, CancellationToken.None);

        Assert.Equal(["Sent", "Failed", "Sent", "Failed"], outcomes.Select(outcome => outcome.State.ToString()));
        Assert.Equal(2, _line.Delivered.Count);
    }

    [Fact]
    public void KeyOf_SameDeliveries_IsTheSame_AndAnotherForOthers()
    {
        DeliveryJob[] jobs = [.. Enumerable.Range(1, 3).Select(n => new DeliveryJob(n, $"{n}", "E1-v1", "t", "Severe", DateTimeOffset.MaxValue, 1, 0))];

        Assert.Equal(LineBatchBook.KeyOf(jobs), LineBatchBook.KeyOf(jobs));
        Assert.NotEqual(LineBatchBook.KeyOf(jobs), LineBatchBook.KeyOf(jobs[1..]));
        Assert.Equal('8', LineBatchBook.KeyOf(jobs).ToString("D")[14]);
    }

    internal static string UserId(int number) => $"U{number:x32}";

    internal static Subscriber Person(string user) => new(
        "th", [RegionId.Parse("500101")], [], [new Contact(ContactChannels.Line, user)], new Consent("list", DateTimeOffset.UnixEpoch, "web"));

    private void People(int count) => _room.Subscribers.Store([.. Enumerable.Range(1, count).Select(n => Person(UserId(n)))]);

    private LineChannel Channel()
    {
        IOptions<LineOptions> options = Options.Create(_options);
        LineClient client = new(options);
        return new LineChannel(
            client,
            new LineQuotaMeter(client, options, TimeProvider.System),
            new LineBatchBook(_room.Database),
            _room.Recipients,
            options,
            TimeProvider.System);
    }

    private async Task DispatchAsync(Func<bool> isDone)
    {
        using Dispatcher dispatcher = new(
            Channel(), _room.Deliveries, _bells, new ChannelMetrics(_services.GetRequiredService<IMeterFactory>()), TimeProvider.System, 7, NullLogger<Dispatcher>.Instance);
        await dispatcher.StartAsync(CancellationToken.None);
        await Eventually.HoldsAsync("all deliveries are settled", Limit, isDone);
        await dispatcher.StopAsync(CancellationToken.None);
    }
}
