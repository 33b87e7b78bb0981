using System.Net;
using System.Net.Sockets;

namespace EnviAgriNet.Demo.Field;

/// <summary>Finds TCP ports that nobody listens on.</summary>
public static class FreePort
{
    // Below the range from which the kernel takes the ports of outgoing connections, so that none of those gets in between.
    private const int First = 20_000;
    private const int Count = 12_000;

    private static int _next = Environment.ProcessId * 16 % Count;

    /// <summary>A port of the loopback address that is free now; each is handed out once by this process.</summary>
    /// <exception cref="FieldException">None is free.</exception>
    public static int Next()
    {
        for (int i = 0; i < Count; i++)
        {
            int port = First + (Interlocked.Increment(ref _next) % Count);
            if (IsFree(port))
            {
                return port;
            }
        }

        throw new FieldException($"No port from {First} to {First + Count - 1} is free");
    }

    private static bool IsFree(int port)
    {
        using Socket probe = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            probe.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
