using System.Net.Sockets;

namespace EnviAgriNet.FirmwareHost.Commands;

/// <summary>The program that runs already, asked through its own socket.</summary>
internal static class RunningProgram
{
    private static readonly TimeSpan AnswerMax = TimeSpan.FromSeconds(5);

    public static HttpClient Client(string socket) => new(new SocketsHttpHandler
    {
        UseProxy = false,
        ConnectCallback = async (_, cancellation) =>
        {
            Socket unix = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await unix.ConnectAsync(new UnixDomainSocketEndPoint(socket), cancellation);
            return new NetworkStream(unix, ownsSocket: true);
        },
    })
    {
        BaseAddress = new Uri("http://firmware/"),
        Timeout = AnswerMax,
    };
}
