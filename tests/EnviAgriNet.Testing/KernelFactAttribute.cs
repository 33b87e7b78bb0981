using System.Diagnostics;
using Xunit;

namespace EnviAgriNet.Testing;

/// <summary>Needs a real kernel in a guest, and says why where it cannot be had.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class KernelFactAttribute : FactAttribute
{
    // What tests/kernel/prepare ends with when the machine cannot have it. Any other failure is a fault, which the test shows.
    private const int CannotBeHad = 3;

    private static readonly Lazy<string?> Reason = new(Ask);

    /// <summary>Asks once for all tests of a project.</summary>
    public KernelFactAttribute() => Skip = Reason.Value;

    private static string? Ask()
    {
        if (!File.Exists("/usr/bin/gcc"))
        {
            return "There is no gcc, which makes what a guest is given";
        }

        ProcessStartInfo start = new(Path.Combine(Repository.Root, "tests", "kernel", "prepare"))
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        using Process prepare = Process.Start(start)!;
        string said = prepare.StandardError.ReadToEnd().Trim();
        prepare.WaitForExit();
        return prepare.ExitCode == CannotBeHad ? $"There is no kernel to boot: {said}" : null;
    }
}
