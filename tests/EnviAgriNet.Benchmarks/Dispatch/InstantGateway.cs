using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EnviAgriNet.Benchmarks.Dispatch;

/// <summary>
/// Stands where Kannel's sendsms would and answers 202 at once. It knows how often it was called for each number and when, and calls
/// back with a receipt for each message when it is to.
/// </summary>
internal sealed class InstantGateway : IDisposable
{
    private const int RequestBytesMax = 64 * 1024;
    private const int ReceiptSenders = 128;

    private static readonly byte[] Accepted = Encoding.ASCII.GetBytes(
        "HTTP/1.1 202 Accepted\r\nContent-Type: text/html\r\nContent-Length: 23\r\n\r\n0: Accepted for deliver");

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<(long Number, int Text), int> _calls = new();
    private readonly ConcurrentQueue<long> _arrivals = new();
    private readonly BlockingCollection<string> _receipts = new(new ConcurrentQueue<string>());
    private readonly bool _hasReceipts;
    private volatile bool _isOver;
    private int _confirmed;

    public InstantGateway(bool hasReceipts)
    {
        _hasReceipts = hasReceipts;
        _listener.Start(512);
        new Thread(Accept) { IsBackground = true }.Start();
        for (int i = 0; hasReceipts && i < ReceiptSenders; i++)
        {
            new Thread(SendReceipts, 256 * 1024) { IsBackground = true }.Start();
        }
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/cgi-bin/sendsms";

    /// <summary>Messages so far.</summary>
    public int Messages => _arrivals.Count;

    /// <summary>Receipts that were taken.</summary>
    public int Confirmed => Volatile.Read(ref _confirmed);

    /// <summary>Messages beyond one of the same text for a number.</summary>
    public int Repeats => _calls.Values.Sum(calls => calls - 1);

    /// <summary>When each message came (<see cref="Stopwatch"/> time stamps).</summary>
    public long[] Arrivals => [.. _arrivals];

    /// <summary>The numbers that were written to.</summary>
    public IReadOnlySet<long> Numbers => _calls.Keys.Select(call => call.Number).ToHashSet();

    public void Dispose()
    {
        _isOver = true;
        _receipts.CompleteAdding();
        _listener.Dispose();
    }

    private void Accept()
    {
        try
        {
            while (!_isOver)
            {
                Socket client = _listener.AcceptSocket();
                client.NoDelay = true;
                new Thread(() => Serve(client), 256 * 1024) { IsBackground = true }.Start();
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The benchmark is over.
        }
    }

    private void Serve(Socket client)
    {
        using Socket own = client;
        byte[] buffer = new byte[RequestBytesMax];
        int filled = 0;
        try
        {
            while (own.Receive(buffer, filled, buffer.Length - filled, SocketFlags.None) is > 0 and int read)
            {
                filled += read;
                while (Take(buffer.AsSpan(0, filled)) is > 0 and int taken)
                {
                    own.Send(Accepted);
                    buffer.AsSpan(taken, filled - taken).CopyTo(buffer);
                    filled -= taken;
                }
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The other side has hung up, or the benchmark is over.
        }
    }

    /// <summary>Takes one whole request from the front; returns its length, or 0 while part of it is missing.</summary>
    private int Take(ReadOnlySpan<byte> bytes)
    {
        int headEnd = bytes.IndexOf("\r\n\r\n"u8);
        if (headEnd < 0 || !int.TryParse(Header(bytes[..headEnd], "\r\nContent-Length: "u8), out int bodyLength)
            || bytes.Length < headEnd + 4 + bodyLength)
        {
            return 0;
        }

        long number = long.Parse(Header(bytes[..headEnd], "\r\nX-Kannel-To: "u8).TrimStart("+"u8), CultureInfo.InvariantCulture);
        _arrivals.Enqueue(Stopwatch.GetTimestamp());
        HashCode text = default;
        text.AddBytes(bytes.Slice(headEnd + 4, bodyLength));
        _calls.AddOrUpdate((number, text.ToHashCode()), 1, (_, calls) => calls + 1);
        if (_hasReceipts)
        {
            _receipts.Add(Encoding.ASCII.GetString(Header(bytes[..headEnd], "\r\nX-Kannel-DLR-Url: "u8)));
        }

        return headEnd + 4 + bodyLength;
    }

    private static ReadOnlySpan<byte> Header(ReadOnlySpan<byte> head, ReadOnlySpan<byte> name)
    {
        int at = head.IndexOf(name);
        ReadOnlySpan<byte> rest = at < 0 ? [] : head[(at + name.Length)..];
        int end = rest.IndexOf("\r\n"u8);
        return end < 0 ? rest : rest[..end];
    }

    // One call at a time on each of many connections, as a gateway does it.
    private void SendReceipts()
    {
        Socket? socket = null;
        byte[] answer = new byte[4_096];
        try
        {
            foreach (string url in _receipts.GetConsumingEnumerable())
            {
                socket ??= Connect(new Uri(url.Replace('%', '_')));
                socket.Send(Encoding.ASCII.GetBytes(Request(url)));
                int read = socket.Receive(answer);
                if (read == 0)
                {
                    return;
                }

                Interlocked.Add(ref _confirmed, answer.AsSpan(0, read).StartsWith("HTTP/1.1 200"u8) ? 1 : 0);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The cloud has ended.
        }
    }

    private static Socket Connect(Uri address)
    {
        Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(address.Host, address.Port);
        return socket;
    }

    private static string Request(string url)
    {
        string filled = url.Replace("%d", "1", StringComparison.Ordinal).Replace("%F", "77", StringComparison.Ordinal)
            .Replace("%A", "ok", StringComparison.Ordinal);
        int path = filled.IndexOf('/', "http://".Length);
        return $"GET {filled[path..]} HTTP/1.1\r\nHost: {filled["http://".Length..path]}\r\n\r\n";
    }
}
