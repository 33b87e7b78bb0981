using System.Diagnostics.Metrics;
using EnviAgriNet.Cloud.Inbox.Keywords;

namespace EnviAgriNet.Cloud.Inbox;

/// <summary>What is counted about messages from people; nothing personal.</summary>
internal sealed class InboxMetrics
{
    private readonly Counter<long> _taken;
    private readonly Counter<long> _refused;

    public InboxMetrics(IMeterFactory meters)
    {
        Meter meter = meters.Create("EnviAgriNet.Cloud.Inbox");
        _taken = meter.CreateCounter<long>("eag.inbox.taken", description: "Messages by what was wanted and what became of it");
        _refused = meter.CreateCounter<long>("eag.inbox.refused", description: "Calls of the gateway's address that were refused, by reason");
    }

    /// <summary>A message was taken.</summary>
    public void OnTaken(Intent intent, string fate) =>
        _taken.Add(1, new KeyValuePair<string, object?>("intent", intent.ToString()), new KeyValuePair<string, object?>("fate", fate));

    /// <summary>A call was refused.</summary>
    public void OnRefused(string reason) => _refused.Add(1, new KeyValuePair<string, object?>("reason", reason));
}
