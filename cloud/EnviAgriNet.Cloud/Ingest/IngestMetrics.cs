using System.Diagnostics.Metrics;

namespace EnviAgriNet.Cloud.Ingest;

/// <summary>What ingest counts.</summary>
internal sealed class IngestMetrics
{
    private readonly Counter<long> _packs;
    private readonly Counter<long> _readings;
    private readonly Counter<long> _commits;
    private readonly Histogram<double> _commitSeconds;
    private readonly Counter<long> _failures;
    private readonly Counter<long> _refusedMessages;
    private readonly Counter<long> _receipts;

    public IngestMetrics(IMeterFactory factory)
    {
        Meter meter = factory.Create("EnviAgriNet.Cloud.Ingest");
        _packs = meter.CreateCounter<long>("eag.ingest.packs", "{pack}", "Packs by their fate");
        _readings = meter.CreateCounter<long>("eag.ingest.readings", "{reading}", "Readings stored that were not stored before");
        _commits = meter.CreateCounter<long>("eag.ingest.commits", "{commit}", "Groups committed");
        _commitSeconds = meter.CreateHistogram<double>("eag.ingest.commit.duration", "s", "Time of a commit");
        _failures = meter.CreateCounter<long>("eag.ingest.failures", "{failure}", "What failed and was tried again or given up, by kind");
        _refusedMessages = meter.CreateCounter<long>("eag.ingest.refused", "{message}", "Messages that are none of ours, by reason");
        _receipts = meter.CreateCounter<long>("eag.ingest.receipts", "{receipt}", "Receipts by their fate");
    }

    public void OnPack(string fate, int freshReadings)
    {
        _packs.Add(1, new KeyValuePair<string, object?>("fate", fate));
        _readings.Add(freshReadings);
    }

    public void OnCommitted(TimeSpan took)
    {
        _commits.Add(1);
        _commitSeconds.Record(took.TotalSeconds);
    }

    public void OnFailed(string kind) => _failures.Add(1, new KeyValuePair<string, object?>("kind", kind));

    public void OnRefused(string reason) => _refusedMessages.Add(1, new KeyValuePair<string, object?>("reason", reason));

    public void OnReceipt(string fate) => _receipts.Add(1, new KeyValuePair<string, object?>("fate", fate));
}
