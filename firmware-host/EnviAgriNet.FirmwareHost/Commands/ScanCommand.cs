using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EnviAgriNet.FirmwareHost.Sensors;
using EnviAgriNet.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace EnviAgriNet.FirmwareHost.Commands;

/// <summary><c>eag-firmware scan</c>: what is connected, and the settings proposed for it.</summary>
internal static class ScanCommand
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create(ProgramOptions options, IConsole console)
    {
        Option<bool> json = new("--json") { Description = "write the proposed settings only" };
        Command command = new("scan", "Looks for sensors and proposes settings for them; asks on every serial port that no program uses");
        options.AddTo(command);
        command.Options.Add(json);
        command.SetAction((call, cancellation) => SettingsCall.RunAsync(
            options, call, console, settings => Task.FromResult(Run(settings, call.GetValue(json), console))));
        return command;
    }

    private static int Run(IConfigurationRoot settings, bool isJson, IConsole console)
    {
        SensorSurroundings at = SensorsSetup.Surroundings(settings, TimeProvider.System, NullLoggerFactory.Instance);
        List<SensorFinding> found = [];
        foreach (ISensorFamily family in SensorFamilies.All)
        {
            try
            {
                found.AddRange(family.Scan(at));
            }
            catch (Exception e) when (e is SensorException or IOException or UnauthorizedAccessException or DllNotFoundException)
            {
                console.Error($"{string.Join(", ", family.Kinds)}: {e.Message}");
            }
        }

        JsonArray entries = [.. Named(found.Select(f => f.Entry).OfType<JsonObject>())];
        if (!isJson)
        {
            foreach (SensorFinding finding in found)
            {
                console.Line(finding.What);
            }

            console.Line(
                found.Count == 0
                    ? "ไม่พบเซ็นเซอร์ ตรวจสายและไฟเลี้ยง แล้วลองอีกครั้ง / no sensor was found: check wires and supply, and try again"
                    : "ใส่ส่วนนี้ในไฟล์ตั้งค่า / put this into the settings, and name the series as the centre is built:");
        }

        if (entries.Count > 0 || isJson)
        {
            console.Line(new JsonObject { ["Sensors"] = entries }.ToJsonString(Readable));
        }

        return found.Count > 0 ? ExitCodes.Ok : ExitCodes.Failed;
    }

    /// <summary>
    /// As the settings can take them: each name once, each series once. A second sensor of the same series gets a channel: b, c and so on.
    /// </summary>
    private static IEnumerable<JsonNode> Named(IEnumerable<JsonObject> entries)
    {
        HashSet<string> names = [];
        HashSet<string> series = [];
        foreach (JsonObject entry in entries)
        {
            string name = (string?)entry["Name"] ?? string.Empty;
            entry["Name"] = Unused(name, names, (text, i) => $"{text}-{i}");
            if (entry["Series"] is JsonObject table)
            {
                foreach ((string channel, JsonNode? to) in table.ToList())
                {
                    table[channel] = Unused((string?)to ?? string.Empty, series, (text, i) => $"{text.Split('/')[0]}/{(char)('a' + i - 1)}");
                }
            }

            yield return entry;
        }
    }

    private static string Unused(string text, HashSet<string> used, Func<string, int, string> next)
    {
        string candidate = text;
        for (int i = 2; !used.Add(candidate); i++)
        {
            candidate = next(text, i);
        }

        return candidate;
    }
}
