using System.Globalization;
using EnviAgriNet.Cloud.Channels.Proof;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Cloud.Commands;

/// <summary>A proof as people read it at a terminal.</summary>
internal static class ProofPrinter
{
    /// <summary>Its lines.</summary>
    public static IEnumerable<string> Lines(AlertProof proof)
    {
        yield return $"Alert {proof.Number}: {proof.Identifier}";
        yield return $"{proof.Hazard} {(proof.AllClear ? "all-clear" : proof.Severity)} in {proof.Region}, event {proof.Event} version {proof.Version} ({proof.Type}), {proof.State}";
        foreach ((string language, string headline) in proof.Headline.OrderByDescending(h => h.Key, StringComparer.Ordinal))
        {
            yield return $"  {language}: {headline}";
        }

        yield return proof.ShareReached is { } share
            ? string.Create(CultureInfo.InvariantCulture, $"Reached {proof.PeopleReached} of {proof.People} people ({share:P1})")
            : "Meant for nobody";
        foreach (string line in Times(proof).Concat(Tallies("Channel", proof.Channels)).Concat(Tallies("Place", proof.Places)))
        {
            yield return line;
        }

        foreach (ProofReason reason in proof.Reasons)
        {
            yield return $"  {reason.Count} {reason.Channel} {reason.State}: {reason.Reason}";
        }

        foreach (string line in Minutes(proof).Concat(Versions(proof)).Concat(Steps(proof)))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> Times(AlertProof proof)
    {
        yield return "When (Bangkok time; seconds from the measurement)";
        (string Name, DateTimeOffset? At, double? Delay)[] steps =
        [
            ("measured", proof.Times.MeasuredAt, null),
            ("decided", proof.Times.DecidedAt, proof.DelaysS?.Decision),
            ("released", proof.Times.ReleasedAt, proof.DelaysS?.Release),
            ("queued", proof.Times.QueuedAt, proof.DelaysS?.Queueing),
            ("first sent", proof.Times.FirstSentAt, proof.DelaysS?.FirstSent),
            ("first receipt", proof.Times.FirstReceiptAt, proof.DelaysS?.FirstReceipt),
            ("50 % of receipts", proof.Times.HalfReceiptAt, proof.DelaysS?.ReceiptP50),
            ("95 % of receipts", proof.Times.MostReceiptAt, proof.DelaysS?.ReceiptP95),
        ];
        foreach ((string name, DateTimeOffset? at, double? delay) in steps)
        {
            string since = delay is { } seconds ? string.Create(CultureInfo.InvariantCulture, $" {seconds,10:F1} s") : string.Empty;
            yield return $"  {name,-17} {(at is { } known ? $"{LocalTime.Of(known):yyyy-MM-dd HH:mm:ss}" : "-"),-19}{since}";
        }
    }

    private static IEnumerable<string> Tallies(string title, IReadOnlyList<ProofTally> tallies)
    {
        yield return $"{title,-12} {"meant",8} {"sent",8} {"received",8} {"failed",8} {"expired",8} {"unknown",8} {"waiting",8}";
        foreach (ProofTally tally in tallies)
        {
            string name = tally.Part == 1 ? tally.Name : $"{tally.Name} part {tally.Part}";
            yield return tally.IsFew
                ? $"  {name,-10} {"<5",8}"
                : $"  {name,-10} {tally.Targeted,8} {tally.Sent,8} {tally.Received,8} {tally.Failed,8} {tally.Expired,8} {tally.Unknown,8} {tally.Waiting,8}";
        }
    }

    private static IEnumerable<string> Minutes(AlertProof proof)
    {
        yield return $"{"Minute",-12} {"sent",8} {"received",8} {"failed",8} {"people",8} {"share",8}";
        foreach (ProofMinute minute in proof.Minutes)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"  {minute.Minute,-10} {minute.Sent,8} {minute.Received,8} {minute.Failed,8} {minute.PeopleReached,8} {minute.Share,8:P1}");
        }
    }

    private static IEnumerable<string> Versions(AlertProof proof)
    {
        yield return "Versions of the event";
        foreach (ProofVersion version in proof.Versions)
        {
            string what = version.AllClear ? "all-clear" : version.Severity;
            yield return $"  {(version.Number == proof.Number ? "*" : " ")} v{version.Version} alert {version.Number} {version.Type} {what} {version.State} "
                + $"{LocalTime.Of(version.SentAt):yyyy-MM-dd HH:mm:ss}";
        }
    }

    private static IEnumerable<string> Steps(AlertProof proof) =>
        proof.Steps.Select(step => $"  {LocalTime.Of(step.At):yyyy-MM-dd HH:mm:ss} {step.Who}: {step.Action} {step.Detail}");
}
