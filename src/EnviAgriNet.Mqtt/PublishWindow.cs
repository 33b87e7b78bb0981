using System.Diagnostics.CodeAnalysis;

namespace EnviAgriNet.Mqtt;

/// <summary>
/// The publications between their callers and the broker: those that wait for room, in the order of their calls, and
/// the bounded number that is on its way.
/// </summary>
internal sealed class PublishWindow(int inFlightMax)
{
    // Guarded by the gate: shared by the callers and the link's thread.
    private readonly Lock _gate = new();
    private readonly Queue<Publication> _waiting = new();
    private bool _isOpen;
    private string _closedBecause = "The link is not started";

    // The link's thread alone.
    private readonly Dictionary<int, Publication> _sent = [];
    private Publication? _beingSent;
    private bool _wasAnsweredWhileSent;

    /// <summary>True if no caller waits for anything.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count == 0 && _sent.Count == 0;
            }
        }
    }

    /// <summary>A caller hands in a publication.</summary>
    /// <exception cref="LinkException">The window is closed, or too many callers wait already.</exception>
    public void Enter(Publication publication)
    {
        lock (_gate)
        {
            if (!_isOpen)
            {
                throw new LinkException(_closedBecause, isTransient: true);
            }

            if (_waiting.Count >= Limits.PublishWaitersMax)
            {
                throw new LinkException("Too many callers wait to publish", isTransient: true);
            }

            _waiting.Enqueue(publication);
        }
    }

    /// <summary>From now on publications may enter.</summary>
    public void Open()
    {
        lock (_gate)
        {
            _isOpen = true;
        }
    }

    /// <summary>From now on nothing enters; what is inside stays.</summary>
    public void Close(string because)
    {
        lock (_gate)
        {
            _isOpen = false;
            _closedBecause = because;
        }
    }

    /// <summary>The next publication to send, if there is room. Its fate is told by <see cref="OnSent"/>.</summary>
    public bool TryBeginSend([NotNullWhen(true)] out Publication? publication)
    {
        publication = null;
        if (_sent.Count >= inFlightMax)
        {
            return false;
        }

        lock (_gate)
        {
            // A caller that gave up before its turn costs nothing.
            while (_waiting.TryDequeue(out publication) && publication.Task.IsCompleted)
            {
            }
        }

        _beingSent = publication;
        _wasAnsweredWhileSent = false;
        return publication is not null;
    }

    /// <summary>The publication that began is on its way under the id.</summary>
    public void OnSent(int messageId)
    {
        if (_beingSent is { } publication && !_wasAnsweredWhileSent)
        {
            _sent[messageId] = publication;
        }

        _beingSent = null;
    }

    /// <summary>The publication that began could not be sent.</summary>
    public void OnSendFailed(LinkException fault)
    {
        _beingSent?.TrySetException(fault);
        _beingSent = null;
    }

    /// <summary>The broker (QoS 1) or the socket (QoS 0) has taken the message, or the broker refused it.</summary>
    public void OnAnswered(int messageId, int reasonCode)
    {
        if (!_sent.Remove(messageId, out Publication? publication))
        {
            // The socket can take a QoS 0 message before the library has told us its id.
            publication = _beingSent;
            _wasAnsweredWhileSent = true;
        }

        if (reasonCode < ReasonCodes.RefusedFrom)
        {
            publication?.TrySetResult();
            return;
        }

        string reason = Native.Mosquitto.DescribeReason(reasonCode);
        publication?.TrySetException(new LinkException(
            $"The broker refused a message on '{publication.Topic}': {reason}",
            ReasonCodes.IsTransient(reasonCode),
            reasonCode));
    }

    /// <summary>The connection is gone: everything inside fails, and nothing enters.</summary>
    public void CloseAndFail(string because)
    {
        List<Publication> lost;
        lock (_gate)
        {
            _isOpen = false;
            _closedBecause = because;
            lost = [.. _sent.Values, .. _waiting];
            _waiting.Clear();
        }

        _sent.Clear();
        OnSendFailed(new LinkException(because, isTransient: true));
        foreach (Publication publication in lost)
        {
            publication.TrySetException(new LinkException(because, isTransient: true));
        }
    }
}
