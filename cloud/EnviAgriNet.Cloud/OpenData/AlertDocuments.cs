using System.Text;
using EnviAgriNet.Cloud.Alerts;

namespace EnviAgriNet.Cloud.OpenData;

/// <summary>The documents of versions that went out, signed if there is a key.</summary>
internal sealed class AlertDocuments(IAlertBook alerts, CapSigner signer)
{
    /// <summary>The document of a version, or null when there is none or it did not go out.</summary>
    public byte[]? Find(string identifier) =>
        alerts.Find(identifier) is { State: AlertState.Released or AlertState.Targeted } found
            ? Encoding.UTF8.GetBytes(signer.Sign(found.CapXml))
            : null;
}
