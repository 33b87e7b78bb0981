using System.Runtime.CompilerServices;

namespace EnviAgriNet.Mqtt;

/// <summary>The link's state, and its changes for any number of watchers; a slow one sees the latest.</summary>
internal sealed class StateStream
{
    private readonly Lock _gate = new();
    private LinkState _state = LinkState.Down;
    private bool _isEnded;
    private TaskCompletionSource _changed = NewSignal();

    public LinkState Current
    {
        get
        {
            lock (_gate)
            {
                return _state;
            }
        }
    }

    public void Set(LinkState state)
    {
        lock (_gate)
        {
            if (_state != state)
            {
                _state = state;
                Signal();
            }
        }
    }

    /// <summary>The state is Down for good.</summary>
    public void End()
    {
        lock (_gate)
        {
            _state = LinkState.Down;
            _isEnded = true;
            Signal();
        }
    }

    public async IAsyncEnumerable<LinkState> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        LinkState? seen = null;
        while (true)
        {
            LinkState state;
            bool isEnded;
            Task changed;
            lock (_gate)
            {
                (state, isEnded, changed) = (_state, _isEnded, _changed.Task);
            }

            if (state != seen)
            {
                seen = state;
                yield return state;
            }
            else if (isEnded)
            {
                yield break;
            }
            else
            {
                await changed.WaitAsync(cancellationToken);
            }
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Signal()
    {
        _changed.TrySetResult();
        _changed = NewSignal();
    }
}
