using System.CommandLine;
using EnviAgriNet.Demo;
using EnviAgriNet.Hosting;

SystemConsole console = new();
ParseResult call = DemoCommand.Build(console).Parse(args);
if (call.Errors.Count == 0)
{
    return await call.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}

foreach (string fault in call.Errors.Select(e => e.Message).Distinct())
{
    console.Error(fault);
}

console.Error("See deploy/demo --help");
return ExitCodes.Usage;
