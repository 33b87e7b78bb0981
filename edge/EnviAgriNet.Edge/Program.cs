using System.CommandLine;
using EnviAgriNet.Edge;
using EnviAgriNet.Edge.Identity;
using EnviAgriNet.Edge.Status;
using EnviAgriNet.Hosting;

SystemConsole console = new();
ProgramOptions program = new();
RootCommand root = new("Takes readings in at a community digital centre and keeps them safe until the cloud has proved that it has them");
RunCommand.AddTo(root, program, console);
root.Subcommands.Add(EnrolCommand.Create(program, console));
root.Subcommands.Add(StatusCommand.Create(program, console));

return await ProgramCall.RunAsync(root, args);
