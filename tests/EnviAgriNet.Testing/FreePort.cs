using System.Net;
using System.Net.Sockets;

namespace EnviAgriNet.Testing;

/// <summary>Finds TCP ports that nobody listens on.</summary>
public static class FreePort
{
    // Below the range from which the kernel takes the ports of outgoing connections: one that it gives to some connection between the
    // look and the start, or while a server is killed and started again, cannot be listened on.
    private const int First = 12_000;
    private const int Count = 8_000;

    private static int _next = Environment.ProcessId * 16 % Count;

    /// <summary>A port that is free now on every address; each is handed out once by this process.</summary>
    /// <exception cref="IOException">None is free.</exception>
    public static int Next()
    {
        for (int i = 0; i < Count; i++)
        {
            int port = First + ((Interlocked.Increment(ref _next) & int.MaxValue) % Count);
            if (IsFree(port))
            {
                return port;
            }
        }

        throw new IOException($"No port from {First} to {First + Count - 1} is free");
    }

    private static bool IsFree(int port)
    {
        using Socket probe = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            probe.Bind(new IPEndPoint(IPAddress.Any, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
