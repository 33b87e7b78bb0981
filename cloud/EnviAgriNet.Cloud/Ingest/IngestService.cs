using EnviAgriNet.Mqtt;
using EnviAgriNet.Protocol;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Ingest;

/// <summary>Takes in what stations send: broker, decoders, commits, receipts. Started last, so that nothing comes before it can be judged.</summary>
internal sealed partial class IngestService(
    IOptions<IngestOptions> options,
    IBrokerLink link,
    IngestDecoder decoder,
    IngestCommitter committer,
    ReceiptSender receipts,
    ILogger<IngestService> logger) : BackgroundService
{
    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        string? group = options.Value.Shared ? options.Value.SharedGroup : null;
        await link.SubscribeAsync(Topics.FilterAll(Topics.Readings, group), DeliveryQuality.AtLeastOnce, cancellationToken);
        await link.SubscribeAsync(Topics.FilterAll(Topics.Events), DeliveryQuality.AtLeastOnce, cancellationToken);
        await link.SubscribeAsync(Topics.FilterAll(Topics.Health), DeliveryQuality.AtLeastOnce, cancellationToken);
        await link.StartAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await link.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        Task[] loops =
        [
            ReceiveAsync(either.Token),
            decoder.RunAsync(either.Token),
            Task.Run(() => committer.RunAsync(either.Token), either.Token),
            receipts.RunAsync(either.Token),
        ];
        try
        {
            // When one of them ends, none is of use alone: the host stops, and whoever supervises it starts it again.
            await await Task.WhenAny(loops);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogStopping(logger);
        }
        finally
        {
            await either.CancelAsync();
            await Task.WhenAll(loops).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private async Task ReceiveAsync(CancellationToken cancellationToken)
    {
        await foreach (LinkMessage message in link.MessagesAsync(cancellationToken))
        {
            await decoder.PostAsync(message, cancellationToken);
        }
    }

    [LoggerMessage(4010, LogLevel.Debug, "Ingest stops")]
    private static partial void LogStopping(ILogger logger);
}
