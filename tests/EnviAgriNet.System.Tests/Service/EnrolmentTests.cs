using System.Diagnostics;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Demo.Field;
using EnviAgriNet.Mqtt;
using EnviAgriNet.System.Tests.Faults;
using EnviAgriNet.Testing;

namespace EnviAgriNet.System.Tests.Service;

/// <summary>
/// From the code to data and to the end of it, with the real programs and Mosquitto on the files of <c>deploy/broker</c>: an enrolled
/// station gets in, one with a foreign or withdrawn certificate gets in nowhere (promise P13).
/// </summary>
public sealed class EnrolmentTests
{
    private const string Own = FieldScript.Nan;
    private const string Other = FieldScript.Thani;
    private const string Topic = "eag/v1/55/sys-nan/readings";
    private static readonly TimeSpan Refused = TimeSpan.FromSeconds(4);

    private static readonly FieldScript Script = new() { Centres = 2, Span = TimeSpan.FromHours(6), Seconds = 2 };

    [Fact]
    public Task Station_EnrolledRenewedRevoked_GetsInUntilItIsRevoked() => FaultField.RunAsync("none", Script, async field =>
    {
        string certs = Path.Combine(field.Sub("service"), "certs");
        CloudNode cloud = field.Network.Cloud;
        await cloud.RequireAsync(["officer", "add", "malee", "--role", "admin"], CancellationToken.None);
        await cloud.RequireAsync(["authority", "make", "--broker", "127.0.0.1", "--out", certs], CancellationToken.None);
        (FieldProcess broker, int port) = await ServiceBroker.MakeAsync(field.Sub("service"));
        using FieldProcess running = broker;
        broker.Start();
        SettingsFile.Set(cloud.Settings, "Mqtt", "CaFile", Path.Combine(certs, "ca.crt"));
        SettingsFile.Set(cloud.Settings, "Mqtt", "CertificateFile", Path.Combine(certs, "cloud.crt"));
        SettingsFile.Set(cloud.Settings, "Mqtt", "KeyFile", Path.Combine(certs, "cloud.key"));
        field.Network.ConnectTo(port);
        await field.Network.StartCloudAsync(CancellationToken.None);

        CommandResult cloudsName = await cloud.RunAsync(
            ["station", "add", "eag-cloud", "--region", "550101", "--name-th", "x", "--name-en", "x", "--by", "malee"], CancellationToken.None);
        Assert.Contains("the cloud's own name", cloudsName.Errors, StringComparison.Ordinal);
        string code = await CodeAsync(cloud, Own);
        string own = field.Sub("own");
        Assert.Equal(1, (await EnrolAsync(cloud, own, Other, "--code", code)).ExitCode);
        Assert.Equal(0, (await EnrolAsync(cloud, own, Own, "--code", code)).ExitCode);
        CommandResult again = await EnrolAsync(cloud, field.Sub("thief"), Own, "--code", code);
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("was used", again.Errors, StringComparison.Ordinal);
        Assert.Equal(0, (await EnrolAsync(cloud, field.Sub("other"), Other, "--code", await CodeAsync(cloud, Other))).ExitCode);

        await StoreAsync(own, port, sequence: 1);
        Directory.CreateDirectory(field.Sub("before"));
        File.Copy(Path.Combine(own, "station.pem"), Path.Combine(field.Sub("before"), "station.pem"));
        File.Copy(Path.Combine(own, "ca.crt"), Path.Combine(field.Sub("before"), "ca.crt"));
        Assert.Equal(0, (await EnrolAsync(cloud, own, Own, "--renew")).ExitCode);
        Assert.NotEqual(
            await File.ReadAllTextAsync(Path.Combine(field.Sub("before"), "station.pem")), await File.ReadAllTextAsync(Path.Combine(own, "station.pem")));
        await StoreAsync(own, port, sequence: 2);

        await cloud.RequireAsync(["station", "revoke", Own, "--by", "malee", "--reason", "the board was stolen"], CancellationToken.None);
        File.Copy(Path.Combine(cloud.DataPath, "authority", "ca.crl"), Path.Combine(certs, "ca.crl"), overwrite: true);
        Assert.True(await broker.StopAsync(TimeSpan.FromSeconds(10), CancellationToken.None));
        broker.Start();

        // The one that is still good comes in first: whatever is refused afterwards is refused for its certificate.
        await using (await RawStation.ConnectAsync(Options(field.Sub("other"), port, "raw-other"), Other, "640101"))
        {
            using TestAuthority stranger = new(field.Sub("stranger"));
            TestCertificate foreign = stranger.IssueClient(Own);
            await Task.WhenAll(
                RefusedAsync(port, own, "station.pem", "station.pem"),
                RefusedAsync(port, field.Sub("before"), "station.pem", "station.pem"),
                RefusedAsync(port, own, foreign.CertificateFile, foreign.KeyFile),
                // What proves the broker to the stations opens nothing to whoever steals it.
                RefusedAsync(port, own, Path.Combine(certs, "broker.crt"), Path.Combine(certs, "broker.key")));
        }

        Assert.Equal(1, (await EnrolAsync(cloud, own, Own, "--renew")).ExitCode);
        Assert.Equal(1, (await EnrolAsync(cloud, own, Own, "--code", code)).ExitCode);
        // A new code for a new board opens again.
        Assert.Equal(0, (await EnrolAsync(cloud, field.Sub("next"), Own, "--code", await CodeAsync(cloud, Own))).ExitCode);
        await StoreAsync(field.Sub("next"), port, sequence: 3);
    });

    private static async Task<string> CodeAsync(CloudNode cloud, string station) =>
        (await cloud.RequireAsync(["station", "add", station, "--by", "malee"], CancellationToken.None)).Trim();

    private static async Task StoreAsync(string identity, int port, int sequence)
    {
        Reading[] readings = [.. Script.InOrder().Take(10 * sequence)];
        await using RawStation station = await RawStation.ConnectAsync(Options(identity, port, "raw"), Own, "550101");
        await station.PublishAsync(Topic, station.Packs(readings, 10)[sequence - 1]);
        // What this connection hears is about what it sent.
        await station.ReceiptedAsync(1);
        Assert.Equal("stored", station.Fates[sequence]);
    }

    private static Task RefusedAsync(int port, string identity, string certificate, string key) => Assert.ThrowsAsync<FieldException>(() =>
    {
        LinkOptions options = Options(identity, port, "raw" + Path.GetFileNameWithoutExtension(certificate) + Path.GetFileName(identity));
        options.CertificateFile = Path.Combine(identity, certificate);
        options.KeyFile = Path.Combine(identity, key);
        return RawStation.ConnectAsync(options, Own, "550101", Refused);
    });

    private static LinkOptions Options(string identity, int port, string client) => new()
    {
        Port = port,
        ClientId = client,
        CaFile = Path.Combine(identity, "ca.crt"),
        CertificateFile = Path.Combine(identity, "station.pem"),
        KeyFile = Path.Combine(identity, "station.pem"),
    };

    private static async Task<CommandResult> EnrolAsync(CloudNode cloud, string folder, string station, params string[] arguments)
    {
        IReadOnlyList<string> command = ProgramFiles.Beside(AppContext.BaseDirectory).Command(
            FieldProgram.Edge,
            [
                "enrol", "--set", $"Station:Id={station}", "--set", "Station:Region=550101", "--set", $"Identity:CloudUrl={cloud.Url}",
                "--set", $"Identity:Folder={folder}", .. arguments,
            ]);
        ProcessStartInfo start = new(command[0], command.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using Process process = Process.Start(start)!;
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(60));
        Task<string> errors = process.StandardError.ReadToEndAsync(limit.Token);
        string output = await process.StandardOutput.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return new CommandResult(process.ExitCode, output, await errors);
    }
}
