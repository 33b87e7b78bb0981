using System.CommandLine;
using System.Text.Json;
using EnviAgriNet.Cloud.Channels.Proof;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands;

/// <summary><c>alert show</c>: the proof of one alert version. Works beside a running cloud.</summary>
internal static class AlertShowCommand
{
    /// <summary>Adds the command.</summary>
    public static void AddTo(Command alert, IConsole console)
    {
        Command show = new("show", "print what became of an alert version: whom it was meant for, when it left, whom it reached, and why not the others");
        Argument<string> name = new("alert") { Description = "the version's number or its CAP identifier", HelpName = "N" };
        Option<bool> export = new("--export")
        {
            Description = "leave out what must not leave the agency: counts of places with fewer than 5 people, rare reasons, who did what",
        };
        Option<bool> json = CloudCall.JsonOption();
        show.Arguments.Add(name);
        show.Options.Add(export);
        show.Options.Add(json);
        show.Act(console, async (call, configuration, _) =>
        {
            await using ServiceProvider registry = CloudCall.Registry(configuration);
            string asked = call.GetRequiredValue(name);
            if (registry.GetRequiredService<ProofBook>().Find(asked) is not { } proof)
            {
                console.Error($"there is no alert '{asked}'; `alert list` shows those there are");
                return ExitCodes.Failed;
            }

            Print(call.GetValue(export) ? ProofExport.Of(proof) : proof, call.GetValue(json), console);
            return ExitCodes.Ok;
        });
        alert.Subcommands.Add(show);
    }

    private static void Print(AlertProof proof, bool asJson, IConsole console)
    {
        if (asJson)
        {
            console.Line(JsonSerializer.Serialize(proof, ProofJson.Readable.AlertProof));
            return;
        }

        foreach (string line in ProofPrinter.Lines(proof))
        {
            console.Line(line);
        }
    }
}
