using System.Diagnostics;
using EnviAgriNet.Demo.StandIns;
using EnviAgriNet.Testing;

namespace EnviAgriNet.FirmwareHost.Tests.Serial;

/// <summary>The path through libserialport itself, which takes no pseudo-terminal unless it is made to believe in one.</summary>
public sealed class SerialPortLineTests
{
    private const string Port = "/dev/ttyUSB7";

    [CompilerFact]
    public async Task Sample_ThroughLibserialport_IsAnsweredAndUnpluggingIsNoticed()
    {
        using TempFolder folder = new();
        string shim = folder.File("ttyshim.so");
        using (Process gcc = Process.Start("gcc", ["-O2", "-shared", "-fPIC", "-o", shim, Path.Combine(AppContext.BaseDirectory, "Serial", "ttyshim.c"), "-ldl"]))
        {
            await gcc.WaitForExitAsync();
            Assert.Equal(0, gcc.ExitCode);
        }

        using StandInPms5003 sensor = new(() => (4, 21, 33), new ManualTime(DateTimeOffset.UnixEpoch));
        ProcessStartInfo start = new("dotnet", [typeof(SerialPortLineTests).Assembly.Location, Port, "1", "2", "3"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            Environment = { ["LD_PRELOAD"] = shim, ["TTYSHIM"] = $"{Port}={sensor.Line.Path}", ["DOTNET_EnableDiagnostics"] = "0" },
        };
        using Process probe = Process.Start(start)!;
        List<string> lines = [];
        while (await probe.StandardOutput.ReadLineAsync() is { } line && line != "sampled")
        {
            lines.Add(line);
        }

        Assert.Equal(["SerialPortLine", "21", "21", "21"], lines);
        sensor.Line.Dispose();
        await probe.StandardInput.WriteLineAsync();
        string rest = await probe.StandardOutput.ReadToEndAsync();
        await probe.WaitForExitAsync();
        Assert.True(probe.ExitCode == 3 && rest.StartsWith("Missing", StringComparison.Ordinal), $"exit code {probe.ExitCode}, {rest}");
    }

    /// <summary>Needs a C compiler, and says so where there is none.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class CompilerFactAttribute : FactAttribute
    {
        public CompilerFactAttribute()
        {
            if (!File.Exists("/usr/bin/gcc"))
            {
                Skip = "There is no gcc, and libserialport takes no pseudo-terminal without a shim in C";
            }
        }
    }
}
