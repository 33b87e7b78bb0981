using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using EnviAgriNet.FirmwareHost.Sensors;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.FirmwareHost.Commands;

/// <summary><c>eag-firmware read</c>: what the sensors measure now, with age and quality.</summary>
internal static class ReadCommand
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(ProgramOptions options, IConsole console)
    {
        Option<bool> json = new("--json") { Description = "write one line of JSON per sensor" };
        Option<TimeSpan> limit = Limit();
        Command command = new("read", "Shows what the sensors measure now, with age and quality");
        options.AddTo(command);
        command.Options.Add(json);
        command.Options.Add(limit);
        command.SetAction((call, cancellation) => SettingsCall.RunAsync(
            options, call, console, settings => RunAsync(settings, call.GetValue(json), call.GetValue(limit), console, cancellation)));
        return command;
    }

    /// <summary>The option that says how long a sensor may take.</summary>
    public static Option<TimeSpan> Limit() => new("--limit")
    {
        Description = "how long a sensor may take that warms up, as hh:mm:ss",
        DefaultValueFactory = _ => TimeSpan.FromMinutes(1),
    };

    /// <summary>A value as people read it.</summary>
    public static string Shown(SensorValue value) => string.Create(CultureInfo.InvariantCulture, $"{value.Value:0.###} {value.Unit}");

    private static async Task<int> RunAsync(
        IConfigurationRoot settings, bool isJson, TimeSpan limit, IConsole console, CancellationToken cancel)
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

        SensorLook look = await SensorLook.TakeAsync(settings, limit, cancel);
        foreach (SensorStatus sensor in look.Sensors)
        {
            if (isJson)
            {
                console.Line(JsonSerializer.Serialize(sensor, Readable));
            }
            else
            {
                Show(sensor, console);
            }
        }

        return look.Sensors.All(s => s.Fault is null) ? ExitCodes.Ok : ExitCodes.Failed;
    }

    private static void Show(SensorStatus sensor, IConsole console)
    {
        foreach (SensorValue value in sensor.Values)
        {
            console.Line(string.Create(
                CultureInfo.InvariantCulture,
                $"{sensor.Name,-12} {value.Series,-24} {Shown(value),16}   {sensor.AgeSeconds:0} s ago   {value.Quality}"));
        }

        if (sensor.Fault is not null)
        {
            console.Line($"{sensor.Name,-12} {OperatorWords.Thai(sensor.Kind)}");
            console.Line($"{string.Empty,-12} {sensor.Fault}");
        }
    }
}
