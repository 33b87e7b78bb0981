using System.CommandLine;
using EnviAgriNet.FirmwareHost.Commands;
using EnviAgriNet.Hosting;

SystemConsole console = new();
ProgramOptions options = new();
Option<bool> printConfig = new("--print-config") { Description = "write the default settings as JSON and end" };
RootCommand root = new("Measures at a station, or plays one, and hands every sample to the edge until it is on disk");
options.AddTo(root);
root.Options.Add(printConfig);
root.Subcommands.Add(ScanCommand.Create(options, console));
root.Subcommands.Add(ReadCommand.Create(options, console));
root.Subcommands.Add(DoctorCommand.Create(options, console));
root.Subcommands.Add(SirenCommand.Create(options, console));
root.Subcommands.Add(CalibrateCommand.Create(options, console));
root.SetAction(async (call, cancellation) =>
{
    if (call.GetValue(printConfig))
    {
        console.Line(SampleConfig.Text);
        return ExitCodes.Ok;
    }

    return await SettingsCall.RunAsync(options, call, console, settings => RunCommand.RunAsync(settings, console, cancellation));
});

return await ProgramCall.RunAsync(root, args);
