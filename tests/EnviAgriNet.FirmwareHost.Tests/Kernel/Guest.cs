using System.Diagnostics;
using EnviAgriNet.Testing;

namespace EnviAgriNet.FirmwareHost.Tests.Kernel;

/// <summary>
/// Debian's own kernel in QEMU, with the files of tests/kernel/sensors. Programs of this machine run in it; scripts, their output and
/// what a test wants to read go through a folder that both share.
/// </summary>
internal sealed class Guest : IDisposable
{
    // A guest without help of the processor on a busy machine; each script has far less to do.
    private static readonly TimeSpan ScriptMax = TimeSpan.FromSeconds(120);

    private readonly TempFolder _folder = new();
    private readonly Process _process;
    private int _scripts;

    private Guest(string app)
    {
        string root = Directory.CreateDirectory(_folder.File("root")).FullName;
        string kernel = Path.Combine(Repository.Root, "tests", "kernel");
        foreach (string file in Directory.GetFiles(Path.Combine(kernel, "sensors")))
        {
            File.Copy(file, Path.Combine(root, Path.GetFileName(file)));
        }

        Directory.CreateDirectory(Shared);
        Compile(Path.Combine(kernel, "sensors", "board.c"), Path.Combine(root, "board"));
        ProcessStartInfo start = new(
            Path.Combine(kernel, "boot"),
            [root, "-netdev", "user,id=net", "-device", "virtio-net-pci,netdev=net,romfile="])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["SHARE"] = $"app={app} out={Shared}",
                ["CONSOLE"] = Path.Combine(_folder.Path, "console"),
                ["MEMORY"] = "320",
                ["LIMIT"] = "900",
            },
        };
        _process = Process.Start(start)!;
    }

    /// <summary>The folder that both see; in the guest's programs it is <c>/tmp/out</c>.</summary>
    public string Shared => _folder.File("shared");

    /// <summary>What the kernel and the first scripts wrote.</summary>
    public string Console => string.Join('\n', new[] { _folder.File("console") }.Where(File.Exists).Select(File.ReadAllText));

    /// <summary>Boots. Programs in <paramref name="app"/> are in <c>/tmp/app</c>.</summary>
    public static async Task<Guest> BootAsync(string app)
    {
        Guest first = new(app);
        try
        {
            await first.ReadyAsync();
            return first;
        }
        catch (TimeoutException) when (!first.Console.Contains("@init", StringComparison.Ordinal))
        {
            // One boot of some hundreds says nothing at all; that is QEMU's and no finding about the program.
            first.Dispose();
            Guest second = new(app);
            await second.ReadyAsync();
            return second;
        }
    }

    /// <summary>Runs a script, which must end well, and returns what it wrote.</summary>
    public async Task<string> RunAsync(string script)
    {
        (int status, string output) = await TryAsync(script);
        return status == 0 ? output : throw new InvalidOperationException($"Status {status} in the guest of\n{script}\n{output}");
    }

    /// <summary>Runs a script and returns its status and what it wrote.</summary>
    public async Task<(int Status, string Output)> TryAsync(string script)
    {
        string name = $"script{++_scripts}";
        await File.WriteAllTextAsync(Path.Combine(Shared, name + ".sh"), script + "\n");
        await _process.StandardInput.WriteAsync(name + "\n");
        await _process.StandardInput.FlushAsync();
        string answer = await LineAsync($"the end of\n{script}");
        Assert.StartsWith(name + " ", answer, StringComparison.Ordinal);
        return (int.Parse(answer[(name.Length + 1)..]), await File.ReadAllTextAsync(Path.Combine(Shared, name + ".out")));
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.WaitForExit();
        _process.Dispose();
        _folder.Dispose();
    }

    private static void Compile(string source, string program)
    {
        using Process gcc = Process.Start("gcc", ["-O2", "-static", "-Wall", "-Wextra", "-Werror", "-o", program, source]);
        gcc.WaitForExit();
        Assert.Equal(0, gcc.ExitCode);
    }

    private async Task ReadyAsync() => Assert.Equal("ready", await LineAsync("its start"));

    private async Task<string> LineAsync(string what)
    {
        using CancellationTokenSource limit = new(ScriptMax);
        try
        {
            return await _process.StandardOutput.ReadLineAsync(limit.Token)
                ?? throw new InvalidOperationException($"The guest ended before {what}\n{Console}\n{await _process.StandardError.ReadToEndAsync()}");
        }
        catch (OperationCanceledException e)
        {
            throw new TimeoutException($"The guest did not come within {ScriptMax.TotalSeconds} s to {what}\n{Console}", e);
        }
    }
}
