using System.CommandLine;
using System.Text.Json.Nodes;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands;

/// <summary>The <c>list</c> of a group of commands: what a book of the registry holds, one a line or as JSON.</summary>
internal static class ListCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="console">Where it is printed.</param>
    /// <param name="description">What is printed.</param>
    /// <param name="all">What the book holds.</param>
    /// <param name="line">One of them as a line.</param>
    /// <param name="json">One of them as JSON.</param>
    public static Command Of<TBook, T>(
        IConsole console, string description, Func<TBook, IReadOnlyList<T>> all, Func<T, string> line, Func<T, JsonObject> json)
        where TBook : notnull
    {
        Command command = new("list", description);
        Option<bool> asJson = CloudCall.JsonOption();
        command.Options.Add(asJson);
        command.Act(console, async (call, configuration, _) =>
        {
            await using ServiceProvider registry = CloudCall.Registry(configuration);
            IReadOnlyList<T> found = all(registry.GetRequiredService<TBook>());
            if (call.GetValue(asJson))
            {
                console.Line(new JsonArray([.. found.Select(json)]).ToJsonString(CloudCall.ReadableJson));
                return ExitCodes.Ok;
            }

            foreach (T one in found)
            {
                console.Line(line(one));
            }

            return ExitCodes.Ok;
        });
        return command;
    }
}
