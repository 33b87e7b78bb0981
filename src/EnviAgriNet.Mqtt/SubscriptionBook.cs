using System.Diagnostics.CodeAnalysis;

namespace EnviAgriNet.Mqtt;

/// <summary>The filters the link remembers, and those that the present connection still has to be told.</summary>
internal sealed class SubscriptionBook
{
    // Guarded by the gate: shared by the callers and the link's thread.
    private readonly Lock _gate = new();
    private readonly Dictionary<string, DeliveryQuality> _filters = [];
    private readonly Queue<SubscribeRequest> _unsent = new();
    private bool _isConnected;

    // The link's thread alone.
    private readonly Dictionary<int, SubscribeRequest> _sent = [];

    /// <summary>True if the broker has answered for every filter.</summary>
    public bool IsSettled
    {
        get
        {
            lock (_gate)
            {
                return _unsent.Count == 0 && _sent.Count == 0;
            }
        }
    }

    /// <summary>Remembers the filter. The task ends at once when there is no connection to tell it to.</summary>
    /// <exception cref="LinkException">The link remembers too many filters already.</exception>
    public Task Add(string filter, DeliveryQuality quality)
    {
        lock (_gate)
        {
            if (_filters.Count >= Limits.SubscriptionsMax && !_filters.ContainsKey(filter))
            {
                throw new LinkException("The link has too many subscriptions", isTransient: false);
            }

            _filters[filter] = quality;
            if (!_isConnected)
            {
                return Task.CompletedTask;
            }

            SubscribeRequest request = new(filter, quality, isRenewal: false);
            _unsent.Enqueue(request);
            return request.Task;
        }
    }

    /// <summary>A connection is made: everything remembered is to be sent.</summary>
    public void OnConnected()
    {
        lock (_gate)
        {
            _isConnected = true;
            foreach ((string filter, DeliveryQuality quality) in _filters)
            {
                _unsent.Enqueue(new SubscribeRequest(filter, quality, isRenewal: true));
            }
        }
    }

    /// <summary>The connection is gone: nobody waits for its answers, because the next one renews everything.</summary>
    public void OnDropped()
    {
        lock (_gate)
        {
            _isConnected = false;
            while (_unsent.TryDequeue(out SubscribeRequest? request))
            {
                request.TrySetResult();
            }
        }

        foreach (SubscribeRequest request in _sent.Values)
        {
            request.TrySetResult();
        }

        _sent.Clear();
    }

    public bool TryTakeUnsent([NotNullWhen(true)] out SubscribeRequest? request)
    {
        lock (_gate)
        {
            return _unsent.TryDequeue(out request);
        }
    }

    public void OnSent(int messageId, SubscribeRequest request) => _sent[messageId] = request;

    /// <summary>The broker's answer; gives back a renewal that it refused, which no caller hears of.</summary>
    public SubscribeRequest? OnAnswered(int messageId, int reasonCode)
    {
        if (!_sent.Remove(messageId, out SubscribeRequest? request))
        {
            return null;
        }

        if (reasonCode < ReasonCodes.RefusedFrom)
        {
            request.TrySetResult();
            return null;
        }

        if (request.IsRenewal)
        {
            return request;
        }

        lock (_gate)
        {
            _filters.Remove(request.Filter);
        }

        request.TrySetException(new LinkException(
            $"The broker refused the subscription '{request.Filter}'", isTransient: false, reasonCode));
        return null;
    }
}
