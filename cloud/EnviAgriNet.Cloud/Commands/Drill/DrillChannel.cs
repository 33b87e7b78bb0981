using EnviAgriNet.Cloud.Channels;

namespace EnviAgriNet.Cloud.Commands.Drill;

/// <summary>
/// Stands where a channel would and lets nothing out: it takes each message, counts it, and says that it arrived. Of the channel itself
/// only its name and pace are known.
/// </summary>
internal sealed class DrillChannel(string name, ChannelPace pace) : IChannel
{
    /// <summary>How many messages it took.</summary>
    public long Taken { get; private set; }

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public ChannelPace Pace => pace;

    /// <inheritdoc/>
    public bool RepeatsAreHarmless => true;

    /// <inheritdoc/>
    public Task<SendOutcome> SendAsync(DeliveryJob job, CancellationToken cancellationToken)
    {
        Taken++;
        return Task.FromResult(SendOutcome.Delivered);
    }
}
