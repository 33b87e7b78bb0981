using System.CommandLine;
using System.Net.Sockets;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EnviAgriNet.FirmwareHost.Calibration;
using EnviAgriNet.FirmwareHost.Link;
using EnviAgriNet.FirmwareHost.Sensors;
using EnviAgriNet.FirmwareHost.Sensors.Kernel;
using EnviAgriNet.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace EnviAgriNet.FirmwareHost.Commands;

/// <summary><c>eag-firmware doctor</c>: what is wrong, in words that the person at the centre can act on.</summary>
internal static class DoctorCommand
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(ProgramOptions options, IConsole console)
    {
        Option<bool> json = new("--json") { Description = "write each finding as one line of JSON" };
        Option<TimeSpan> limit = ReadCommand.Limit();
        Command command = new("doctor", "Checks settings, sensors and the way to the edge, and says what to do");
        options.AddTo(command);
        command.Options.Add(json);
        command.Options.Add(limit);
        command.SetAction((call, cancellation) => SettingsCall.RunAsync(options, call, console, async settings =>
        {
            IReadOnlyList<string> faults = SettingsCheck.FaultsWithLines(settings);
            IReadOnlyList<Finding> findings = faults.Count > 0
                ? [.. faults.Select(f => new Finding("settings", false, "ไฟล์ตั้งค่าผิด แก้บรรทัดที่บอกไว้", f))]
                : [.. await FindAsync(settings, call.GetValue(limit), cancellation)];
            foreach (Finding finding in findings)
            {
                console.Line(call.GetValue(json) ? finding.ToJson() : finding.ToText());
            }

            return faults.Count > 0 ? ExitCodes.Usage : findings.All(f => f.IsWell) ? ExitCodes.Ok : ExitCodes.Failed;
        }));
        return command;
    }

    private static async Task<IReadOnlyList<Finding>> FindAsync(IConfigurationRoot settings, TimeSpan limit, CancellationToken cancel)
    {
        SensorLook look = await SensorLook.TakeAsync(settings, limit, cancel);
        return
        [
            look.IsRunning
                ? new Finding("program", true, "โปรแกรมทำงานอยู่", "the program is running; what follows is what it sees")
                : new Finding("program", true, "โปรแกรมไม่ได้ทำงาน จึงอ่านเซ็นเซอร์โดยตรง", "the program is not running, so each sensor was read here"),
            .. look.Sensors.Select(Of),
            await EdgeAsync(settings, cancel),
            .. Idle(settings, look),
            .. Unused(settings),
        ];
    }

    private static Finding Of(SensorStatus sensor) => sensor switch
    {
        { Fault: { } fault } => new Finding(sensor.Name, false, OperatorWords.Thai(sensor.Kind), fault),
        { Values.Count: 0 } => new Finding(sensor.Name, true, "ยังไม่มีค่า กำลังอุ่นเครื่อง", "no value yet: it warms up"),
        _ => new Finding(
            sensor.Name, true, "ปกติ", $"well; {string.Join(", ", sensor.Values.Select(v => $"{v.Series} {ReadCommand.Shown(v)}"))}"),
    };

    private static async Task<Finding> EdgeAsync(IConfigurationRoot settings, CancellationToken cancel)
    {
        EdgeLinkOptions link = settings.GetSection(EdgeLinkOptions.Section).Get<EdgeLinkOptions>() ?? new EdgeLinkOptions();
        if (link.Socket is not { Length: > 0 } socket)
        {
            return new Finding("edge", true, "ไม่ได้ตรวจ edge ผ่านเครือข่าย", $"the edge at {link.Url} is reached over the network and was not tried");
        }

        using Socket probe = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await probe.ConnectAsync(new UnixDomainSocketEndPoint(socket), cancel);
            return new Finding("edge", true, "ปกติ", $"the edge answers on {socket}");
        }
        catch (SocketException e)
        {
            return new Finding(
                "edge", false, "โปรแกรม eag-edge ไม่ตอบ สั่ง: sudo systemctl restart eag-edge",
                $"the edge does not answer on {socket} ({e.Message}): is eag-edge running, and may this user use the socket?");
        }
    }

    /// <summary>Calibrations that hold and that no value came for: a series written wrongly, or a sensor that was taken away.</summary>
    private static IEnumerable<Finding> Idle(IConfigurationRoot settings, SensorLook look)
    {
        HashSet<string> given = [.. look.Sensors.SelectMany(s => s.Values).Select(v => v.Series)];
        bool isAllKnown = look.Sensors.All(s => s is { Fault: null, Values.Count: > 0 });
        return Calibrations.Read(settings, []).At(TimeProvider.System.GetUtcNow())
            .Where(c => isAllKnown && !given.Contains(c.Series.Text))
            .Select(c => new Finding(
                "calibration", false, "มีการสอบเทียบของค่าที่ไม่มีเซ็นเซอร์วัด ตรวจชื่อในไฟล์ตั้งค่า",
                $"the calibration of {c.Series} is used for nothing: no sensor gives {(c.Of ?? c.Series).Text}"));
    }

    /// <summary>Chips that are there and that nobody reads; looking at them disturbs nothing, unlike asking on serial ports.</summary>
    private static IEnumerable<Finding> Unused(IConfigurationRoot settings)
    {
        SensorSurroundings at = SensorsSetup.Surroundings(settings, TimeProvider.System, NullLoggerFactory.Instance);
        HashSet<string> used = [.. settings.GetSection(SensorSet.Section).GetChildren().Select(e => (e["Device"] ?? string.Empty).Split('@')[0])];
        return new KernelFamily().Scan(at)
            .Where(f => !used.Contains(((string?)f.Entry?["Device"] ?? string.Empty).Split('@')[0]))
            .Select(f => new Finding(
                "unused", true, "มีเซ็นเซอร์ที่ยังไม่ได้ใช้ ดู eag-firmware scan", $"{f.What} is connected and not in the settings; 'eag-firmware scan' proposes it"));
    }

    private sealed record Finding(string About, bool IsWell, string Thai, string English)
    {
        public string ToText() => $"{(IsWell ? "[ok]" : "[!!]")} {About}: {Thai}{Environment.NewLine}     {English}";

        public string ToJson() => new JsonObject
        {
            ["about"] = About,
            ["well"] = IsWell,
            ["th"] = Thai,
            ["en"] = English,
        }.ToJsonString(Readable);
    }
}
