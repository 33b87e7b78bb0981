using EnviAgriNet.Cloud.Alerts.Release;
using EnviAgriNet.Cloud.Cases;

namespace EnviAgriNet.Cloud.Api.Live;

/// <summary>
/// Sees that cases or waiting alerts changed, whoever changed them, a command beside the cloud included. It tells only that they did: what
/// an officer may see of them is answered where the role is checked. One thread at a time.
/// </summary>
internal sealed class OfficerNews(CaseBook cases, HoldBook holds, TimeProvider time)
{
    private long? _lookedAt;
    private long _step = -1;
    private string? _held;
    private long _change;

    /// <summary>What changed since the last look, as events; nothing while it is too early to look.</summary>
    public IEnumerable<(LiveTopics Topic, byte[] Event)> Look()
    {
        if (_lookedAt is { } at && time.GetElapsedTime(at) < Limits.OfficerNewsPeriod)
        {
            yield break;
        }

        _lookedAt = time.GetTimestamp();
        long step = cases.NewestStep();
        if (step != _step)
        {
            _step = step;
            yield return (LiveTopics.Cases, LiveWriter.Changed("cases", step));
        }

        string held = holds.EditionOfHeld();
        if (held != _held)
        {
            _held = held;
            yield return (LiveTopics.Waiting, LiveWriter.Changed("waiting", ++_change));
        }
    }
}
