using System.Net;
using System.Net.Sockets;

namespace EnviAgriNet.Demo.Field;

/// <summary>Finds TCP ports that nobody listens on. Safe for several threads.</summary>
public static class FreePort
{
    // Below the range from which the kernel takes the ports of outgoing connections, so that none of them gets in between.
    private const int First = 20_000;
    private const int Count = 12_000;

    private static int _next = Environment.ProcessId * 37 % Count;

    /// <summary>A port of the loopback address that was free a moment ago; never the same one twice in a round of 12,000.</summary>
    public static int Next()
    {
        for (int attempt = 0; attempt < Count; attempt++)
        {
            int port = First + (int)((uint)Interlocked.Increment(ref _next) % Count);
            if (IsFree(port))
            {
                return port;
            }
        }

        throw new FieldException($"None of the ports from {First} to {First + Count - 1} is free");
    }

    private static bool IsFree(int port)
    {
        try
        {
            using Socket probe = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            probe.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
