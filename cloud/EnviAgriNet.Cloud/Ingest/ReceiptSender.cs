using System.Threading.Channels;
using EnviAgriNet.Mqtt;

namespace EnviAgriNet.Cloud.Ingest;

/// <summary>
/// Publishes receipts beside the commits. One that cannot be sent is dropped and counted: the station sends the pack again, and its
/// repeat gets another receipt.
/// </summary>
internal sealed class ReceiptSender(IBrokerLink link, TimeProvider time, IngestMetrics metrics)
{
    private readonly Channel<ReceiptToSend> _waiting = Channel.CreateBounded<ReceiptToSend>(
        new BoundedChannelOptions(IngestLimits.ReceiptsWaitingMax) { FullMode = BoundedChannelFullMode.Wait });

    /// <summary>Takes a receipt over without waiting; with no room for it, it is dropped.</summary>
    public void Post(ReceiptToSend receipt)
    {
        if (!_waiting.Writer.TryWrite(receipt))
        {
            metrics.OnReceipt("overflowed");
        }
    }

    /// <summary>Publishes until cancelled.</summary>
    public Task RunAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(Enumerable.Range(0, IngestLimits.ReceiptPublishers).Select(_ => PublishAsync(cancellationToken)));

    private async Task PublishAsync(CancellationToken cancellationToken)
    {
        await foreach (ReceiptToSend receipt in _waiting.Reader.ReadAllAsync(cancellationToken))
        {
            using CancellationTokenSource due = new(IngestLimits.ReceiptPublishMax, time);
            using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(due.Token, cancellationToken);
            try
            {
                await link.PublishAsync(receipt.Topic, receipt.Payload, DeliveryQuality.AtLeastOnce, retain: false, either.Token);
                metrics.OnReceipt("sent");
            }
            catch (Exception e) when (e is LinkException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                metrics.OnReceipt("failed");
            }
        }
    }
}
