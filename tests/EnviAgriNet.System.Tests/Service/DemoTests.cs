using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using EnviAgriNet.Demo;
using EnviAgriNet.Demo.Field;
using EnviAgriNet.Hosting;
using EnviAgriNet.System.Tests.Architecture;

namespace EnviAgriNet.System.Tests.Service;

/// <summary>The demo as its caller has it: the built program, its last line, its exit code.</summary>
public sealed class DemoTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Once_Simulated_LosesNothingAndWarns()
    {
        (int exitCode, string output, string errors) = await RunAsync("--once", "--json");
        Assert.True(exitCode == ExitCodes.Ok, $"Exit code {exitCode}\n{output}\n{errors}");
        Totals totals = LastLine(output);
        Assert.True(totals.IsGood && totals.Missing == 0, output);
        Assert.True(output.TrimEnd().Split('\n').Length == 1, $"With --json only the account goes to standard output:\n{output}");
        // Both the haze and the flood have come and gone within the run.
        string[] ended = [.. errors.Split('\n').Where(l => l.EndsWith("all-clear", StringComparison.Ordinal))];
        Assert.True(ended.Any(l => l.Contains(" in 5001", StringComparison.Ordinal)), $"No haze came and went:\n{errors}");
        Assert.True(ended.Any(l => l.Contains(" in 5501", StringComparison.Ordinal)), $"No flood came and went:\n{errors}");
    }

    [Fact]
    public async Task Once_WithARecording_RaisesAndEndsItsHaze()
    {
        using FieldFolder folder = FieldFolder.Temporary();
        string file = Path.Combine(folder.Path, "air.csv");
        await File.WriteAllTextAsync(file, HazeRecording());
        (int exitCode, string output, string errors) = await RunAsync(
            "--once", "--json", "--replay", file, "--map", "when=time,dust=pm25,temp=air_temperature", "--zone", "+07:00",
            "--station", "sys-replay", "--region", "5001");
        Assert.True(exitCode == ExitCodes.Ok, $"Exit code {exitCode}\n{output}\n{errors}");
        Totals totals = LastLine(output);
        Assert.Equal((2 * 24 * 40) - 1, totals.Accepted);
        Assert.Equal(totals.Accepted, totals.Stored);
        Assert.Contains(errors.Split('\n'), l => l.EndsWith("all-clear", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("INT", ExitCodes.Ok)]
    [InlineData("KILL", 128 + 9)]
    public async Task Live_Ended_LeavesNoProcessBehind(string signal, int exitCode)
    {
        using FieldFolder folder = FieldFolder.Temporary();
        using Process demo = Start("--folder", folder.Path);
        await Awaiting.UntilAsync(
            "the demo to run",
            TimeSpan.FromSeconds(60),
            _ => Task.FromResult(ProcessesOf(folder) is { Count: >= 8 } ? null : $"{ProcessesOf(folder).Count} processes"),
            CancellationToken.None);
        await Process.Start("kill", [$"-{signal}", demo.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExitAsync();
        await demo.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(exitCode, demo.ExitCode);
        await Awaiting.UntilAsync(
            "every process to be gone",
            TimeSpan.FromSeconds(5),
            _ => Task.FromResult(ProcessesOf(folder) is { Count: > 0 } left ? string.Join("; ", left) : null),
            CancellationToken.None);
    }

    [Theory]
    [InlineData("--blank")]
    [InlineData("--replay", "no-such-file.csv", "--map", "a=time,b=pm25")]
    [InlineData("--bank", "3")]
    [InlineData("--speed", "0")]
    public async Task Call_ThatIsWrong_EndsWithUsageAndSaysWhy(params string[] arguments)
    {
        (int exitCode, string output, string errors) = await RunAsync(arguments);
        Assert.Equal(ExitCodes.Usage, exitCode);
        Assert.Empty(output);
        Assert.NotEmpty(errors);
    }

    [Fact]
    public void Script_Help_NamesEveryOption()
    {
        string script = File.ReadAllText(Path.Combine(SourceTree.Root, "deploy", "demo"));
        string help = script[..script.IndexOf("set -euo", StringComparison.Ordinal)];
        foreach (string option in DemoCommand.Build(new SystemConsole()).Options.Select(o => o.Name).Where(o => o is not ("--help" or "--version")))
        {
            Assert.True(help.Contains($"{option} ", StringComparison.Ordinal), $"deploy/demo --help does not name {option}");
        }
    }

    /// <summary>Command lines that name the folder, the demo's own left out.</summary>
    private static List<string> ProcessesOf(FieldFolder folder)
    {
        List<string> found = [];
        foreach (string process in Directory.EnumerateDirectories("/proc").Where(p => char.IsAsciiDigit(p[^1])))
        {
            try
            {
                string command = File.ReadAllText(Path.Combine(process, "cmdline")).Replace('\0', ' ');
                if (command.Contains(folder.Path, StringComparison.Ordinal)
                    && !command.Contains("--folder", StringComparison.Ordinal))
                {
                    found.Add(command);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It ended while we looked.
            }
        }

        return found;
    }

    private static Process Start(params string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "eag-demo.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using Process process = Start(arguments);
        using CancellationTokenSource limit = new(Limit);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(limit.Token);
            Task<string> errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output, await errors);
        }
        finally
        {
            process.Kill();
        }
    }

    private static Totals LastLine(string output) =>
        JsonSerializer.Deserialize<Totals>(output.TrimEnd().Split('\n')[^1]) ?? throw new InvalidDataException(output);

    /// <summary>40 days of hours with a haze of a week in the middle, and one gap.</summary>
    private static string HazeRecording()
    {
        StringBuilder csv = new("when,dust,temp\n");
        DateTime start = new(2019, 3, 1, 0, 0, 0, DateTimeKind.Unspecified);
        for (int hour = 0; hour < 40 * 24; hour++)
        {
            int day = hour / 24;
            string dust = hour == 100 ? "-999" : (day is >= 15 and < 22 ? 130 + (hour % 24) : 12 + (hour % 10)).ToString(CultureInfo.InvariantCulture);
            csv.Append(CultureInfo.InvariantCulture, $"{start.AddHours(hour):yyyy-MM-dd HH:mm:ss},{dust},{20 + (hour % 24 / 2.0)}\n");
        }

        return csv.ToString();
    }
}
