using EnviAgriNet.Core.Readings;
using EnviAgriNet.Demo.Field;
using EnviAgriNet.Mqtt;
using EnviAgriNet.System.Tests.Faults;
using EnviAgriNet.Testing;

namespace EnviAgriNet.System.Tests.Service;

/// <summary>Mosquitto on the very files of <c>deploy/broker</c>: a station speaks for itself alone (promise P13).</summary>
public sealed class ServiceBrokerTests
{
    private const string Own = FieldScript.Nan;
    private const string Other = FieldScript.Thani;
    private const string OwnTopic = "eag/v1/55/sys-nan/readings";
    private const string OtherTopic = "eag/v1/64/sys-thani/readings";

    private static readonly FieldScript Script = new() { Centres = 2, Span = TimeSpan.FromHours(6), Seconds = 2 };

    [Fact]
    public Task Station_UnderAnothersPrefix_IsRefusedAndNotStored() => FaultField.RunAsync("none", Script, async field =>
    {
        using TestAuthority authority = new(field.Sub("authority"));
        using FieldProcess broker = await StartBrokerAsync(field, authority);
        await field.Network.StartCloudAsync(CancellationToken.None);

        Reading[] readings = [.. Script.InOrder().Take(50)];
        await using RawStation other = await RawStation.ConnectAsync(Options(field, authority, Other), Other, "640101");
        await using RawStation own = await RawStation.ConnectAsync(Options(field, authority, Own), Own, "550101");
        byte[] forged = other.Packs(readings, 50)[0];
        // With MQTT 5 the broker says so; what counts is that nothing of it arrives.
        await Assert.ThrowsAsync<LinkException>(() => own.PublishAsync(OtherTopic, forged));
        await own.PublishAsync(OwnTopic, own.Packs([.. Script.InOrder().Take(50)], 50)[0]);
        await own.ReceiptedAsync(1);

        Ledger ledger = await field.Network.Cloud.LedgerAsync(CancellationToken.None);
        Assert.Equal(50, ledger.Rows.Single(r => r.Station == Own).Stored);
        Assert.DoesNotContain(ledger.Rows, r => r.Station == Other && r.Stored + r.Rejected > 0);
        // The receipts of others are not for this station either.
        await other.PublishAsync(OtherTopic, forged);
        await other.ReceiptedAsync(1);
        Assert.Single(own.Fates);
    });

    [Fact]
    public Task Station_WithoutCertificateOfTheAuthority_IsNotLetIn() => FaultField.RunAsync("none", Script, async field =>
    {
        using TestAuthority authority = new(field.Sub("authority"));
        using TestAuthority stranger = new(field.Sub("stranger"));
        using FieldProcess broker = await StartBrokerAsync(field, authority);
        TestCertificate certificate = stranger.IssueClient(Own);
        LinkOptions options = Options(field, authority, Own);
        options.CertificateFile = certificate.CertificateFile;
        options.KeyFile = certificate.KeyFile;
        FieldException refused = await Assert.ThrowsAsync<FieldException>(
            () => RawStation.ConnectAsync(options, Own, "550101", TimeSpan.FromSeconds(4)));
        Assert.Contains("connected", refused.Message, StringComparison.Ordinal);
    });

    [Fact]
    public Task WholeField_OnTheServiceFiles_Works() => FaultField.RunAsync("none", Script, async field =>
    {
        using TestAuthority authority = new(field.Sub("authority"));
        using FieldProcess broker = await StartBrokerAsync(field, authority);
        await field.Network.StartCloudAsync(CancellationToken.None);
        await field.Network.StartEdgesAsync(CancellationToken.None);
        await field.StartBoardsAsync();
        Evidence evidence = await field.FinishAsync();
        Promises.NothingLost(evidence);
        Promises.StoreIsInput(evidence, Script, field.Network.Centres);
    });

    private static async Task<FieldProcess> StartBrokerAsync(FaultField field, TestAuthority authority)
    {
        TestCertificate server = authority.IssueServer();
        string certs = Directory.CreateDirectory(Path.Combine(field.Sub("service"), "certs")).FullName;
        File.Copy(authority.CaFile, Path.Combine(certs, "ca.crt"));
        File.Copy(authority.CrlFile, Path.Combine(certs, "ca.crl"));
        File.Copy(server.CertificateFile, Path.Combine(certs, "broker.crt"));
        File.Copy(server.KeyFile, Path.Combine(certs, "broker.key"));
        (FieldProcess broker, int port) = await ServiceBroker.MakeAsync(field.Sub("service"));
        broker.Start();
        Secure(field, authority, port);
        return broker;
    }

    private static void Secure(FaultField field, TestAuthority authority, int port)
    {
        field.Network.ConnectTo(port);
        Secure(field.Network.Cloud.Settings, authority, "eag-cloud");
        foreach (Centre centre in field.Network.Centres)
        {
            Secure(centre.Edge.Settings, authority, centre.Station.Id);
        }
    }

    private static void Secure(global::System.Text.Json.Nodes.JsonObject settings, TestAuthority authority, string name)
    {
        TestCertificate certificate = authority.IssueClient(name);
        SettingsFile.Set(settings, "Mqtt", "CaFile", authority.CaFile);
        SettingsFile.Set(settings, "Mqtt", "CertificateFile", certificate.CertificateFile);
        SettingsFile.Set(settings, "Mqtt", "KeyFile", certificate.KeyFile);
    }

    private static LinkOptions Options(FaultField field, TestAuthority authority, string station)
    {
        TestCertificate certificate = authority.IssueClient(station);
        return new LinkOptions
        {
            Port = field.Network.Cloud.Settings["Mqtt"]!["Port"]!.GetValue<int>(),
            ClientId = "raw-" + station,
            CaFile = authority.CaFile,
            CertificateFile = certificate.CertificateFile,
            KeyFile = certificate.KeyFile,
        };
    }
}
