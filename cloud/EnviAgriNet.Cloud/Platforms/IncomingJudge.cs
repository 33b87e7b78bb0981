using System.Security.Cryptography.X509Certificates;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Protocol.Cap;

namespace EnviAgriNet.Cloud.Platforms;

/// <summary>Judges a foreign document by itself: is it CAP, for the public, signed as agreed. Pure.</summary>
internal static class IncomingJudge
{
    private const int ReasonLengthMax = 500;

    /// <summary>Judges a document. The alert is there whenever the document could be read.</summary>
    public static IncomingJudgement Judge(
        ReadOnlyMemory<byte> document, CapSource source, IReadOnlyList<X509Certificate2> certificates, DateTimeOffset now)
    {
        CapReadResult read = CapReader.Read(document);
        if (read.Alert is not { } alert)
        {
            return new IncomingJudgement(null, Cut(string.Join("; ", read.Faults.Take(5))), string.Empty);
        }

        CapSignatureCheck signature = CapSignature.Verify(document, certificates, now);
        string? refusal = FaultOf(alert, now) ?? FaultOf(signature, source);
        string standing = source.Certificate is null ? "believed by its address, no certificate is set" : $"signed by {signature.Reason}";
        return new IncomingJudgement(alert, refusal is null ? null : Cut(refusal), standing);
    }

    /// <summary>Our regions that an alert touches.</summary>
    public static IReadOnlyList<RegionId> RegionsOf(CapAlert alert, CapSource source)
    {
        SortedSet<RegionId> regions = [];
        foreach (CapValue geocode in alert.Infos.SelectMany(i => i.Areas).SelectMany(a => a.Geocodes))
        {
            string value = geocode.Value.Trim();
            string codes = source.Regions.TryGetValue(value, out string? mapped) ? mapped
                : geocode.Name == "ISO3166-2" && value.StartsWith("TH-", StringComparison.Ordinal) && value.Length == 5 ? value[3..]
                : geocode.Name == "DOPA" ? value
                : string.Empty;
            foreach (string code in codes.Split(','))
            {
                if (RegionId.TryParse(code.Trim(), out RegionId region))
                {
                    regions.Add(region);
                }
            }
        }

        return [.. regions];
    }

    /// <summary>Until when an alert counts: as long as the last of its contents.</summary>
    public static DateTimeOffset ExpiryOf(CapAlert alert) =>
        alert.Infos.Max(i => i.Expires) ?? alert.Sent + Limits.LifeByDefault;

    /// <summary>The highest severity of an alert.</summary>
    public static CapSeverity SeverityOf(CapAlert alert) =>
        alert.Infos.Count == 0 ? CapSeverity.Unknown : alert.Infos.Min(i => i.Severity);

    /// <summary>Whether an alert says that a danger is past.</summary>
    public static bool IsOver(CapAlert alert) => alert.MessageType == CapMessageType.Cancel
        || (alert.Infos.Count > 0 && alert.Infos.All(i => i.ResponseTypes.Contains(CapResponseType.AllClear)));

    private static string? FaultOf(CapAlert alert, DateTimeOffset now)
    {
        if (CapRules.Check(alert) is { Count: > 0 } faults)
        {
            return string.Join("; ", faults.Take(5));
        }

        return alert.MessageType is CapMessageType.Ack or CapMessageType.Error ? $"msgType {alert.MessageType} is talk between systems"
            : alert.Scope != CapScope.Public ? $"scope {alert.Scope} is not for the public"
            : alert.Infos.Count == 0 && alert.MessageType != CapMessageType.Cancel ? "it has no info"
            : alert.Sent > now + Limits.FutureMax ? $"it was sent in the future, {CapTime.Format(alert.Sent)}"
            : null;
    }

    private static string? FaultOf(CapSignatureCheck signature, CapSource source) =>
        source.Certificate is null || signature.Verdict == CapSignatureVerdict.Valid
            ? null
            : $"signature: {signature.Reason}";

    private static string Cut(string text) => text.Length <= ReasonLengthMax ? text : text[..ReasonLengthMax] + "…";
}

/// <summary>What a document is by itself.</summary>
/// <param name="Alert">The alert, if the document could be read.</param>
/// <param name="Refusal">Why it is refused; null when it is not.</param>
/// <param name="Standing">How its signature stands.</param>
internal sealed record IncomingJudgement(CapAlert? Alert, string? Refusal, string Standing);
