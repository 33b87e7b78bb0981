using EnviAgriNet.Edge.Clock;
using EnviAgriNet.Edge.Downlink;
using EnviAgriNet.Edge.Outbox;
using EnviAgriNet.Edge.Rules;
using EnviAgriNet.Mqtt;
using EnviAgriNet.Protocol;
using EnviAgriNet.Protocol.Messages;
using EnviAgriNet.Protocol.Receipts;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Edge.Uplink;

/// <summary>Starts and stops the link, and hands what comes down to whom it concerns. Never waits for an actuator.</summary>
internal sealed partial class LinkInbox(
    IBrokerLink link,
    PackOutbox outbox,
    UplinkPump pump,
    AlertDesk alerts,
    ConfigDesk configs,
    CloudSilence silence,
    NodeClock clock,
    IOptions<StationOptions> station,
    TimeProvider time,
    ILogger<LinkInbox> logger) : BackgroundService
{
    private static readonly TimeSpan SubscribeAgain = TimeSpan.FromSeconds(30);

    /// <summary>When the last receipt of this outbox came, by the edge's clock; null while none came.</summary>
    public DateTimeOffset? LastReceiptAt { get; private set; }

    /// <summary>Takes one message over.</summary>
    internal void Take(LinkMessage message)
    {
        if (message.Topic == station.Value.TopicOf(Topics.Receipts))
        {
            TakeReceipt(message);
        }
        else if (message.Topic == station.Value.TopicOf(Topics.Alerts))
        {
            if (MessageJson.DecodeNotice(message.Payload, out string? fault) is { } notice)
            {
                alerts.Submit(notice);
            }
            else
            {
                LogUnreadable("alert", fault);
            }
        }
        else if (message.Topic == station.Value.TopicOf(Topics.Config))
        {
            configs.Take(message.Payload);
        }
    }

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await link.StartAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await link.StopAsync(cancellationToken);
        await base.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken) => await Task.WhenAll(
        SubscribeAsync(station.Value.TopicOf(Topics.Receipts), stoppingToken),
        SubscribeAsync(station.Value.TopicOf(Topics.Alerts), stoppingToken),
        SubscribeAsync(station.Value.TopicOf(Topics.Config), stoppingToken),
        ReadAsync(stoppingToken));

    private async Task SubscribeAsync(string filter, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await link.SubscribeAsync(filter, DeliveryQuality.AtLeastOnce, stoppingToken);
                return;
            }
            catch (LinkException e)
            {
                // A broker that refuses may be set right later; until then packs stay, and are safe.
                LogNotSubscribed(filter, e);
                await Task.Delay(SubscribeAgain, time, stoppingToken);
            }
        }
    }

    private async Task ReadAsync(CancellationToken stoppingToken)
    {
        await foreach (LinkMessage message in link.MessagesAsync(stoppingToken))
        {
            try
            {
                Take(message);
            }
            catch (OutboxException e)
            {
                // The pack is sent again after its time-out and receipted again; so is a config that the health says is not in force.
                LogNotTaken(e);
            }
        }
    }

    private void TakeReceipt(LinkMessage message)
    {
        if (MessageJson.DecodeReceipt(message.Payload, out string? fault) is not { } receipt)
        {
            LogUnreadable("receipt", fault);
            return;
        }

        // What the broker kept may be of any day: it frees what it names, and proves neither the time nor that the cloud is there.
        if (!message.Retained)
        {
            TakeSign(receipt);
        }

        pump.Receipted(outbox.Accept(receipt));
    }

    private void TakeSign(Receipt receipt)
    {
        TimeSpan now = ClockWatch.Monotonic(time);
        if (receipt.At > 0 && receipt.At < DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        {
            clock.Witness(DateTimeOffset.FromUnixTimeMilliseconds((long)(receipt.At * 1000)), now);
        }

        if (receipt.Outbox == outbox.Id)
        {
            silence.Hear();
            LastReceiptAt = clock.At(now);
        }
    }

    [LoggerMessage(3230, LogLevel.Warning, "A {Kind} could not be read: '{Fault}'")]
    private partial void LogUnreadable(string kind, string? fault);

    [LoggerMessage(3231, LogLevel.Warning, "The broker refused the subscription '{Filter}'; tried again soon")]
    private partial void LogNotSubscribed(string filter, Exception fault);

    [LoggerMessage(3232, LogLevel.Warning, "A receipt or a config could not be kept; it will be repeated")]
    private partial void LogNotTaken(Exception fault);
}
