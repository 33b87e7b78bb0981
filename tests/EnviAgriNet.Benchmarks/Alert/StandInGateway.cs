using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EnviAgriNet.Benchmarks.Alert;

/// <summary>
/// Stands where Kannel's sendsms would: takes each message, answers that it was accepted, and remembers when the first byte of
/// its request arrived at the socket.
/// </summary>
internal sealed class StandInGateway : IDisposable
{
    private const int RequestBytesMax = 64 * 1024;

    private static readonly byte[] Accepted = Encoding.ASCII.GetBytes(
        "HTTP/1.1 202 Accepted\r\nContent-Type: text/html\r\nContent-Length: 23\r\n\r\n0: Accepted for deliver");

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<string, long> _arrivals = new();
    private readonly CancellationTokenSource _over = new();
    private int _repeats;

    public StandInGateway()
    {
        _listener.Start();
        _ = Task.Run(AcceptAsync);
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/cgi-bin/sendsms";

    /// <summary>How many numbers were written to.</summary>
    public int Recipients => _arrivals.Count;

    /// <summary>How many messages went to a number that had one already.</summary>
    public int Repeats => Volatile.Read(ref _repeats);

    /// <summary>When the first message to a number arrived (a <see cref="Stopwatch"/> time stamp), or null.</summary>
    public long? ArrivedAt(string number) => _arrivals.TryGetValue(number, out long at) ? at : null;

    public void Dispose()
    {
        _over.Cancel();
        _listener.Dispose();
        _over.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                Socket client = await _listener.AcceptSocketAsync(_over.Token);
                client.NoDelay = true;
                new Thread(() => Serve(client)) { IsBackground = true }.Start();
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The benchmark is over.
        }
    }

    private void Serve(Socket client)
    {
        using Socket own = client;
        byte[] buffer = new byte[RequestBytesMax];
        int filled = 0;
        long firstByteAt = 0;
        try
        {
            while (own.Receive(buffer, filled, buffer.Length - filled, SocketFlags.None) is > 0 and int read)
            {
                firstByteAt = filled == 0 ? Stopwatch.GetTimestamp() : firstByteAt;
                filled += read;
                while (TryTake(buffer.AsSpan(0, filled), firstByteAt) is > 0 and int taken)
                {
                    own.Send(Accepted);
                    buffer.AsSpan(taken, filled - taken).CopyTo(buffer);
                    filled -= taken;
                    firstByteAt = Stopwatch.GetTimestamp();
                }
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The other side has hung up.
        }
    }

    /// <summary>Takes one whole request from the front; returns its length, or 0 while part of it is missing.</summary>
    private int TryTake(ReadOnlySpan<byte> bytes, long arrivedAt)
    {
        int headEnd = bytes.IndexOf("\r\n\r\n"u8);
        if (headEnd < 0)
        {
            return 0;
        }

        string number = string.Empty;
        int bodyLength = 0;
        foreach (string line in Encoding.ASCII.GetString(bytes[..headEnd]).Split("\r\n"))
        {
            if (line.StartsWith("X-Kannel-To:", StringComparison.OrdinalIgnoreCase))
            {
                number = line[12..].Trim().TrimStart('+');
            }
            else if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
            {
                bodyLength = int.Parse(line[15..].Trim(), CultureInfo.InvariantCulture);
            }
        }

        int length = headEnd + 4 + bodyLength;
        if (bytes.Length < length)
        {
            return 0;
        }

        if (!_arrivals.TryAdd(number, arrivedAt))
        {
            Interlocked.Increment(ref _repeats);
        }

        return length;
    }
}
