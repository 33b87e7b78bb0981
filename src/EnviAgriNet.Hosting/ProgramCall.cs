using System.CommandLine;

namespace EnviAgriNet.Hosting;

/// <summary>How every program answers a call.</summary>
public static class ProgramCall
{
    /// <summary>
    /// Runs what the arguments ask for; the exit code is the command's, or <see cref="ExitCodes.Usage"/> when the call cannot be
    /// understood. A running host stops on signals by itself, at its own bounded pace: the parser would cut it short after two seconds.
    /// </summary>
    public static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        ArgumentNullException.ThrowIfNull(root);
        ParseResult call = root.Parse(args);
        int code = await call.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
        return call.Errors.Count > 0 ? ExitCodes.Usage : code;
    }
}
