using EnviAgriNet.Edge.Outbox;
using EnviAgriNet.Protocol.Messages;

namespace EnviAgriNet.Edge.Downlink;

/// <summary>
/// What became of each version of an alert here: told to the cloud once, and remembered, so that a repeat changes nothing. May be used
/// from any thread.
/// </summary>
internal sealed class AlertFates(PackOutbox outbox, LateWriter writer, TimeProvider time)
{
    private readonly Lock _gate = new();

    // Those of this start: while the disk fails, it cannot be asked.
    private readonly HashSet<(string, int)> _told = [];

    /// <summary>Whether the fate of this version is known. A disk that cannot say counts as no: better twice than never.</summary>
    public bool IsKnown(AlertNotice notice)
    {
        lock (_gate)
        {
            if (_told.Contains((notice.Identifier, notice.Version)))
            {
                return true;
            }
        }

        try
        {
            return outbox.WithControl(c => c.Notices.Knows(notice.Identifier, notice.Version));
        }
        catch (OutboxException)
        {
            return false;
        }
    }

    /// <summary>Tells the fate of a version.</summary>
    public void Tell(AlertNotice notice, StationEventKind kind, string reason)
    {
        StationEvent told = new() { Kind = kind, Alert = notice.Identifier, Reason = reason };
        DateTimeOffset now = time.GetUtcNow();
        lock (_gate)
        {
            if (_told.Count == Limits.NoticesRememberedMax)
            {
                _told.Clear();
            }

            _told.Add((notice.Identifier, notice.Version));
        }

        writer.Write(c =>
        {
            c.Events.Add(told, now, $"notice:{notice.Identifier}:{notice.Version}");
            c.Notices.Remember(notice.Identifier, notice.Version, now);
        });
    }
}
