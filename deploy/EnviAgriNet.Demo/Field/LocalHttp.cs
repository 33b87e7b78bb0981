using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace EnviAgriNet.Demo.Field;

/// <summary>Reads the programs' own HTTP endpoints, on a Unix socket or on loopback.</summary>
public static class LocalHttp
{
    private static readonly HttpClient Loopback = new() { Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>A client whose every request goes to that Unix socket. The caller disposes it.</summary>
    public static HttpClient OverSocket(string socketPath) => new(
        new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancellationToken) =>
            {
                Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                try
                {
                    await socket.ConnectAsync(new UnixDomainSocketEndPoint(socketPath), cancellationToken);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            },
        })
    { BaseAddress = new Uri("http://localhost"), Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>Gets a JSON object from a Unix socket.</summary>
    public static async Task<JsonObject> GetAsync(string socketPath, string path, CancellationToken cancellationToken)
    {
        using HttpClient client = OverSocket(socketPath);
        return Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative), cancellationToken), path);
    }

    /// <summary>Gets a JSON value from loopback.</summary>
    public static async Task<string> GetTextAsync(Uri url, CancellationToken cancellationToken) =>
        await Loopback.GetStringAsync(url, cancellationToken);

    /// <summary>Gets a JSON object from loopback.</summary>
    public static async Task<JsonObject> GetAsync(Uri url, CancellationToken cancellationToken) =>
        Parse(await Loopback.GetStringAsync(url, cancellationToken), url.AbsolutePath);

    private static JsonObject Parse(string text, string path) =>
        JsonNode.Parse(text) as JsonObject ?? throw new FieldException($"{path} answered no JSON object");
}
