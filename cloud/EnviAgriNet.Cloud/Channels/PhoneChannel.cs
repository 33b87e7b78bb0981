using System.Globalization;
using EnviAgriNet.Cloud.Registry;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Channels;

/// <summary>The on-screen phone as a channel: what it shows has arrived.</summary>
internal sealed class PhoneChannel(
    PhoneScreen screen, SubscriberBook subscribers, IOptions<PhoneOptions> options, TimeProvider time) : IChannel
{
    /// <inheritdoc/>
    public string Name => Subscriber.PhoneChannel;

    /// <inheritdoc/>
    public ChannelPace Pace => options.Value.Pace;

    /// <inheritdoc/>
    public bool RepeatsAreHarmless => true;

    /// <inheritdoc/>
    public Task<SendOutcome> SendAsync(DeliveryJob job, CancellationToken cancellationToken)
    {
        if (subscribers.NumberOf(long.Parse(job.Recipient, CultureInfo.InvariantCulture)) is not { } number)
        {
            return Task.FromResult(SendOutcome.Refused("no longer a subscriber"));
        }

        screen.Show(new PhoneMessage(job.Id, number.Masked, job.Text, job.Severity, time.GetUtcNow()));
        return Task.FromResult(SendOutcome.Delivered);
    }
}
