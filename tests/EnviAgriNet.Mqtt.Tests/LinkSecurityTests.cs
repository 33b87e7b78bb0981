using System.Net;
using System.Net.Sockets;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Mqtt.Tests;

public sealed class LinkSecurityTests : IAsyncLifetime, IDisposable
{
    private const int TurnsMax = 1_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("eag-tls-").FullName;
    private TestAuthority _authority = null!;
    private MosquittoBroker _broker = null!;

    public async Task InitializeAsync()
    {
        _authority = new TestAuthority(Path.Combine(_folder, "own"));
        MosquittoSettings settings = new()
        {
            Tls = _authority,
            AclText = "pattern readwrite eag/v1/+/%u/#",
            ExtraLines = ["log_type debug"],
        };
        _broker = await MosquittoBroker.StartAsync(settings);
    }

    public async Task DisposeAsync()
    {
        await _broker.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    public void Dispose() => _authority.Dispose();

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task Tls_OwnCertificate_IsLetIn(string host)
    {
        LinkOptions options = Options("ban-nong", LinkProtocol.Auto);
        options.Host = host;
        await using MosquittoLink link = await LinkBench.UpAsync(options);
        await link.HearAsync("eag/v1/50/ban-nong/#");
        await link.SayAsync("eag/v1/50/ban-nong/readings", "pack");
        byte[] large = new byte[300_000];
        await link.PublishAsync("eag/v1/50/ban-nong/large", large, DeliveryQuality.AtLeastOnce, false, default);
        Assert.Equal(large.Length, (await link.ReadAsync(2))[1].Payload.Length);
    }

    [Fact]
    public async Task Tls_BrokerThatIsNotThereYet_IsFoundWhenItComes()
    {
        LinkOptions options = Options("ban-nong", LinkProtocol.Auto);
        await _broker.KillAsync();
        await using MosquittoLink link = LinkBench.NewLink(options);
        await link.StartAsync(CancellationToken.None);
        // An attempt that nobody answers ends at once, with its reason, and does not turn round and round until its time is over.
        await LinkBench.WaitUntilAsync(() => link.TurnCount > 0 && link.State == LinkState.Down, "an attempt has ended");
        Assert.InRange(link.TurnCount, 1, TurnsMax);
        await _broker.StartAgainAsync();
        await link.WaitForAsync(LinkState.Up);
    }

    [Fact]
    public async Task Tls_BrokerThatBreaksOffTheGreeting_EndsTheAttempt()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        LinkOptions options = Options("ban-nong", LinkProtocol.Auto);
        options.Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        await using MosquittoLink link = LinkBench.NewLink(options);
        await link.StartAsync(CancellationToken.None);
        using (Socket accepted = await listener.AcceptSocketAsync())
        {
            await accepted.ReceiveAsync(new byte[1]);
            // Closed with what is unread and without a farewell: a reset.
            accepted.LingerState = new LingerOption(true, 0);
            listener.Stop();
        }

        await link.WaitForAsync(LinkState.Down);
        Assert.InRange(link.TurnCount, 1, TurnsMax);
    }

    [Fact]
    public async Task Tls_CertificateOfAForeignAuthority_IsRefused()
    {
        using TestAuthority foreign = new(Path.Combine(_folder, "foreign"));
        TestCertificate certificate = foreign.IssueClient("ban-nong");
        LinkOptions options = Options("ban-nong", LinkProtocol.Auto);
        (options.CertificateFile, options.KeyFile) = (certificate.CertificateFile, certificate.KeyFile);
        await AssertNeverUpAsync(options, "certificate verify failed");
    }

    [Fact]
    public async Task Tls_NoClientCertificate_IsRefused()
    {
        LinkOptions options = Options("ban-nong", LinkProtocol.Auto);
        (options.CertificateFile, options.KeyFile) = (null, null);
        await AssertNeverUpAsync(options, "peer did not return a certificate");
    }

    [Fact]
    public async Task Tls_BrokerOfAForeignAuthority_IsNotTrusted()
    {
        using TestAuthority foreign = new(Path.Combine(_folder, "foreign"));
        LinkOptions options = Options("ban-nong", LinkProtocol.Auto);
        options.CaFile = foreign.CaFile;
        await AssertNeverUpAsync(options, "unknown ca");
    }

    [Fact]
    public async Task PublishAsync_UnderAnothersPrefixWithMqtt5_IsRefusedWithItsReason()
    {
        await using MosquittoLink other = await LinkBench.UpAsync(Options("ban-suan", LinkProtocol.V5));
        await other.HearAsync("eag/v1/50/ban-suan/#");
        await using MosquittoLink link = await LinkBench.UpAsync(Options("ban-nong", LinkProtocol.V5));

        LinkException fault = await Assert.ThrowsAsync<LinkException>(
            () => link.SayAsync("eag/v1/50/ban-suan/readings", "forged"));

        Assert.False(fault.IsTransient);
        Assert.Equal(135, fault.ReasonCode);
        await link.SayAsync("eag/v1/50/ban-nong/readings", "own");
        await other.SayAsync("eag/v1/50/ban-suan/readings", "true");
        Assert.Equal("true", Assert.Single(await other.ReadAsync(1)).Text());
    }

    [Fact]
    public async Task PublishAsync_UnderAnothersPrefixWithMqtt311_DoesNotArrive()
    {
        await using MosquittoLink other = await LinkBench.UpAsync(Options("ban-suan", LinkProtocol.V311));
        await other.HearAsync("eag/v1/50/ban-suan/#");
        await using MosquittoLink link = await LinkBench.UpAsync(Options("ban-nong", LinkProtocol.V311));

        await link.SayAsync("eag/v1/50/ban-suan/readings", "forged");
        await other.SayAsync("eag/v1/50/ban-suan/readings", "true");

        Assert.Equal("true", Assert.Single(await other.ReadAsync(1)).Text());
    }

    private LinkOptions Options(string station, LinkProtocol protocol)
    {
        TestCertificate certificate = _authority.IssueClient(station);
        LinkOptions options = LinkBench.Options(_broker.Port);
        options.Protocol = protocol;
        options.CaFile = _authority.CaFile;
        (options.CertificateFile, options.KeyFile) = (certificate.CertificateFile, certificate.KeyFile);
        return options;
    }

    private async Task AssertNeverUpAsync(LinkOptions options, string brokerSays)
    {
        await using MosquittoLink link = LinkBench.NewLink(options);
        await link.StartAsync(CancellationToken.None);
        await LinkBench.WaitUntilAsync(
            () => BrokerSays(brokerSays), $"the broker says '{brokerSays}'; it said {_broker.Output}");
        Assert.NotEqual(LinkState.Up, link.State);

        bool BrokerSays(string text) => _broker.Output.Contains(text, StringComparison.OrdinalIgnoreCase);
    }
}
