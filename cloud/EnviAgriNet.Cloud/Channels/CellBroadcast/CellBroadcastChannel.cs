using System.Text;
using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Protocol.Cap;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Channels.CellBroadcast;

/// <summary>
/// Hands alerts over to the operator of a cell broadcast: per version a CAP file and a sheet with the pages worked out. Sent means
/// that both files are on disk; whether they were broadcast, nobody tells us.
/// </summary>
internal sealed class CellBroadcastChannel(
    IAlertBook alerts, CellBroadcastBook book, IOptions<CellBroadcastOptions> options, TimeProvider time) : IChannel
{
    /// <summary>The channel's name in the deliveries.</summary>
    public const string ChannelName = "cbs";

    /// <summary>The recipient in the deliveries.</summary>
    public const string Operator = "operator";

    /// <inheritdoc/>
    public string Name => ChannelName;

    /// <inheritdoc/>
    public ChannelPace Pace => options.Value.Pace;

    /// <inheritdoc/>
    public bool RepeatsAreHarmless => true;

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(DeliveryJob job, CancellationToken cancellationToken)
    {
        // Files are written on a thread of the pool; the loop of the dispatcher does not wait for a slow disk.
        await Task.Yield();
        if (alerts.Find(job.Alert) is not { } version)
        {
            return SendOutcome.Refused("the alert is gone");
        }

        if (CapReader.Read(Encoding.UTF8.GetBytes(version.CapXml)).Alert is not { Infos.Count: > 0 } alert)
        {
            return SendOutcome.Refused("the CAP document cannot be read");
        }

        (SerialNumber serial, bool isHanded) = book.Take(
            version.EventId, version.Version, TargetingPolicy.Pages(version), options.Value.Scope);
        if (isHanded)
        {
            return SendOutcome.Sent;
        }

        if (BroadcastSheet.Write(alert, serial, options.Value) is not { } sheet)
        {
            return SendOutcome.Refused("no text fits 15 pages");
        }

        try
        {
            // The sheet comes last: who waits for it finds the CAP file there.
            string name = BroadcastFiles.NameOf(alert.Identifier);
            BroadcastFiles.Write(options.Value.Folder!, $"{name}.cap.xml", version.CapXml);
            BroadcastFiles.Write(options.Value.Folder!, $"{name}.cbs.json", sheet);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return SendOutcome.Away("the operator's folder cannot be written");
        }

        book.MarkHanded(version.EventId, version.Version, time.GetUtcNow());
        return SendOutcome.Sent;
    }
}
