using System.Net;
using System.Net.Sockets;
using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Channels.Sms;
using EnviAgriNet.Cloud.Registry.Subscribers;

namespace EnviAgriNet.Cloud.Tests.Channels.Sms;

/// <summary>What becomes of a message when the gateway does not answer: sent again only when none of it can have left.</summary>
public sealed class KannelGatewayTests : IDisposable
{
    private readonly string _passwordFile = Path.GetTempFileName();
    private readonly List<Socket> _sockets = [];

    public void Dispose()
    {
        _sockets.ForEach(socket => socket.Dispose());
        File.Delete(_passwordFile);
    }

    [Fact]
    public async Task SendAsync_ConnectionRefused_IsAway()
    {
        using Socket closed = Listen(1);
        int port = PortOf(closed);
        closed.Dispose();

        Assert.Equal(DeliveryState.Queued, (await SendAsync(port)).State);
    }

    [Fact]
    public async Task SendAsync_NobodyTakesTheConnection_IsAway()
    {
        Socket full = Listen(0);
        await FillAsync(PortOf(full));

        SendOutcome outcome = await SendAsync(PortOf(full));

        Assert.Equal((DeliveryState.Queued, true), (outcome.State, outcome.IsChannelFault));
    }

    [Fact]
    public async Task SendAsync_TakenAndNeverAnswered_IsOfUnknownFate()
    {
        // The kernel takes the connection and the bytes, and nobody reads them.
        Assert.Equal(DeliveryState.Unknown, (await SendAsync(PortOf(Listen(8)))).State);
    }

    [Fact]
    public async Task SendAsync_TakenAndBroken_IsOfUnknownFate()
    {
        Socket listener = Listen(8);
        Task<SendOutcome> sending = SendAsync(PortOf(listener));
        using Socket taken = await listener.AcceptAsync();
        await taken.ReceiveAsync(new byte[64]);
        taken.LingerState = new LingerOption(true, 0);
        taken.Close();

        Assert.Equal(DeliveryState.Unknown, (await sending).State);
    }

    private async Task<SendOutcome> SendAsync(int port)
    {
        await File.WriteAllTextAsync(_passwordFile, "secret");
        using RegistryRoom room = new();
        using KannelGateway gateway = new(
            new SmsGatewayOptions
            {
                Url = new Uri($"http://127.0.0.1:{port}/cgi-bin/sendsms"),
                PasswordFile = _passwordFile,
                CallTimeout = TimeSpan.FromSeconds(1),
            },
            new CallbackTokens(room.Keys),
            new FixedCallbackBase());
        Assert.True(PhoneNumber.TryParse("0812345678", out PhoneNumber number));
        return await gateway.SendAsync(new SmsMessage(7, number, "น้ำท่วม", 2, TimeSpan.FromHours(1), null), CancellationToken.None);
    }

    private Socket Listen(int backlog)
    {
        Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(backlog);
        _sockets.Add(listener);
        return listener;
    }

    /// <summary>Takes up the room of a listener that accepts nobody, until a further connection hangs.</summary>
    private async Task FillAsync(int port)
    {
        for (int i = 0; i < 16; i++)
        {
            Socket one = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            _sockets.Add(one);
            using CancellationTokenSource limit = new(TimeSpan.FromMilliseconds(300));
            try
            {
                await one.ConnectAsync(IPAddress.Loopback, port, limit.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }

        Assert.Fail("the listener takes every connection");
    }

    private static int PortOf(Socket socket) => ((IPEndPoint)socket.LocalEndPoint!).Port;
}
