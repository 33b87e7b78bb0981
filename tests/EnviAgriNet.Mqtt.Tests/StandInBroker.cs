using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace EnviAgriNet.Mqtt.Tests;

/// <summary>
/// A few hundred bytes of a broker, for what a real one cannot be told to do: refuse MQTT 5, hang up, or keep its
/// acknowledgements to itself.
/// </summary>
internal sealed class StandInBroker : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<(NetworkStream Stream, byte[] Acknowledgement)> _withheld = new();
    private readonly Task _accepting;
    private int _unacknowledged;

    public StandInBroker(StandInManner manner)
    {
        Manner = manner;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public StandInManner Manner { get; set; }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The protocol byte of every connect, with its time: 4 is MQTT 3.1.1, 5 is MQTT 5.</summary>
    public ConcurrentQueue<(byte Version, DateTimeOffset At)> Connects { get; } = new();

    /// <summary>True: a QoS 1 message waits for <see cref="AcknowledgeAllAsync"/>.</summary>
    public bool WithholdsAcknowledgements { get; init; }

    public int PublishCount { get; private set; }

    public int UnacknowledgedMax { get; private set; }

    public int UnacknowledgedCount => Volatile.Read(ref _unacknowledged);

    public async Task AcknowledgeAllAsync()
    {
        while (_withheld.TryDequeue(out (NetworkStream Stream, byte[] Acknowledgement) item))
        {
            Interlocked.Decrement(ref _unacknowledged);
            try
            {
                await item.Stream.WriteAsync(item.Acknowledgement);
            }
            catch (Exception fault) when (fault is IOException or ObjectDisposedException)
            {
                // Its connection is gone, and with it the message.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> serving = [];
        try
        {
            while (true)
            {
                serving.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                NetworkStream stream = client.GetStream();
                while (await ServePacketAsync(stream))
                {
                }
            }
            catch (Exception fault) when (fault is IOException or OperationCanceledException or EndOfStreamException)
            {
                // The link hung up, or the test is over.
            }
        }
    }

    private async Task<bool> ServePacketAsync(NetworkStream stream)
    {
        (byte type, byte[] body) = await ReadPacketAsync(stream);
        switch (type & 0xF0)
        {
            case 0x10:
                return await AnswerConnectAsync(stream, body[6]);
            case 0x30:
                await AnswerPublishAsync(stream, type, body);
                return true;
            case 0xA0:
                await stream.WriteAsync(new byte[] { 0xB0, 4, body[0], body[1], 0, 17 }, _stop.Token);
                return true;
            case 0xE0:
                return false;
            default:
                return true;
        }
    }

    private async Task<bool> AnswerConnectAsync(NetworkStream stream, byte version)
    {
        Connects.Enqueue((version, DateTimeOffset.UtcNow));
        byte[] yes = version == 5 ? [0x20, 3, 0, 0, 0] : [0x20, 2, 0, 0];
        byte[]? answer = (Manner, version) switch
        {
            (StandInManner.RefuseCredentials, 5) => [0x20, 3, 0, 134, 0],
            (StandInManner.RefuseCredentials, _) => [0x20, 2, 0, 4],
            (StandInManner.RefuseVersionInOldWords, 5) => [0x20, 2, 0, 1],
            (StandInManner.RefuseVersionInNewWords, 5) => [0x20, 3, 0, 132, 0],
            (StandInManner.HangUp, 5) => null,
            (StandInManner.SayNothing, _) => [],
            _ => yes,
        };
        if (answer is not null)
        {
            await stream.WriteAsync(answer, _stop.Token);
        }

        return answer == yes || answer is { Length: 0 };
    }

    private async Task AnswerPublishAsync(NetworkStream stream, byte type, byte[] body)
    {
        PublishCount++;
        if ((type & 0x06) == 0)
        {
            return;
        }

        int topicLength = (body[0] << 8) | body[1];
        byte[] acknowledgement = [0x40, 2, body[2 + topicLength], body[3 + topicLength]];
        if (!WithholdsAcknowledgements)
        {
            await stream.WriteAsync(acknowledgement, _stop.Token);
            return;
        }

        UnacknowledgedMax = Math.Max(UnacknowledgedMax, Interlocked.Increment(ref _unacknowledged));
        _withheld.Enqueue((stream, acknowledgement));
    }

    private async Task<(byte Type, byte[] Body)> ReadPacketAsync(NetworkStream stream)
    {
        byte[] one = new byte[1];
        await stream.ReadExactlyAsync(one, _stop.Token);
        byte type = one[0];
        int length = 0;
        for (int shift = 0; ; shift += 7)
        {
            await stream.ReadExactlyAsync(one, _stop.Token);
            length |= (one[0] & 0x7F) << shift;
            if ((one[0] & 0x80) == 0)
            {
                break;
            }
        }

        byte[] body = new byte[length];
        await stream.ReadExactlyAsync(body, _stop.Token);
        return (type, body);
    }
}

/// <summary>How the stand-in answers a connect with MQTT 5.</summary>
internal enum StandInManner
{
    Accept,
    RefuseVersionInOldWords,
    RefuseVersionInNewWords,
    HangUp,
    RefuseCredentials,
    SayNothing,
}
