using System.Diagnostics.Metrics;

namespace EnviAgriNet.Cloud.Channels;

/// <summary>The figures of the channels, by channel and fate; nothing personal.</summary>
internal sealed class ChannelMetrics
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "EnviAgriNet.Cloud.Channels";

    private readonly Counter<long> _attempts;
    private readonly Counter<long> _receipts;
    private readonly Counter<long> _receiptsRefused;
    private readonly Counter<long> _swept;

    public ChannelMetrics(IMeterFactory meters)
    {
        Meter meter = meters.Create(MeterName);
        _attempts = meter.CreateCounter<long>("eag.channel.attempts", description: "Attempts by channel and outcome");
        _receipts = meter.CreateCounter<long>("eag.channel.receipts", description: "Receipts by fate");
        _receiptsRefused = meter.CreateCounter<long>("eag.channel.receipts_refused", description: "Receipts refused, by reason");
        _swept = meter.CreateCounter<long>("eag.channel.swept", description: "Deliveries that ran out of time");
    }

    /// <summary>An attempt ended.</summary>
    public void OnAttempt(string channel, DeliveryState outcome) =>
        _attempts.Add(1, new("channel", channel), new("outcome", outcome.Word()));

    /// <summary>A receipt was entered.</summary>
    public void OnReceipt(DeliveryState state) => _receipts.Add(1, new KeyValuePair<string, object?>("state", state.Word()));

    /// <summary>A receipt was not taken.</summary>
    public void OnReceiptRefused(string reason) => _receiptsRefused.Add(1, new KeyValuePair<string, object?>("reason", reason));

    /// <summary>Deliveries expired or stayed without a receipt.</summary>
    public void OnSwept(int count) => _swept.Add(count);
}
