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
        List<(AlertVersion Version, AlertProof Proof)> told = [.. versions.Select(v => (v, proofs.Find(v.Identifier)!))];
        return new DrillReport(
            run.First, run.Last, run.Readings, source.Stations.Count, [.. told.Select(t => Alert(t.Version, t.Proof))],
            [.. told.GroupBy(t => t.Version.EventId).Select(Event)],
            [.. cloud.Channels.Select(c => new DrilledChannel(c.Name, c.Pace.RatePerSecond, c.Taken))]);
    }

    private static DrilledAlert Alert(AlertVersion version, AlertProof proof)
    {
        double? queue = proof.Times is { LastSentAt: { } last, QueuedAt: { } queued } ? Math.Round((last - queued).TotalSeconds, 1) : null;
        return new DrilledAlert(
            proof.Hold is not null,
            proof.Hold?.Outcome,
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

    private static DrilledEvent Event(IGrouping<string, (AlertVersion Version, AlertProof Proof)> versions)
    {
        AlertVersion first = versions.First().Version;
        DateTimeOffset raised = versions.Min(v => v.Proof.Times.DecidedAt);
        DateTimeOffset? severe = versions.Where(v => !v.Version.IsAllClear && v.Version.Severity is "Severe" or "Extreme")
            .Select(v => (DateTimeOffset?)v.Proof.Times.DecidedAt).Min();
        return new DrilledEvent(
            first.EventId, first.Hazard, first.Region.Code, versions.Count(), raised, severe,
            versions.Where(v => v.Version.IsAllClear).Select(v => (DateTimeOffset?)v.Version.SentAt).Min(), (severe - raised)?.TotalMinutes);
    }
}
