using System.Diagnostics;

namespace EnviAgriNet.Benchmarks.Machine;

/// <summary>Programs of the machine that a benchmark needs.</summary>
internal static class Tool
{
    private static readonly string[] Further = ["/usr/sbin", "/sbin", "/usr/local/sbin"];

    /// <summary>The full path of a program, or null.</summary>
    public static string? Find(string file) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(':').Concat(Further)
            .Select(folder => Path.Combine(folder, file))
            .FirstOrDefault(File.Exists);

    /// <summary>Throws with what to install when a program is missing.</summary>
    public static void Require(string file, string package)
    {
        if (Find(file) is null)
        {
            throw new BenchmarkException($"'{file}' is not installed: apt-get install {package}");
        }
    }

    /// <summary>Runs a program to its end and returns what it printed; throws when it fails.</summary>
    public static string Run(string file, string package, string folder, TimeSpan limit, params string[] args)
    {
        Require(file, package);
        ProcessStartInfo start = new(Find(file)!, args)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            throw new BenchmarkException($"'{file} {string.Join(' ', args)}' took longer than {limit}");
        }

        return process.ExitCode == 0
            ? output.Result
            : throw new BenchmarkException(
                $"'{file} {string.Join(' ', args)}' ended with {process.ExitCode}: {error.Result}{output.Result}");
    }
}
