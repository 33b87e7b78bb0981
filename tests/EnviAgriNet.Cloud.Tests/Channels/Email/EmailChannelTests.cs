using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Channels.Email;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Tests.Channels.Email;

/// <summary>Through a real mail server, Debian's python3-aiosmtpd, that wants STARTTLS and a password.</summary>
public sealed class EmailChannelTests : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly RegistryRoom _room = new();
    private readonly ChannelBells _bells = new();
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly List<JsonNode> _mails = [];
    private readonly TaskCompletionSource<int> _port = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process _server = null!;
    private EmailOptions _options = null!;

    public async Task InitializeAsync()
    {
        (string certificate, string key) = Certificate();
        string script = Path.Combine(Repository.Root, "tests", "EnviAgriNet.Cloud.Tests", "Channels", "Email", "smtp-server.py");
        ProcessStartInfo start = new("/usr/bin/python3") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(script);
        start.ArgumentList.Add(certificate);
        start.ArgumentList.Add(key);
        _server = Process.Start(start)!;
        _server.OutputDataReceived += (_, line) => Take(line.Data);
        _server.BeginOutputReadLine();
        _options = new EmailOptions
        {
            Host = "localhost",
            Port = await _port.Task.WaitAsync(Limit),
            Username = "eag",
            PasswordFile = Path.Combine(_room.Folder, "mail.password"),
            From = "warn@example.org",
            CaFile = certificate,
            DigestEvery = TimeSpan.FromSeconds(4),
            CallTimeout = TimeSpan.FromSeconds(5),
            Pace = new() { RatePerSecond = 10_000, InFlightMax = 200, RetryMin = TimeSpan.FromMilliseconds(50), RetryMax = TimeSpan.FromMilliseconds(100) },
        };
        File.WriteAllText(_options.PasswordFile, "secret\n");
    }

    public async Task DisposeAsync()
    {
        _server.StandardInput.Close();
        await _server.WaitForExitAsync().WaitAsync(Limit);
        _server.Dispose();
        _bells.Dispose();
        await _services.DisposeAsync();
        _room.Dispose();
    }

    [Fact]
    public async Task Dispatcher_MildAndGraveAlerts_OneAtOnce_TheOthersAsOneDigest()
    {
        _room.Subscribers.Store([Agency("duty@example.org", "th"), Agency("nobody@example.org", "en")]);
        foreach (int n in (int[])[1, 2, 3])
        {
            _room.Target(FakeAlertBook.Alert($"mild{n}", severity: "Moderate"), "email");
        }

        _room.Target(FakeAlertBook.Alert("grave"), "email");
        using Dispatcher dispatcher = Dispatcher();
        await dispatcher.StartAsync(CancellationToken.None);
        await Eventually.HoldsAsync("all are settled", Limit, () => _room.Deliveries.Counts() is { } c && c["sent"] == 4 && c["failed"] == 4);
        await dispatcher.StopAsync(CancellationToken.None);

        Assert.InRange(_mails.Count, 2, 3);
        Assert.All(_mails, mail => Assert.True((bool)mail["tls"]! && (string)mail["to"]![0]! == "duty@example.org"));
        string first = Text(_mails[0]);
        Assert.Contains("grave-v1", first, StringComparison.Ordinal);
        Assert.DoesNotContain("mild", first, StringComparison.Ordinal);
        Assert.Contains("สวมหน้ากาก", first, StringComparison.Ordinal);
        string rest = string.Concat(_mails.Skip(1).Select(Text));
        Assert.All((string[])["mild1-v1", "mild2-v1", "mild3-v1"], alert => Assert.Contains(alert, rest, StringComparison.Ordinal));
        string head = Encoding.ASCII.GetString(Convert.FromBase64String((string)_mails[0]["raw"]!)).Split("\r\n\r\n")[0];
        Assert.Contains("Subject: =?utf-8?B?", head, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Message-ID: <", head, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("mail server says 550", _room.Deliveries.Newest(9).First(line => line.State == "failed").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_WrongPasswordOrForeignCertificateOrNobodyThere_WaitsAndSaysWhy()
    {
        _room.Subscribers.Store([Agency("duty@example.org", "th")]);
        File.WriteAllText(_options.PasswordFile!, "wrong");
        SendOutcome refused = await SendAsync();
        Assert.Equal((DeliveryState.Queued, true), (refused.State, refused.IsChannelFault));
        Assert.DoesNotContain("wrong", refused.Reason, StringComparison.Ordinal);

        _options.CaFile = null;
        Assert.Equal((DeliveryState.Queued, true), ((await SendAsync()).State, refused.IsChannelFault));
        _options.Port = 1;
        Assert.Equal(DeliveryState.Queued, (await SendAsync()).State);
        Assert.Empty(_mails);
    }

    private static Subscriber Agency(string address, string language) => new(
        language, [RegionId.Parse("50")], [], [new Contact(ContactChannels.Email, address)], new Consent("list", DateTimeOffset.UnixEpoch, "import"));

    private static string Text(JsonNode mail)
    {
        string raw = Encoding.ASCII.GetString(Convert.FromBase64String((string)mail["raw"]!));
        string[] parts = raw.Split("Content-Transfer-Encoding: base64", StringSplitOptions.None);
        return string.Concat(parts.Skip(1).Select(part => Encoding.UTF8.GetString(
            Convert.FromBase64String(part[part.IndexOf("\r\n\r\n", StringComparison.Ordinal)..].Split("--")[0].Replace("\r\n", string.Empty)))));
    }

    private async Task<SendOutcome> SendAsync()
    {
        IBatchChannel channel = Channel();
        return (await channel.SendAsync(
            [new DeliveryJob(1, "1", "E1-v1", "text", "Severe", DateTimeOffset.UtcNow.AddHours(1), 1, 0)], CancellationToken.None))[0];
    }

    private EmailChannel Channel()
    {
        IOptions<EmailOptions> options = Options.Create(_options);
        return new EmailChannel(new EmailClient(options, TimeProvider.System), _room.Recipients, options, TimeProvider.System);
    }

    private Dispatcher Dispatcher() => new(
        Channel(), _room.Deliveries, _bells, new ChannelMetrics(_services.GetRequiredService<IMeterFactory>()), TimeProvider.System, 7, NullLogger<Dispatcher>.Instance);

    private (string Certificate, string Key) Certificate()
    {
        using RSA pair = RSA.Create(2048);
        CertificateRequest request = new("CN=localhost", pair, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        string certificate = Path.Combine(_room.Folder, "mail.pem");
        string key = Path.Combine(_room.Folder, "mail.key");
        File.WriteAllText(certificate, made.ExportCertificatePem());
        File.WriteAllText(key, pair.ExportPkcs8PrivateKeyPem());
        return (certificate, key);
    }

    private void Take(string? line)
    {
        if (line is null || JsonNode.Parse(line) is not { } told)
        {
            return;
        }

        if (told["port"] is { } port)
        {
            _port.TrySetResult((int)port);
            return;
        }

        lock (_mails)
        {
            _mails.Add(told);
        }
    }
}
