using EnviAgriNet.Edge.Outbox;

namespace EnviAgriNet.Edge.Downlink;

/// <summary>
/// Writes to the control database what became of alerts, in order. What cannot be written waits in memory and is tried again, so that a
/// full or broken disk holds up neither the siren nor the screen. May be used from any thread.
/// </summary>
internal sealed partial class LateWriter(PackOutbox outbox, ILogger logger)
{
    private readonly Lock _gate = new();
    private readonly List<Action<ControlDatabase>> _waiting = [];

    /// <summary>Whether something could not be written yet.</summary>
    public bool IsFailing
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count > 0;
            }
        }
    }

    /// <summary>Runs a step within a durable transaction, now or as soon as the disk takes it.</summary>
    public void Write(Action<ControlDatabase> step)
    {
        lock (_gate)
        {
            if (_waiting.Count == Limits.NoticesRememberedMax)
            {
                // The oldest goes: what stands now matters more, and the cloud repeats what it was told nothing of.
                _waiting.RemoveAt(0);
                LogDropped();
            }

            _waiting.Add(step);
            if (_waiting.Count > 1)
            {
                // Something before it waits for its next try, and goes first.
                return;
            }
        }

        TryAgain();
    }

    /// <summary>Writes what waits, as far as it goes.</summary>
    public void TryAgain()
    {
        bool isWritten = false;
        lock (_gate)
        {
            try
            {
                while (_waiting.Count > 0)
                {
                    Action<ControlDatabase> step = _waiting[0];
                    outbox.WithControl(c =>
                    {
                        c.Write(() => step(c));
                        return true;
                    });
                    _waiting.RemoveAt(0);
                    isWritten = true;
                }
            }
            catch (OutboxException e)
            {
                LogNotKept(e);
            }
        }

        if (isWritten)
        {
            outbox.Changed?.Invoke();
        }
    }

    [LoggerMessage(3401, LogLevel.Warning, "What became of an alert could not be kept; tried again soon")]
    private partial void LogNotKept(Exception fault);

    [LoggerMessage(3403, LogLevel.Error, "Too much of alerts could not be kept; the oldest is forgotten")]
    private partial void LogDropped();
}
