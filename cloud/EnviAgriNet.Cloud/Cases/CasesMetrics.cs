using System.Diagnostics.Metrics;

namespace EnviAgriNet.Cloud.Cases;

/// <summary>What is counted about cases.</summary>
internal sealed class CasesMetrics
{
    private readonly Counter<long> _calls;
    private readonly Counter<long> _lookupsRefused;

    public CasesMetrics(IMeterFactory meters)
    {
        Meter meter = meters.Create("EnviAgriNet.Cloud.Cases");
        _calls = meter.CreateCounter<long>("eag.cases.calls", description: "calls for help and complaints, by kind and whether they joined an open case");
        _lookupsRefused = meter.CreateCounter<long>("eag.cases.lookups_refused", description: "questions about a case by somebody who could not show that it is theirs");
    }

    /// <summary>A call came.</summary>
    public void OnCall(string kind, bool isMerged) =>
        _calls.Add(1, new KeyValuePair<string, object?>("kind", kind), new KeyValuePair<string, object?>("merged", isMerged));

    /// <summary>Somebody asked about a case and was not told.</summary>
    public void OnLookupRefused(string reason) => _lookupsRefused.Add(1, new KeyValuePair<string, object?>("reason", reason));
}
