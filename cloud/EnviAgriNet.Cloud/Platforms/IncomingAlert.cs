using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Platforms;

/// <summary>A document that a platform sent, as it is kept.</summary>
/// <param name="Number">Its number with us.</param>
/// <param name="Source">The name of the source.</param>
/// <param name="Url">Where it was fetched.</param>
/// <param name="HeardAt">When it was first fetched, by the machine's clock.</param>
/// <param name="Verdict">Whether it is believed.</param>
/// <param name="Reason">Why it is refused, or how its signature stands.</param>
/// <param name="Sender">CAP sender; empty when it could not be read.</param>
/// <param name="Identifier">CAP identifier; empty when it could not be read.</param>
/// <param name="SentAt">CAP sent.</param>
/// <param name="Type">CAP msgType.</param>
/// <param name="Status">CAP status.</param>
/// <param name="Severity">The highest CAP severity of its contents.</param>
/// <param name="ExpiresAt">Until when it counts.</param>
/// <param name="IsOver">Whether it says that a danger is past (Cancel, or AllClear).</param>
/// <param name="Regions">Our regions that it touches; empty when none is known.</param>
/// <param name="ClosedBy">The number of the message that took its place or withdrew it; null while it stands.</param>
/// <param name="Root">The number of the first message of its chain.</param>
/// <param name="PassedAs">Identifiers of our alerts that pass it on.</param>
/// <param name="Xml">The bytes as they came.</param>
internal sealed record IncomingAlert(
    long Number,
    string Source,
    string Url,
    DateTimeOffset HeardAt,
    IncomingVerdict Verdict,
    string Reason,
    string Sender,
    string Identifier,
    DateTimeOffset SentAt,
    string Type,
    string Status,
    string Severity,
    DateTimeOffset ExpiresAt,
    bool IsOver,
    IReadOnlyList<RegionId> Regions,
    long? ClosedBy,
    long Root,
    IReadOnlyList<string> PassedAs,
    byte[] Xml);

/// <summary>Whether a foreign document is believed.</summary>
internal enum IncomingVerdict
{
    /// <summary>It is CAP, by whom it should be, and fits what was heard before.</summary>
    Accepted,

    /// <summary>It is not; the reason stands beside it.</summary>
    Refused,
}
