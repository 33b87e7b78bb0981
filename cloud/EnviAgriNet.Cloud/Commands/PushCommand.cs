using System.CommandLine;
using EnviAgriNet.Cloud.Channels.WebPush;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands;

/// <summary><c>push</c>: what web push needs beside the settings.</summary>
internal static class PushCommand
{
    /// <summary>Adds the command.</summary>
    public static void AddTo(RootCommand root, IConsole console)
    {
        Command keys = new("keys", "make the key pair that introduces this cloud to push services, in a new file");
        Argument<string> file = new("file") { Description = "the file; it must not exist" };
        keys.Arguments.Add(file);
        keys.SetAction(call =>
        {
            string path = call.GetRequiredValue(file);
            try
            {
                using VapidKey key = VapidKey.Create(path);
                console.Line(key.PublicKey);
                return ExitCodes.Ok;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A key pair that exists is never replaced: every browser would have to subscribe again.
                console.Error(File.Exists(path) ? $"'{path}' exists already; it is left as it is" : e.Message);
                return ExitCodes.Usage;
            }
        });
        Command push = new("push", "web push");
        push.Subcommands.Add(keys);
        root.Subcommands.Add(push);
    }
}
