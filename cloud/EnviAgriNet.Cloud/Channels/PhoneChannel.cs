using EnviAgriNet.Cloud.Registry.Subscribers;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Channels;

/// <summary>The on-screen phone as a channel: what it shows has arrived.</summary>
internal sealed class PhoneChannel(
    PhoneScreen screen, RecipientBook recipients, IOptions<PhoneOptions> options, TimeProvider time) : IChannel
{
    /// <inheritdoc/>
    public string Name => ContactChannels.Phone;

    /// <inheritdoc/>
    public ChannelPace Pace => options.Value.Pace;

    /// <inheritdoc/>
    public bool RepeatsAreHarmless => true;

    /// <inheritdoc/>
    public Task<SendOutcome> SendAsync(DeliveryJob job, CancellationToken cancellationToken)
    {
        if (!PhoneNumber.TryParse(recipients.AddressOf(job.Recipient, Name), out PhoneNumber number))
        {
            return Task.FromResult(SendOutcome.Refused("stopped"));
        }

        screen.Show(new PhoneMessage(job.Id, number.Masked, job.Text, job.Severity, time.GetUtcNow()));
        return Task.FromResult(SendOutcome.Delivered);
    }
}
