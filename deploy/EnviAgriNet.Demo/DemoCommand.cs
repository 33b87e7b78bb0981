using System.CommandLine;
using EnviAgriNet.Demo.Runs;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Demo;

/// <summary>The command line of the demo.</summary>
public static class DemoCommand
{
    private static readonly Option<bool> Once = new("--once") { Description = "end by itself, in under three minutes" };

    private static readonly Option<bool> Json = new("--json")
    {
        Description = "print the account as JSON, the last line of standard output; all else goes to standard error",
    };

    private static readonly Option<double?> Speed = new("--speed")
    {
        Description = "simulated seconds in a second, 1 to 20000; of a recording 0 (no pause) to 1000000",
        HelpName = "N",
    };

    private static readonly Option<int> Seed = new("--seed")
    {
        Description = "seed of the simulated weather",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<int> Port = new("--port") { Description = "port of the page; 0 is a free one", HelpName = "N" };

    private static readonly Option<string?> Folder = new("--folder")
    {
        Description = "keep settings, data and logs in this folder",
        HelpName = "DIR",
    };

    /// <summary>The root command.</summary>
    public static RootCommand Build(IConsole console)
    {
        RootCommand root = new("A broker, four centres and the cloud on this machine, with a haze and a flood");
        foreach (Option option in (Option[])[Once, Json, Speed, Seed, Port, Folder, .. ReplayOptions.All])
        {
            root.Options.Add(option);
        }

        root.SetAction((call, cancellationToken) => RunAsync(call, console, cancellationToken));
        return root;
    }

    private static async Task<int> RunAsync(ParseResult parsed, IConsole console, CancellationToken cancellationToken)
    {
        DemoCall call;
        try
        {
            call = Read(parsed);
        }
        catch (FormatException e)
        {
            console.Error(e.Message);
            console.Error("See deploy/demo --help");
            return ExitCodes.Usage;
        }

        return await new DemoRun(call, console).RunAsync(cancellationToken);
    }

    private static DemoCall Read(ParseResult parsed)
    {
        ReplayCall? replay = ReplayOptions.Read(parsed);
        double? speed = parsed.GetValue(Speed);
        (double lowest, double highest) = replay is null ? (1, 20_000) : (0, 1_000_000);
        if (speed < lowest || speed > highest)
        {
            throw new FormatException($"--speed {speed} is not from {lowest} to {highest}");
        }

        int port = parsed.GetValue(Port);
        if (port is < 0 or > 65535)
        {
            throw new FormatException($"--port {port} is not from 0 to 65535");
        }

        return new DemoCall(
            parsed.GetValue(Once) || replay is not null,
            parsed.GetValue(Json),
            speed,
            parsed.GetValue(Seed),
            port,
            parsed.GetValue(Folder),
            replay);
    }
}
