using System.CommandLine;
using EnviAgriNet.Cloud.Commands.Backtest;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands;

/// <summary><c>hazard</c>: the rules of hazards, and what they would have done.</summary>
internal static class HazardCommand
{
    /// <summary>Adds the commands.</summary>
    public static void AddTo(RootCommand root, IConsole console)
    {
        Command hazard = new("hazard", "the rules of hazards, and what they would have done");
        HazardDescribeCommand.AddTo(hazard, console);
        HazardRuleCommand.AddTo(hazard, console);
        BacktestCommand.AddTo(hazard, console);
        root.Subcommands.Add(hazard);
    }
}
