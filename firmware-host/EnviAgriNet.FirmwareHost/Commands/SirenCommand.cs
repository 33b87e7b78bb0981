using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using EnviAgriNet.FirmwareHost.Actuators;
using EnviAgriNet.FirmwareHost.Sensors;
using EnviAgriNet.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace EnviAgriNet.FirmwareHost.Commands;

/// <summary>
/// <c>eag-firmware siren test</c>: sounds the siren for two seconds, through the running program where one answers, since a line has one
/// user at a time, else by itself. A trial during an alarm changes nothing.
/// </summary>
internal static class SirenCommand
{
    public static Command Create(ProgramOptions options, IConsole console)
    {
        Option<bool> json = new("--json") { Description = "write one line of JSON" };
        Command test = new("test", $"Sounds the siren for {Siren.TrialSecondsMax} seconds; marked as a trial, and an alarm that sounds goes on");
        options.AddTo(test);
        test.Options.Add(json);
        test.SetAction((call, cancellation) => SettingsCall.RunAsync(
            options, call, console, settings => TestAsync(settings, call.GetValue(json), console, cancellation)));
        return new Command("siren", "The siren of the centre") { test };
    }

    private static async Task<int> TestAsync(IConfigurationRoot settings, bool isJson, IConsole console, CancellationToken cancel)
    {
        IReadOnlyList<string> faults = SettingsCheck.FaultsWithLines(settings);
        if (faults.Count > 0)
        {
            foreach (string fault in faults)
            {
                console.Error($"eag-firmware: {fault}");
            }

            return ExitCodes.Usage;
        }

        SirenOptions siren = settings.GetSection(SirenOptions.Section).Get<SirenOptions>() ?? new SirenOptions();
        ActuatorOptions actuators = settings.GetSection(ActuatorOptions.Section).Get<ActuatorOptions>() ?? new ActuatorOptions();
        SirenTrial trial = siren is not { Chip: { } chip, Line: { } line }
            ? new SirenTrial(false, false, "no siren is connected: the settings have no Siren:Chip and Siren:Line")
            : await AskAsync(actuators.Socket, cancel) ?? await SoundAsync(new GpioSwitch(chip, (uint)line, siren.ActiveLow, NullLogger<GpioSwitch>.Instance), siren, cancel);
        console.Line(isJson ? JsonSerializer.Serialize(trial, ActuatorContext.Readable.SirenTrial) : Sentence(trial));
        return trial.Fault is null ? ExitCodes.Ok : ExitCodes.Failed;
    }

    private static string Sentence(SirenTrial trial) => trial switch
    {
        { Fault: { } fault } => $"The siren was not tried: {fault}\nไม่ได้ทดสอบไซเรน",
        { Sounded: false } => "The siren sounds for an alarm already; nothing was changed\nไซเรนกำลังดังเตือนภัยอยู่ ไม่ได้เปลี่ยนแปลงอะไร",
        _ => $"The siren was switched on for {Siren.TrialSecondsMax} seconds. If it was not heard, look at its relay and its supply\n"
            + $"สั่งไซเรนดัง {Siren.TrialSecondsMax} วินาทีแล้ว ถ้าไม่ได้ยิน ให้ตรวจรีเลย์และไฟเลี้ยง",
    };

    /// <summary>By the running program; null when none runs.</summary>
    private static async Task<SirenTrial?> AskAsync(string socket, CancellationToken cancel)
    {
        using HttpClient http = RunningProgram.Client(socket);
        try
        {
            using ByteArrayContent body = new(JsonSerializer.SerializeToUtf8Bytes(
                new SirenOrder { On = true, Seconds = Siren.TrialSecondsMax, Trial = true }, ActuatorContext.Default.SirenOrder));
            using HttpResponseMessage response = await http.PutAsync(new Uri($"v1/actuators/{Siren.Name}", UriKind.Relative), body, cancel);
            byte[] answer = await response.Content.ReadAsByteArrayAsync(cancel);
            return response.StatusCode == HttpStatusCode.OK
                ? new SirenTrial(true, JsonSerializer.Deserialize(answer, ActuatorContext.Default.ActuatorAnswer)!.Changed, null)
                : new SirenTrial(true, false, JsonSerializer.Deserialize(answer, ActuatorContext.Default.ActuatorFault)!.Error);
        }
        catch (HttpRequestException e) when (e.InnerException is SocketException)
        {
            return null;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or JsonException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            // It has the line, and may have sounded.
            return new SirenTrial(true, false, $"the running program does not answer on {socket}: {e.Message}");
        }
    }

    private static async Task<SirenTrial> SoundAsync(GpioSwitch relay, SirenOptions options, CancellationToken cancel)
    {
        // Off when it is left, also by Ctrl+C.
        using Siren siren = new(relay, options, TimeProvider.System, NullLogger<Siren>.Instance);
        try
        {
            siren.Apply(new SirenOrder { On = true, Seconds = Siren.TrialSecondsMax, Trial = true }, out _);
            await Task.Delay(TimeSpan.FromSeconds(Siren.TrialSecondsMax), TimeProvider.System, cancel);
            return new SirenTrial(false, true, null);
        }
        catch (SensorException e)
        {
            return new SirenTrial(false, false, e.Message);
        }
    }
}
