using System.CommandLine;
using EnviAgriNet.Cloud.Channels.Line;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands;

/// <summary><c>line</c>: links accounts of LINE to subscribers.</summary>
internal static class LineCommand
{
    /// <summary>Adds the command.</summary>
    public static void AddTo(RootCommand root, IConsole console)
    {
        Command code = new("code", "print a code that links a LINE account to a subscriber when it is sent to our account there");
        Argument<long> subscriber = new("subscriber") { Description = "the subscriber's row number" };
        code.Arguments.Add(subscriber);
        code.Act(console, async (call, configuration, _) =>
        {
            await using ServiceProvider registry = CloudCall.Registry(configuration);
            LineLinkBook links = ActivatorUtilities.CreateInstance<LineLinkBook>(registry);
            if (links.CodeFor(call.GetValue(subscriber)) is not { } made)
            {
                console.Error("there is no such subscriber");
                return ExitCodes.Failed;
            }

            console.Line(made);
            return ExitCodes.Ok;
        });
        Command line = new("line", "messages by LINE");
        line.Subcommands.Add(code);
        root.Subcommands.Add(line);
    }
}
