using EnviAgriNet.Benchmarks.Machine;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Benchmarks.Servers;

/// <summary>A Mosquitto of its own on a free port.</summary>
internal sealed class Broker : IDisposable
{
    private readonly TempFolder _folder = new();

    private Broker(int port)
    {
        Port = port;
        string config = _folder.Write("mosquitto.conf", $"""
            listener {Port} 127.0.0.1
            allow_anonymous true
            max_queued_messages 100000
            max_inflight_messages 1000
            set_tcp_nodelay true
            log_type error
            log_type warning
            """);
        Process = ServerProcess.Start("mosquitto", "mosquitto", "mosquitto", ["-c", config]);
    }

    public int Port { get; }

    public ServerProcess Process { get; }

    /// <summary>Starts it on a free port, or on the given one, and waits until it accepts connections.</summary>
    public static async Task<Broker> StartAsync(int? port = null)
    {
        Broker broker = new(port ?? FreePort.Next());
        try
        {
            await Wait.UntilAsync("mosquitto to accept connections", TimeSpan.FromSeconds(10), broker.AcceptsAsync, broker.Process);
            return broker;
        }
        catch
        {
            broker.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Process.Dispose();
        _folder.Dispose();
    }

    private async Task<bool> AcceptsAsync()
    {
        try
        {
            using System.Net.Sockets.TcpClient client = new();
            await client.ConnectAsync("127.0.0.1", Port);
            return true;
        }
        catch (System.Net.Sockets.SocketException)
        {
            return false;
        }
    }
}
