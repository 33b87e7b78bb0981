using System.CommandLine;
using EnviAgriNet.Cloud.Commands;
using EnviAgriNet.Cloud.Commands.Calc;
using EnviAgriNet.Cloud.Commands.Quality;
using EnviAgriNet.Hosting;

SystemConsole console = new();
RootCommand root = new("eag-cloud: stores readings, judges regions, warns people. Without a command it runs the cloud.");
RunCommand.AddTo(root, console);
StationCommand.AddTo(root, console);
SubscriberCommand.AddTo(root, console);
ConsentCommand.AddTo(root, console);
DeliveriesCommand.AddTo(root, console);
LedgerCommand.AddTo(root, console);
AlertCommand.AddTo(root, console);
CapCommand.AddTo(root, console);
OfficerCommand.AddTo(root, console);
AuditCommand.AddTo(root, console);
CalcCommand.AddTo(root, console);
QualityCommand.AddTo(root, console);
HazardCommand.AddTo(root, console);
ClimateCommand.AddTo(root, console);
PlaceCommand.AddTo(root, console);
EvacuationCommand.AddTo(root, console);

return await ProgramCall.RunAsync(root, args);
