using System.CommandLine;
using EnviAgriNet.Demo;
using EnviAgriNet.Hosting;

SystemConsole console = new();
ParseResult call = DemoCommand.Build(console).Parse(args);
if (call.Errors.Count == 0)
{
    // Ctrl-C is the run's own business: stopping eight processes in order takes longer than the library would wait.
    return await call.InvokeAsync(
        new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
}

foreach (string fault in call.Errors.Select(e => e.Message).Distinct())
{
    console.Error(fault);
}

console.Error("See deploy/demo --help");
return ExitCodes.Usage;
