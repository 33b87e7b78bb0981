using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace EnviAgriNet.Mqtt;

/// <summary>
/// Received messages between the link's thread and their readers. It never refuses a message, because a refused one
/// would be lost; instead the link does not read from the socket while the buffer is full. What one turn of reading
/// brings in beyond the bound is limited by the in-flight window.
/// </summary>
internal sealed class ReceiveBuffer(int countMax, WakeSignal wake)
{
    private readonly Channel<LinkMessage> _messages = Channel.CreateUnbounded<LinkMessage>(
        new UnboundedChannelOptions { SingleWriter = true });

    private readonly int _resumeCount = countMax / 2;
    private int _count;

    /// <summary>True from the time the buffer is full until half of it is read; kept by the link's thread.</summary>
    public bool IsFull { get; private set; }

    /// <summary>How many messages wait for a reader.</summary>
    public int Count => Volatile.Read(ref _count);

    public void Add(LinkMessage message)
    {
        Interlocked.Increment(ref _count);
        _messages.Writer.TryWrite(message);
    }

    /// <summary>Looks how full the buffer is; called by the link's thread.</summary>
    public void Look() => IsFull = IsFull ? Count > _resumeCount : Count >= countMax;

    /// <summary>No message follows.</summary>
    public void Complete() => _messages.Writer.TryComplete();

    public async IAsyncEnumerable<LinkMessage> ReadAllAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (LinkMessage message in _messages.Reader.ReadAllAsync(cancellationToken))
        {
            if (Interlocked.Decrement(ref _count) == _resumeCount)
            {
                wake.Set();
            }

            yield return message;
        }
    }
}
