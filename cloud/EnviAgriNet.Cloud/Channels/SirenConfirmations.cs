using EnviAgriNet.Core.Geography;
using EnviAgriNet.Protocol.Messages;

namespace EnviAgriNet.Cloud.Channels;

/// <summary>Hears what centres say about alerts: that one is shown, or that the centre is back and wants what it missed.</summary>
internal sealed partial class SirenConfirmations(
    DeliveryBook book, ChannelBells bells, TimeProvider time, ILogger<SirenConfirmations> logger)
{
    /// <summary>An event of a station; a repeat changes nothing.</summary>
    public void OnEvent(StationId station, StationEvent stationEvent)
    {
        if (stationEvent.Kind == StationEventKind.AlertShown)
        {
            book.ConfirmShown(station, stationEvent.Alert, time.GetUtcNow());
        }
        else if (stationEvent.Kind == StationEventKind.AlertFailed)
        {
            // It stays queued and is repeated until it is shown or has run out.
            LogNotShown(station.Value, ReceiptReason.Clean(stationEvent.Reason));
        }
    }

    /// <summary>A health report of a station.</summary>
    public void OnHealth(StationId station, StationHealth health)
    {
        if (health.State == "online" && book.ResendTo(station, time.GetUtcNow()) > 0)
        {
            bells.Of(SirenChannel.ChannelName).Ring();
        }
    }

    [LoggerMessage(4440, LogLevel.Warning, "Station {StationId} could not show an alert: '{Reason}'")]
    private partial void LogNotShown(string stationId, string reason);
}
