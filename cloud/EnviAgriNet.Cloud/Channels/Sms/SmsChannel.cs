using EnviAgriNet.Cloud.Registry.Subscribers;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Channels.Sms;

/// <summary>
/// SMS through the gateways. The queue is ours: a gateway gets one or two seconds of work, one number per call, and each message
/// is settled by its receipt or by our own time-out.
/// </summary>
internal sealed class SmsChannel(
    SmsGateways gateways,
    RecipientBook recipients,
    IOptions<SmsOptions> options,
    TimeProvider time)
    : IChannel
{
    /// <inheritdoc/>
    public string Name => ContactChannels.Sms;

    /// <inheritdoc/>
    public ChannelPace Pace { get; } = options.Value.EffectivePace;

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
            : await gateways.SendAsync(
                new SmsMessage(job.Id, number, job.Text, TargetingPolicy.Priority(job.Severity), validity, job.Gateway), cancellationToken);
    }
}
