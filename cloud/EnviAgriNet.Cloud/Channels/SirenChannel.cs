using System.Text;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Mqtt;
using EnviAgriNet.Protocol;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Channels;

/// <summary>
/// Alerts down to the centres' sirens and boards. The broker's acknowledgement proves nothing about the centre: a notice is repeated
/// until the centre's own event says that it is shown. A centre takes a repeat as no change.
/// </summary>
internal sealed class SirenChannel(
    IBrokerLink link, IStationBook stations, IOptions<SirenOptions> options, TimeProvider time) : IChannel
{
    /// <summary>The channel's name in the deliveries.</summary>
    public const string ChannelName = "siren";

    /// <inheritdoc/>
    public string Name => ChannelName;

    /// <inheritdoc/>
    public ChannelPace Pace => options.Value.Pace;

    /// <inheritdoc/>
    public bool RepeatsAreHarmless => true;

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(DeliveryJob job, CancellationToken cancellationToken)
    {
        if (!StationId.TryParse(job.Recipient, out StationId id) || stations.Find(id) is not { } station)
        {
            return SendOutcome.Refused("station is not registered");
        }

        using CancellationTokenSource due = new(options.Value.CallTimeout, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(due.Token, cancellationToken);
        try
        {
            string topic = Topics.Of(station.Region, station.Id, Topics.Alerts);
            await link.PublishAsync(topic, Encoding.UTF8.GetBytes(job.Text), DeliveryQuality.AtLeastOnce, retain: false, either.Token);
            return new SendOutcome(DeliveryState.Sent, RepeatUntilConfirmed: true);
        }
        catch (LinkException)
        {
            return SendOutcome.Away("broker not reachable");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return SendOutcome.Away("broker did not answer in time");
        }
    }
}
