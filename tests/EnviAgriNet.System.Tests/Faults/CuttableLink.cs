using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace EnviAgriNet.System.Tests.Faults;

/// <summary>A TCP proxy between an edge and the broker that can be cut, can swallow everything in silence, and can refuse.</summary>
internal sealed class CuttableLink : IAsyncDisposable
{
    private readonly int _targetPort;
    private readonly CancellationTokenSource _ending = new();
    private readonly ConcurrentDictionary<Socket, byte> _sockets = new();
    private Socket? _listener;
    private Task _accepting = Task.CompletedTask;
    private volatile bool _isBlackHole;

    /// <summary>A link to a port of the loopback address, open from the start.</summary>
    public CuttableLink(int targetPort)
    {
        _targetPort = targetPort;
        Open();
    }

    /// <summary>The port to connect to instead of the target's.</summary>
    public int Port { get; private set; }

    /// <summary>How many connections were taken so far.</summary>
    public int Connections { get; private set; }

    /// <summary>Lets everything through again.</summary>
    public void Open()
    {
        _isBlackHole = false;
        if (_listener is not null)
        {
            return;
        }

        Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, Port));
        listener.Listen();
        Port = ((IPEndPoint)listener.LocalEndPoint!).Port;
        _listener = listener;
        _accepting = AcceptAsync(listener);
    }

    /// <summary>Resets what is connected and refuses what comes: a closed port.</summary>
    public void Refuse()
    {
        _listener?.Dispose();
        _listener = null;
        Reset();
    }

    /// <summary>Keeps connections and takes new ones, and lets nothing through: a cable that is pulled out.</summary>
    public void BlackHole() => _isBlackHole = true;

    /// <summary>Resets what is connected; what comes is taken as before.</summary>
    public void Reset()
    {
        foreach (Socket socket in _sockets.Keys)
        {
            try
            {
                socket.LingerState = new LingerOption(true, 0);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // It is closed already.
            }

            socket.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        Refuse();
        await _accepting;
        _ending.Dispose();
    }

    private async Task AcceptAsync(Socket listener)
    {
        while (!_ending.IsCancellationRequested)
        {
            try
            {
                Socket client = await listener.AcceptAsync(_ending.Token);
                Connections++;
                _ = CarryAsync(client);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task CarryAsync(Socket client)
    {
        using Socket target = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        using (client)
        {
            _sockets[client] = 0;
            _sockets[target] = 0;
            try
            {
                await target.ConnectAsync(IPAddress.Loopback, _targetPort, _ending.Token);
                client.NoDelay = target.NoDelay = true;
                await Task.WhenAny(PumpAsync(client, target), PumpAsync(target, client));
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
            {
                // A side is gone, and so is the connection.
            }
            finally
            {
                _sockets.TryRemove(client, out _);
                _sockets.TryRemove(target, out _);
            }
        }
    }

    private async Task PumpAsync(Socket from, Socket to)
    {
        byte[] buffer = new byte[64 * 1024];
        try
        {
            while (true)
            {
                int read = await from.ReceiveAsync(buffer, _ending.Token);
                if (read == 0)
                {
                    return;
                }

                // What is swallowed now never arrives: the connection that it belonged to is broken for good.
                if (_isBlackHole)
                {
                    await Task.Delay(Timeout.Infinite, _ending.Token);
                }

                for (int sent = 0; sent < read;)
                {
                    sent += await to.SendAsync(buffer.AsMemory(sent, read - sent), _ending.Token);
                }
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The other pump ends with this one.
        }
    }
}
