using System.CommandLine;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands;

/// <summary><c>run</c>, also without being named: the cloud until it is told to stop.</summary>
internal static class RunCommand
{
    /// <summary>Adds the command, and makes it what the program does by default.</summary>
    public static void AddTo(RootCommand root, IConsole console)
    {
        Command run = new("run", "run the cloud until it is told to stop");
        Add(run, console);
        Add(root, console);
        root.Subcommands.Add(run);
    }

    private static void Add(Command command, IConsole console)
    {
        Option<bool> print = new("--print-config") { Description = "print all settings with their defaults, and end" };
        command.Options.Add(print);
        command.Act(console, async (call, configuration, cancellationToken) =>
        {
            if (call.GetValue(print))
            {
                console.Line(SampleConfiguration.Write());
                return ExitCodes.Ok;
            }

            await using WebApplication app = CloudHost.Build(configuration, replace: null);
            await app.StartAsync(cancellationToken);
            console.Error($"listening on {string.Join(", ", app.Urls)}");
            await app.WaitForShutdownAsync(cancellationToken);
            return ExitCodes.Ok;
        });
    }
}
