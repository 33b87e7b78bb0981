using System.ComponentModel.DataAnnotations;
using EnviAgriNet.Protocol.Cap.Feeds;

namespace EnviAgriNet.Cloud.Platforms;

/// <summary>A platform whose CAP alerts are taken in.</summary>
internal sealed class CapSource
{
    /// <summary>Its name on pages and in commands: 2 to 40 small letters, digits and hyphens.</summary>
    [RegularExpression("^[a-z0-9-]{2,40}$")]
    public string Name { get; set; } = string.Empty;

    /// <summary>The address of its feed, http or https.</summary>
    public string Url { get; set; } = string.Empty;

    /// <summary>Default <c>Rss</c>: what stands at the address; Rss, Atom, or Cap for one message that changes.</summary>
    public CapFeedFormat Format { get; set; } = CapFeedFormat.Rss;

    /// <summary>Default null: the file of the certificate (PEM) with which every message must be signed.</summary>
    public string? Certificate { get; set; }

    /// <summary>Default false: whether messages are believed without a certificate to check them by, because the address is trusted.</summary>
    public bool TrustUnsigned { get; set; }

    /// <summary>Default none: further hosts that entries of the feed may lead to.</summary>
    public IList<string> Hosts { get; } = [];

    /// <summary>
    /// Default none: our regions (codes separated by commas) for values of the source's geocodes. <c>TH-50</c> of ISO 3166-2 and DOPA
    /// codes are understood without it.
    /// </summary>
    public IDictionary<string, string> Regions { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Default 1 minute, from 10 seconds to a day: the time between two looks.</summary>
    public TimeSpan Poll { get; set; } = TimeSpan.FromMinutes(1);
}
