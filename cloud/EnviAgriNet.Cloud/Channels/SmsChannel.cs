using EnviAgriNet.Cloud.Registry.Subscribers;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Channels;

/// <summary>
/// SMS through the gateway. The queue is ours: the gateway gets one or two seconds of work, one number per call, and each message
/// is settled by its receipt or by our own time-out.
/// </summary>
internal sealed class SmsChannel(
    KannelClient gateway,
    RecipientBook recipients,
    CallbackTokens tokens,
    ICallbackBase callbackBase,
    IOptions<SmsOptions> options,
    TimeProvider time)
    : IChannel
{
    /// <inheritdoc/>
    public string Name => ContactChannels.Sms;

    /// <inheritdoc/>
    public ChannelPace Pace => options.Value.Pace;

    /// <inheritdoc/>
    public bool RepeatsAreHarmless => false;

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(DeliveryJob job, CancellationToken cancellationToken)
    {
        if (!PhoneNumber.TryParse(recipients.AddressOf(job.Recipient, Name), out PhoneNumber number))
        {
            return SendOutcome.Refused("stopped");
        }

        TimeSpan validity = job.Deadline - time.GetUtcNow();
        return validity <= TimeSpan.Zero
            ? new SendOutcome(DeliveryState.Expired, "deadline")
            : await gateway.SendAsync(
                number, job.Text, TargetingPolicy.Priority(job.Severity), validity, ReceiptsTo(job.Id), cancellationToken);
    }

    // The gateway fills in what stands behind the per cent signs.
    private Uri ReceiptsTo(long delivery)
    {
        string name = CallbackTokens.NameOf(delivery);
        string root = callbackBase.Address.GetLeftPart(UriPartial.Authority);
        return new Uri($"{root}{SmsReceiptEndpoint.Path}?our={name}&token={tokens.TokenOf(name)}&type=%d&fid=%F&ans=%A");
    }
}
