using System.CommandLine;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands;

/// <summary><c>hazard describe</c>: what the rules that come with the program say, in Markdown.</summary>
internal static class HazardDescribeCommand
{
    /// <summary>Adds the command.</summary>
    public static void AddTo(Command hazard, IConsole console)
    {
        Command describe = new("describe", "say what the rules that come with the program are, in Markdown");
        describe.SetAction(_ =>
        {
            bool isFirst = true;
            foreach (HazardRule rule in DefaultRules.All)
            {
                if (!isFirst)
                {
                    console.Line(string.Empty);
                }

                isFirst = false;
                foreach (string line in RuleText.Lines(rule))
                {
                    console.Line(line);
                }
            }

            return ExitCodes.Ok;
        });
        hazard.Subcommands.Add(describe);
    }
}
