using EnviAgriNet.Edge.Clock;
using EnviAgriNet.Edge.Downlink;
using EnviAgriNet.Edge.Intake;
using EnviAgriNet.Edge.Rules;
using EnviAgriNet.Edge.Status;
using EnviAgriNet.Edge.Uplink;
using EnviAgriNet.Mqtt;
using EnviAgriNet.Protocol.Messages;
using EnviAgriNet.Protocol.Receipts;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Edge.Tests.Uplink;

/// <summary>What a receipt proves, and what it does not.</summary>
public sealed class LinkInboxTests : IDisposable
{
    private static readonly TimeSpan AloneAfter = TimeSpan.FromMinutes(10);

    private readonly OutboxBench _bench = new();
    private readonly StillLink _link = new();
    private readonly CloudSilence _silence;
    private readonly UplinkPump _pump;
    private readonly AlertDesk _alerts;
    private readonly LinkInbox _inbox;

    public LinkInboxTests()
    {
        // A board without a battery: it woke three years back and nobody has told it the time.
        _bench.Clock = new NodeClock(new ClockOptions(), "boot-1", []);
        _bench.Clock.Observe(_bench.Time.GetUtcNow().AddYears(-3), _bench.Time.Mono, isSynced: false);
        IOptions<StationOptions> station = Options.Create(new StationOptions { Id = "cm-01", Region = "5001" });
        _silence = new CloudSilence(_link, _bench.Outbox, Options.Create(new RulesOptions { AloneAfter = AloneAfter }), _bench.Time);
        _pump = new UplinkPump(
            _bench.Outbox, _link, Options.Create(new UplinkOptions()), station, _bench.Time, NullLogger<UplinkPump>.Instance);
        _alerts = new AlertDesk(
            _bench.Outbox, _bench.Clock, new LatestValues(), Options.Create(new DownlinkOptions()), Options.Create(new StatusOptions()),
            _bench.Time, NullLogger<AlertDesk>.Instance);
        ConfigDesk configs = new(_bench.Outbox, _bench.Clock, _bench.Time, NullLogger<ConfigDesk>.Instance);
        _inbox = new LinkInbox(
            _link, _bench.Outbox, _pump, _alerts, configs, _silence, _bench.Clock, station, _bench.Time, NullLogger<LinkInbox>.Instance);
    }

    private DateTimeOffset Now => _bench.Clock.At(_bench.Time.Mono);

    public void Dispose()
    {
        _inbox.Dispose();
        _alerts.Dispose();
        _pump.Dispose();
        _bench.Dispose();
    }

    [Fact]
    public void Take_OwnReceipt_FreesTellsTheTimeAndEndsTheSilence()
    {
        AloneWithPacks();
        Take(Receipt(_bench.Outbox.Id), isRetained: false);
        Assert.Equal([3], _bench.Waiting().Select(p => p.Sequence));
        Assert.Equal((ClockState.Estimated, _bench.Time.GetUtcNow()), (_bench.Clock.State, Now));
        Assert.Equal(_bench.Time.GetUtcNow(), _inbox.LastReceiptAt);
        Assert.False(_silence.IsAlone);
    }

    /// <summary>It may be of any day, so that it proves what is stored and nothing else.</summary>
    [Fact]
    public void Take_ReceiptKeptByTheBroker_FreesAndSaysNothingOfNow()
    {
        AloneWithPacks();
        DateTimeOffset before = Now;
        Take(Receipt(_bench.Outbox.Id), isRetained: true);
        Assert.Equal([3], _bench.Waiting().Select(p => p.Sequence));
        Assert.Equal((ClockState.Unsynced, before), (_bench.Clock.State, Now));
        Assert.Null(_inbox.LastReceiptAt);
        Assert.True(_silence.IsAlone);
    }

    /// <summary>The cloud's time is true whatever it answers; the packs and the line to the cloud are another outbox's.</summary>
    [Fact]
    public void Take_ReceiptOfAnotherOutbox_TellsTheTimeAndFreesNothing()
    {
        AloneWithPacks();
        Take(Receipt("another"), isRetained: false);
        Assert.Equal([1, 2, 3], _bench.Waiting().Select(p => p.Sequence));
        Assert.Equal(_bench.Time.GetUtcNow(), Now);
        Assert.Null(_inbox.LastReceiptAt);
        Assert.True(_silence.IsAlone);
    }

    private void AloneWithPacks()
    {
        _bench.PostPacks(3);
        _bench.Time.Advance(AloneAfter + TimeSpan.FromSeconds(1));
        Assert.True(_silence.IsAlone);
    }

    private Receipt Receipt(string outbox) =>
        new() { Outbox = outbox, At = _bench.Time.GetUtcNow().ToUnixTimeSeconds(), Stored = [[1, 2]] };

    private void Take(Receipt receipt, bool isRetained) =>
        _inbox.Take(new LinkMessage("eag/v1/50/cm-01/receipts", MessageJson.Encode(receipt), isRetained));
}
