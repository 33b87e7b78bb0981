using System.CommandLine;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands.Quality;

/// <summary><c>quality</c>: what is thought of the readings, by whom and why. All of it works beside a running cloud.</summary>
internal static class QualityCommand
{
    /// <summary>Adds the commands.</summary>
    public static void AddTo(RootCommand root, IConsole console)
    {
        Command quality = new("quality", "what is thought of the readings: versions, verdicts, a person's word");
        quality.Subcommands.Add(QualityVersionsCommand.Make(console));
        quality.Subcommands.Add(QualityShowCommand.Make(console));
        quality.Subcommands.Add(QualityOverrideCommand.Make(console));
        quality.Subcommands.Add(QualityRerunCommand.Make(console));
        root.Subcommands.Add(quality);
    }
}
