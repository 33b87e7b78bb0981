using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Channels.Sms;

/// <summary>
/// Enters receipts in groups: the gateway calls hundreds of times a second, and each answer must be fast and mean that the receipt
/// is on disk.
/// </summary>
internal sealed partial class ReceiptDesk(
    ReceiptBook book, ChannelMetrics metrics, TimeProvider time, ILogger<ReceiptDesk> logger) : BackgroundService
{
    private readonly Channel<(SmsReceipt Receipt, TaskCompletionSource<bool> Entered)> _waiting =
        Channel.CreateBounded<(SmsReceipt, TaskCompletionSource<bool>)>(
            new BoundedChannelOptions(Limits.ReceiptsWaitingMax) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true });

    /// <summary>True when the receipt is on disk; false when it could not be taken, and the gateway must call again.</summary>
    public async Task<bool> EnterAsync(SmsReceipt receipt, CancellationToken cancellationToken)
    {
        TaskCompletionSource<bool> entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_waiting.Writer.TryWrite((receipt, entered)))
        {
            metrics.OnReceiptRefused("full");
            return false;
        }

        return await entered.Task.WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        List<(SmsReceipt Receipt, TaskCompletionSource<bool> Entered)> batch = [];
        try
        {
            while (await _waiting.Reader.WaitToReadAsync(stoppingToken))
            {
                while (batch.Count < Limits.ReceiptBatchMax && _waiting.Reader.TryRead(out var next))
                {
                    batch.Add(next);
                }

                Enter(batch);
                batch.Clear();
            }
        }
        finally
        {
            _waiting.Writer.TryComplete();
            while (_waiting.Reader.TryRead(out var left))
            {
                left.Entered.SetResult(false);
            }
        }
    }

    private void Enter(List<(SmsReceipt Receipt, TaskCompletionSource<bool> Entered)> batch)
    {
        bool isEntered = true;
        try
        {
            book.Enter([.. batch.Select(item => item.Receipt)], time.GetUtcNow());
        }
        catch (SqliteException e)
        {
            isEntered = false;
            LogFailed(e, batch.Count);
        }

        foreach ((SmsReceipt receipt, TaskCompletionSource<bool> entered) in batch)
        {
            metrics.OnReceipt(receipt.Code.State());
            entered.SetResult(isEntered);
        }
    }

    [LoggerMessage(4430, LogLevel.Error, "{Count} receipts could not be entered; the gateway is asked to call again")]
    private partial void LogFailed(Exception exception, int count);
}
