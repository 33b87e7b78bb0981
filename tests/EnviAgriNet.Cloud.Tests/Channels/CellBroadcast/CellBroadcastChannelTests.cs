using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Channels.CellBroadcast;
using EnviAgriNet.Protocol.Cap;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Tests.Channels.CellBroadcast;

public sealed class CellBroadcastChannelTests : IDisposable
{
    private readonly RegistryRoom _room = new();
    private readonly CellBroadcastOptions _options = new();
    private readonly CellBroadcastChannel _channel;

    public CellBroadcastChannelTests()
    {
        _options.Folder = Directory.CreateDirectory(Path.Combine(_room.Folder, "drop")).FullName;
        _channel = new(_room.Alerts, new CellBroadcastBook(_room.Database), Options.Create(_options), TimeProvider.System);
    }

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task Send_AlertUpdateExtensionAndCancel_EachHasItsFilesAndTheRightSerial()
    {
        List<(string Action, string Serial)> sheets = [];
        foreach (AlertVersion alert in (AlertVersion[])[Alert(1), Alert(2), Alert(3, pages: false), Alert(4, cancels: true)])
        {
            await SendAsync(alert);
            JsonNode sheet = Sheet(alert);
            sheets.Add(((string)sheet["action"]!, (string)sheet["serial_number"]!["value"]!));
            Assert.Equal(alert.CapXml, File.ReadAllText(Path.Combine(_options.Folder!, (string)sheet["cap"]!)));
        }

        Assert.Equal([("new", "4010"), ("replace", "4011"), ("replace", "4011"), ("cancel", "4012")], sheets);
        Assert.Equal(8, Directory.GetFiles(_options.Folder!).Length);
    }

    [Fact]
    public async Task Send_Repeat_WritesNothingAgain()
    {
        AlertVersion alert = Alert(1);
        await SendAsync(alert);
        foreach (string file in Directory.GetFiles(_options.Folder!))
        {
            File.Delete(file);
        }

        await SendAsync(alert);

        Assert.Empty(Directory.GetFiles(_options.Folder!));
    }

    [Fact]
    public async Task Send_FolderGone_WaitsAndIsHandedOverOnceItIsBack()
    {
        AlertVersion alert = Alert(1);
        Directory.Delete(_options.Folder!);
        SendOutcome away = await SendAsync(alert);
        Assert.Equal((DeliveryState.Queued, true), (away.State, away.IsChannelFault));

        Directory.CreateDirectory(_options.Folder!);
        Assert.Equal(DeliveryState.Sent, (await SendAsync(alert)).State);
        Assert.Equal("18.8,98.9 18.7,98.9 18.7,99.0 18.8,98.9", (string)Sheet(alert)["area"]!["polygons"]![0]!);
    }

    [Fact]
    public void Target_MildEvents_StayAway_UnlessTheyWereHandedOver()
    {
        _room.Target(FakeAlertBook.Alert("mild", severity: "Moderate"), "cbs");
        _room.Target(FakeAlertBook.Alert("grave"), "cbs");
        _room.Target(FakeAlertBook.Alert("grave", version: 2, severity: "Minor", allClear: true), "cbs");

        Assert.Equal(["grave-v1", "grave-v2"], _room.Deliveries.Newest(9).Reverse().Where(line => line.Channel == "cbs").Select(line => line.Alert));
    }

    [Fact]
    public void NameOf_HostileIdentifier_StaysInTheFolder()
    {
        Assert.Equal("urn_oid_2.49.0.1.764.0", BroadcastFiles.NameOf("urn:oid:2.49.0.1.764.0"));
        Assert.DoesNotContain('/', BroadcastFiles.NameOf("../../etc/passwd"));
        Assert.False(BroadcastFiles.NameOf("..hidden").StartsWith('.'));
    }

    private async Task<SendOutcome> SendAsync(AlertVersion alert)
    {
        _room.Alerts.Release(alert);
        return await _channel.SendAsync(
            new DeliveryJob(1, "operator", alert.Identifier, alert.Identifier, alert.Severity, alert.ExpiresAt, 1, 0), CancellationToken.None);
    }

    private JsonNode Sheet(AlertVersion alert) => JsonNode.Parse(
        File.ReadAllText(Path.Combine(_options.Folder!, $"{BroadcastFiles.NameOf(alert.Identifier)}.cbs.json")))!;

    private static AlertVersion Alert(int version, bool pages = true, bool cancels = false)
    {
        AlertVersion alert = FakeAlertBook.Alert(version: version, allClear: cancels);
        CapInfo info = BroadcastPagesTests.Info("น้ำสูง 3 เมตร") with
        {
            Categories = [CapCategory.Met],
            Expires = alert.ExpiresAt,
            Areas = [new CapArea { Description = "ช้างเผือก", Polygons = ["18.8,98.9 18.7,98.9 18.7,99.0 18.8,98.9"], Geocodes = [new("DOPA", "500101")] }],
        };
        CapMessageType type = cancels ? CapMessageType.Cancel : version == 1 ? CapMessageType.Alert : CapMessageType.Update;
        string xml = CapWriter.Write(new CapAlert
        {
            Identifier = alert.Identifier,
            Sender = "enviagrinet",
            Sent = new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero),
            Status = CapStatus.Actual,
            MessageType = type,
            Scope = CapScope.Public,
            References = type == CapMessageType.Alert ? null : "enviagrinet,E1-v1,2026-11-22T00:00:00-00:00",
            Infos = [info],
        });
        return alert with { CapXml = xml, Pages = pages };
    }
}
