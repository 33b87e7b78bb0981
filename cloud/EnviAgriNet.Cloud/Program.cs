using System.CommandLine;
using EnviAgriNet.Cloud.Commands;
using EnviAgriNet.Hosting;

SystemConsole console = new();
RootCommand root = new("eag-cloud: stores readings, judges regions, warns people. Without a command it runs the cloud.");
RunCommand.AddTo(root, console);
StationCommand.AddTo(root, console);
SubscriberCommand.AddTo(root, console);
DeliveriesCommand.AddTo(root, console);
root.Subcommands.Add(LedgerCommand.Create(new ProgramOptions(), console));
root.Subcommands.Add(AlertCommand.Create(new ProgramOptions(), console));

// The host stops at its own pace, bounded by its shutdown time-out; the parser would cut it short after two seconds.
InvocationConfiguration invocation = new() { ProcessTerminationTimeout = null };
return await root.Parse(args).InvokeAsync(invocation);
