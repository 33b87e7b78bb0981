using System.Net;
using System.Net.Sockets;

namespace EnviAgriNet.Benchmarks.Machine;

/// <summary>TCP ports that are free now.</summary>
internal static class FreePort
{
    public static int Next()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
