using System.Security.Cryptography;
using System.Text;
using EnviAgriNet.Core.Alerts;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Alerts;

/// <summary>One version of an alert about an event, composed and stored before anybody is told.</summary>
/// <param name="Identifier">The CAP identifier of this version; unique for ever.</param>
/// <param name="EventId">The event it is about; the same in all versions.</param>
/// <param name="Version">1 and above within the event.</param>
/// <param name="Type">CAP <c>msgType</c>: Alert, Update or Cancel.</param>
/// <param name="IsAllClear">Whether this version ends the event (an Update with responseType AllClear, or a Cancel).</param>
/// <param name="Hazard">Which hazard, as in CAP's event code: <c>haze</c>, <c>river-flood</c>.</param>
/// <param name="Severity">CAP severity.</param>
/// <param name="State">Released to channels, waiting for a person, or for the record only.</param>
/// <param name="Region">The region touched: everybody in it or in an area that contains it is told.</param>
/// <param name="MeasuredAt">Time of the measurement that brought it about.</param>
/// <param name="SentAt">CAP <c>sent</c>, network time.</param>
/// <param name="ExpiresAt">CAP <c>expires</c>, network time.</param>
/// <param name="Texts">What is said, by language (<c>th</c>, <c>en</c> and whatever else there are words for).</param>
/// <param name="Siren">Whether the centre's siren sounds.</param>
/// <param name="CapXml">The CAP 1.2 document.</param>
/// <param name="Pages">Whether people are sent a message; false when a warning they know is only extended.</param>
/// <param name="Number">By which officers call it; ascending over all alerts. 0 before it is stored.</param>
internal sealed record AlertVersion(
    string Identifier,
    string EventId,
    int Version,
    string Type,
    bool IsAllClear,
    string Hazard,
    string Severity,
    AlertState State,
    RegionId Region,
    DateTimeOffset MeasuredAt,
    DateTimeOffset SentAt,
    DateTimeOffset ExpiresAt,
    IReadOnlyDictionary<string, AlertText> Texts,
    bool Siren,
    string CapXml,
    bool Pages = true,
    long Number = 0)
{
    /// <summary>The SMS text by language; each at most 70 UTF-16 units.</summary>
    public IReadOnlyDictionary<string, string> Sms => Texts.ToDictionary(t => t.Key, t => t.Value.Sms);

    /// <summary>Changes with whatever people would read, so that nobody releases other words than those they saw.</summary>
    public string Mark => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{Severity} {string.Join('\n', Texts.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => $"{t.Key} {t.Value}"))}"))[..8]);

    /// <summary>CAP headline by language.</summary>
    public IReadOnlyDictionary<string, string> Headline => Texts.ToDictionary(t => t.Key, t => t.Value.Headline);
}

/// <summary>How far an alert version has come.</summary>
internal enum AlertState
{
    /// <summary>For the record only: the past pages nobody (P5).</summary>
    Recorded,

    /// <summary>Waits for persons until it expires: for want of a second witness, or because a person wrote it.</summary>
    Draft,

    /// <summary>Waits for persons until its policy sends or drops it.</summary>
    Waiting,

    /// <summary>May go out; its deliveries are not queued yet.</summary>
    Released,

    /// <summary>Its deliveries are queued.</summary>
    Targeted,

    /// <summary>Will not go out: dropped by a person or a policy, expired or overtaken while it waited.</summary>
    Dropped,
}
