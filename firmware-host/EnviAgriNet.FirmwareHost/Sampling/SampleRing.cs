namespace EnviAgriNet.FirmwareHost.Sampling;

/// <summary>
/// Holds samples until the edge has them. One feed adds, one link takes. What the link has in hand is never overwritten, so that a
/// repeat sends the same again; it counts towards the size all the same.
/// </summary>
internal sealed class SampleRing(int samplesMax, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Queue<Sample> _waiting = new();
    private int _inHand;
    private bool _completed;
    private TaskCompletionSource? _roomWaiter;
    private TaskCompletionSource? _sampleWaiter;
    private int _samplesWanted;

    /// <summary>How many samples were added by this process.</summary>
    public long Produced { get; private set; }

    /// <summary>How many samples were overwritten before the edge had them.</summary>
    public long Overflowed { get; private set; }

    /// <summary>How many samples are held now, those in the link's hand included.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count + _inHand;
            }
        }
    }

    /// <summary>Whether nothing will be added any more and all that was added is acknowledged.</summary>
    public bool IsDrained
    {
        get
        {
            lock (_gate)
            {
                return _completed && _waiting.Count + _inHand == 0;
            }
        }
    }

    /// <summary>Adds a sample of a board that can wait: waits while the ring is full.</summary>
    public async ValueTask AddAsync(Sample sample, CancellationToken cancellation)
    {
        while (true)
        {
            Task room;
            lock (_gate)
            {
                if (_waiting.Count + _inHand < samplesMax)
                {
                    Append(sample);
                    return;
                }

                _roomWaiter ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                room = _roomWaiter.Task;
            }

            await room.WaitAsync(cancellation);
        }
    }

    /// <summary>Adds a sample of a board that cannot wait: in a full ring it takes the place of the oldest, which is counted.</summary>
    public void AddOverwriting(Sample sample)
    {
        lock (_gate)
        {
            if (_waiting.Count + _inHand >= samplesMax)
            {
                _waiting.Dequeue();
                Overflowed++;
            }

            Append(sample);
        }
    }

    /// <summary>Says that nothing will be added any more.</summary>
    public void Complete()
    {
        lock (_gate)
        {
            _completed = true;
            _sampleWaiter?.TrySetResult();
        }
    }

    /// <summary>
    /// Takes the oldest samples in hand: as soon as <paramref name="max"/> are there, or some are and <paramref name="flushEvery"/>
    /// has passed, or no more will come. Empty only when the ring is drained.
    /// </summary>
    public async Task<IReadOnlyList<Sample>> TakeAsync(int max, TimeSpan flushEvery, CancellationToken cancellation)
    {
        await WaitForAsync(1, Timeout.InfiniteTimeSpan, cancellation);
        await WaitForAsync(max, flushEvery, cancellation);
        return Take(max);
    }

    /// <summary>Takes the oldest samples in hand without waiting; empty when there is none.</summary>
    public IReadOnlyList<Sample> Take(int max)
    {
        lock (_gate)
        {
            if (_inHand != 0)
            {
                throw new InvalidOperationException("The samples in hand were neither acknowledged nor put back");
            }

            List<Sample> taken = new(Math.Min(max, _waiting.Count));
            while (taken.Count < max && _waiting.TryDequeue(out Sample sample))
            {
                taken.Add(sample);
            }

            _inHand = taken.Count;
            return taken;
        }
    }

    /// <summary>Lets go of what is in hand: the edge has it, or refused it for good.</summary>
    public void Acknowledge()
    {
        lock (_gate)
        {
            _inHand = 0;
            _roomWaiter?.TrySetResult();
            _roomWaiter = null;
        }
    }

    private void Append(Sample sample)
    {
        _waiting.Enqueue(sample);
        Produced++;
        if (_waiting.Count >= _samplesWanted)
        {
            _sampleWaiter?.TrySetResult();
        }
    }

    private async Task WaitForAsync(int count, TimeSpan limit, CancellationToken cancellation)
    {
        Task there;
        lock (_gate)
        {
            if (_waiting.Count >= count || _completed)
            {
                return;
            }

            _samplesWanted = count;
            _sampleWaiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            there = _sampleWaiter.Task;
        }

        try
        {
            await there.WaitAsync(limit, time, cancellation);
        }
        catch (TimeoutException)
        {
            // Some samples are there and have waited long enough.
        }
    }
}
