using EnviAgriNet.Cloud.Registry.Subscribers;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Channels.Line;

/// <summary>
/// Messages by LINE, up to 500 people in one call. LINE says that it has taken them, never that they were read. A repeat goes to the
/// same people under the same retry key, so that it is harmless.
/// </summary>
internal sealed class LineChannel(
    LineClient client,
    LineQuotaMeter quota,
    LineBatchBook batches,
    RecipientBook recipients,
    IOptions<LineOptions> options,
    TimeProvider time) : IBatchChannel
{
    private static readonly SendOutcome OutOfQuota = SendOutcome.Refused("quota");

    /// <inheritdoc/>
    public string Name => ContactChannels.Line;

    /// <inheritdoc/>
    public ChannelPace Pace => options.Value.Pace;

    /// <inheritdoc/>
    public bool RepeatsAreHarmless => true;

    /// <inheritdoc/>
    public int BatchMax => LineLimits.RecipientsMax;

    /// <inheritdoc/>
    public string BatchKeyOf(DeliveryJob job) => $"{job.Alert} {job.Text}";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SendOutcome>> SendAsync(IReadOnlyList<DeliveryJob> jobs, CancellationToken cancellationToken)
    {
        Dictionary<long, SendOutcome> outcomes = [];
        List<DeliveryJob> reachable = [];
        foreach (DeliveryJob job in jobs)
        {
            if (recipients.AddressOf(job.Recipient, Name) is { } address && LineUserId.Is(address))
            {
                reachable.Add(job);
            }
            else
            {
                outcomes[job.Id] = SendOutcome.Refused("stopped");
            }
        }

        foreach (LineBatch batch in reachable.Count == 0 ? [] : batches.Take(reachable, time.GetUtcNow()))
        {
            foreach ((DeliveryJob job, SendOutcome outcome) in batch.Jobs.Zip(await SendAsync(batch, cancellationToken)))
            {
                outcomes[job.Id] = outcome;
            }
        }

        return [.. jobs.Select(job => outcomes[job.Id])];
    }

    private async Task<IReadOnlyList<SendOutcome>> SendAsync(LineBatch batch, CancellationToken cancellationToken)
    {
        if (batch.IsAccepted)
        {
            return All(batch, SendOutcome.Sent);
        }

        int may = await quota.TakeAsync(batch.Recipients.Count, batch.Jobs[0].Severity, cancellationToken);
        if (may >= batch.Recipients.Count)
        {
            return All(batch, await CallAsync(batch, cancellationToken));
        }

        // What is short is given to the first ones; the others fail and are seen to.
        batches.Dissolve(batch);
        quota.Forget();
        DeliveryJob[] first = [.. batch.Jobs.Take(may)];
        SendOutcome outcome = first.Length == 0
            ? OutOfQuota
            : await CallAsync(batches.Take(first, time.GetUtcNow())[0], cancellationToken);
        return [.. batch.Jobs.Select((_, place) => place < first.Length ? outcome : OutOfQuota)];
    }

    private async Task<SendOutcome> CallAsync(LineBatch batch, CancellationToken cancellationToken)
    {
        string[] users = [.. batch.Recipients.Select(recipient => recipients.AddressOf(recipient, Name)).OfType<string>()];
        try
        {
            LineReply reply = await client.MulticastAsync(users, TextOf(batch.Jobs[0].Text), batch.Key, cancellationToken);
            return Judge(batch, reply);
        }
        catch (HttpRequestException e) when (
            e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            batches.Dissolve(batch);
            return SendOutcome.Away("LINE is not reachable");
        }
        catch (HttpRequestException e)
        {
            // It may have been taken: the batch stands, and its retry key makes the repeat harmless.
            return SendOutcome.Away($"connection broke: {e.HttpRequestError}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return SendOutcome.Away("LINE did not answer in time");
        }
    }

    private SendOutcome Judge(LineBatch batch, LineReply reply)
    {
        string said = ReceiptReason.Clean(reply.Message);
        switch ((int)reply.Status)
        {
            // 409: a repeat of what LINE has taken before.
            case 200 or 202 or 409:
                batches.Accept(batch);
                return SendOutcome.Sent;
            case 429 when reply.Message.Contains("monthly limit", StringComparison.OrdinalIgnoreCase):
                batches.Dissolve(batch);
                quota.Forget();
                return OutOfQuota;
            case 429:
                batches.Dissolve(batch);
                return SendOutcome.Away("LINE says too fast") with { RetryAfter = reply.RetryAfter };
            case >= 500:
                return SendOutcome.Away($"LINE says {(int)reply.Status}");
            case 401 or 403:
                batches.Dissolve(batch);
                return SendOutcome.Away($"LINE lets us not in: {said}");
            default:
                batches.Dissolve(batch);
                return SendOutcome.Refused($"LINE says {(int)reply.Status}: {said}");
        }
    }

    private static SendOutcome[] All(LineBatch batch, SendOutcome outcome) => [.. batch.Jobs.Select(_ => outcome)];

    private static string TextOf(string text) => LongText.Of(text, LineLimits.TextUnitsMax);
}
