using EnviAgriNet.Mqtt.Native;
using Microsoft.Extensions.Logging;

namespace EnviAgriNet.Mqtt;

/// <summary>The broker link over libmosquitto: a thread of its own, and this side that any caller may use.</summary>
public sealed class MosquittoLink : IBrokerLink
{
    private static readonly Lazy<int> LibraryState = new(Mosquitto.LibraryInit);

    private readonly LinkParts _parts;
    private readonly LinkLoop _loop;
    private readonly Lock _gate = new();
    private bool _isStarted;
    private bool _isStopped;

    /// <summary>Prepares the link; nothing is connected before <see cref="StartAsync"/>.</summary>
    /// <param name="options">Must have no faults; not changed afterwards.</param>
    /// <param name="will">What the broker says for us when we vanish, or null for nothing.</param>
    /// <param name="time">The clock for time-outs and waits.</param>
    /// <param name="seed">Where the jitter of the back-off starts; different for each station.</param>
    /// <param name="logger">Where drops and failed attempts are told.</param>
    /// <exception cref="ArgumentException">The options have faults, all of which are listed.</exception>
    public MosquittoLink(
        LinkOptions options, LinkWill? will, TimeProvider time, int seed, ILogger<MosquittoLink> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(logger);
        if (options.Faults() is { Count: > 0 } faults)
        {
            throw new ArgumentException(string.Join("; ", faults.Select(f => f.ErrorMessage)), nameof(options));
        }

        if (will is not null)
        {
            TopicRules.RequireTopic(will.Topic);
        }

        _parts = new LinkParts(options, will, time, logger);
        _loop = new LinkLoop(_parts, seed);
    }

    /// <inheritdoc/>
    public LinkState State => _parts.States.Current;

    /// <summary>How many received messages wait for a reader; for metrics.</summary>
    public int ReceivedCount => _parts.Received.Count;

    /// <summary>How often the thread has waited; a test holds that it does not spin.</summary>
    internal long TurnCount => _parts.TurnCount;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (_isStarted || _isStopped)
            {
                throw new InvalidOperationException("A link is started once");
            }

            LoadLibrary();
            _parts.Wake.Open();
            _parts.Window.Close("The link is not up yet");
            _isStarted = true;
            _loop.Start();
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task PublishAsync(
        string topic,
        ReadOnlyMemory<byte> payload,
        DeliveryQuality quality,
        bool retain,
        CancellationToken cancellationToken)
    {
        TopicRules.RequireTopic(topic);
        RequireKnown(quality);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(payload.Length, Limits.PayloadBytesMax, nameof(payload));
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled(cancellationToken);
        }

        Publication publication = new(topic, payload, quality, retain);
        try
        {
            _parts.Window.Enter(publication);
        }
        catch (LinkException fault)
        {
            return Task.FromException(fault);
        }

        _parts.Wake.Set();
        return cancellationToken.CanBeCanceled ? WaitAsync(publication, cancellationToken) : publication.Task;
    }

    /// <inheritdoc/>
    public async Task SubscribeAsync(string filter, DeliveryQuality quality, CancellationToken cancellationToken)
    {
        TopicRules.RequireFilter(filter);
        RequireKnown(quality);
        Task answered = _parts.Subscriptions.Add(filter, quality);
        _parts.Wake.Set();
        await answered.WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<LinkMessage> MessagesAsync(CancellationToken cancellationToken) =>
        _parts.Received.ReadAllAsync(cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<LinkState> StatesAsync(CancellationToken cancellationToken) =>
        _parts.States.WatchAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (!_isStarted)
            {
                EndUnstarted();
                return;
            }

            _isStopped = true;
        }

        _parts.RequestStop();
        try
        {
            TimeSpan timeout = _parts.Options.StopTimeout + Limits.DisconnectTimeMax + Limits.StopGrace;
            await _loop.Ended.WaitAsync(timeout, _parts.Time, cancellationToken);
        }
        catch (TimeoutException)
        {
            LinkLog.StopOverdue(_parts.Logger);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await StopAsync(CancellationToken.None);

    private static async Task WaitAsync(Publication publication, CancellationToken cancellationToken)
    {
        await using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(
            static (state, token) => ((Publication)state!).TrySetCanceled(token), publication);
        await publication.Task;
    }

    private static void RequireKnown(DeliveryQuality quality)
    {
        if (quality is not (DeliveryQuality.AtMostOnce or DeliveryQuality.AtLeastOnce))
        {
            throw new ArgumentOutOfRangeException(nameof(quality));
        }
    }

    private static void LoadLibrary()
    {
        try
        {
            _ = LibraryState.Value;
        }
        catch (Exception fault) when (fault is DllNotFoundException or EntryPointNotFoundException)
        {
            throw new LinkException(
                "libmosquitto.so.1 is missing or too old: install the package libmosquitto1",
                isTransient: false,
                innerException: fault);
        }
    }

    private void EndUnstarted()
    {
        if (!_isStopped)
        {
            _isStopped = true;
            _parts.States.End();
            _parts.Received.Complete();
        }
    }
}
