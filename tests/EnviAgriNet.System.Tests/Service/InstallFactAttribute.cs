using System.Diagnostics;
using EnviAgriNet.Testing;

namespace EnviAgriNet.System.Tests.Service;

/// <summary>A test in a fresh Debian; it is skipped, saying why, where there is none to be had.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class InstallFactAttribute : FactAttribute
{
    private static readonly TimeSpan FetchTimeMax = TimeSpan.FromMinutes(5);

    // Once for all who ask: the first time Debian comes over the network.
    private static readonly Lazy<string?> Reason = new(() =>
    {
        (int code, string said) = RunScript(FetchTimeMax, "--prepare");
        return code == 0 ? null : said.Trim().Split('\n')[^1];
    });

    public InstallFactAttribute() => Skip = Reason.Value;

    /// <summary>Runs <c>tests/install-root</c> to its end.</summary>
    public static (int Code, string Said) RunScript(TimeSpan limit, params string[] arguments)
    {
        ProcessStartInfo start = new("timeout", ["--kill-after=20", $"{limit.TotalSeconds:0}", Path.Combine(Repository.Root, "tests", "install-root"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said + errors.Result);
    }
}
