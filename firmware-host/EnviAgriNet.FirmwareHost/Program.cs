using System.CommandLine;
using EnviAgriNet.FirmwareHost.Commands;
using EnviAgriNet.Hosting;

SystemConsole console = new();
ProgramOptions options = new();
Option<bool> printConfig = new("--print-config") { Description = "write the default settings as JSON and end" };
RootCommand root = new("Measures at a station, or plays one, and hands every sample to the edge until it is on disk");
options.AddTo(root);
root.Options.Add(printConfig);
root.SetAction(async (call, cancellation) =>
{
    if (call.GetValue(printConfig))
    {
        console.Line(SampleConfig.Text);
        return ExitCodes.Ok;
    }

    try
    {
        return await RunCommand.RunAsync(options.Read(call), console, cancellation);
    }
    catch (Exception e) when (e is FormatException or FileNotFoundException or InvalidDataException)
    {
        console.Error($"eag-firmware: {e.Message}");
        return ExitCodes.Usage;
    }
});

return await ProgramCall.RunAsync(root, args);
