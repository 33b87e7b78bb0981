using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Channels.Proof;
using EnviAgriNet.Protocol.Cap;

namespace EnviAgriNet.Cloud.Commands.Drill;

/// <summary>Reads the report of a drill out of its registry.</summary>
internal static class DrillReportMaker
{
    /// <summary>Makes it.</summary>
    public static DrillReport Make(DrillCloud cloud, DrillRun run, DrillSource source)
    {
        ProofBook proofs = cloud.Services.GetRequiredService<ProofBook>();
        List<AlertVersion> versions = [.. cloud.Services.GetRequiredService<IAlertBook>().Newest(int.MaxValue).Reverse()];
        return new DrillReport(
            run.First, run.Last, run.Readings, source.Stations.Count, [.. versions.Select(v => Alert(v, proofs))],
            [.. versions.GroupBy(v => v.EventId).Select(Event)],
            [.. cloud.Channels.Select(c => new DrilledChannel(c.Name, c.Pace.RatePerSecond, c.Taken))]);
    }

    private static DrilledAlert Alert(AlertVersion version, ProofBook proofs)
    {
        AlertProof proof = proofs.Find(version.Identifier)!;
        double? queue = proof.Times is { LastSentAt: { } last, QueuedAt: { } queued } ? Math.Round((last - queued).TotalSeconds, 1) : null;
        return new DrilledAlert(
            version.State is not (AlertState.Released or AlertState.Targeted or AlertState.Recorded),
            CapStatusOf(version.CapXml),
            version.Texts.ToDictionary(t => t.Key, t => new DrilledText(t.Value.Sms, t.Value.Detail, t.Value.Headline, t.Value.Instruction)),
            queue,
            proof);
    }

    private static string CapStatusOf(string cap)
    {
        const string Begin = "<status>";
        int at = cap.IndexOf(Begin, StringComparison.Ordinal);
        int end = at < 0 ? -1 : cap.IndexOf('<', at + Begin.Length);
        return end < 0 ? nameof(CapStatus.Draft) : cap[(at + Begin.Length)..end];
    }

    private static DrilledEvent Event(IGrouping<string, AlertVersion> versions)
    {
        AlertVersion first = versions.First();
        DateTimeOffset? severe = versions.Where(v => !v.IsAllClear && v.Severity is "Severe" or "Extreme").Select(v => (DateTimeOffset?)v.SentAt).Min();
        return new DrilledEvent(
            first.EventId, first.Hazard, first.Region.Code, versions.Count(), first.SentAt, severe,
            versions.Where(v => v.IsAllClear).Select(v => (DateTimeOffset?)v.SentAt).Min(), (severe - first.SentAt)?.TotalMinutes);
    }
}
