using System.Diagnostics;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Cloud.Tests.Commands.Backtest;

/// <summary>A test on the workbook of monthly rain; it is skipped, saying so, where that or what reads it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RainWorkbookFactAttribute : FactAttribute
{
    public const string Workbook = "water/oae_rain_dams/oae_rainfall_monthly.xls";

    public RainWorkbookFactAttribute()
    {
        Skip = !File.Exists(SharedData.PathOf(Workbook))
            ? $"The recording '{Workbook}' is not in '{SharedData.Folder}' (set RECORDINGS_FOLDER to the folder that has it)"
            : Table() is null ? "docs/oae-rain-to-csv needs python3-xlrd" : null;
    }

    /// <summary>The workbook as a table; null when it cannot be turned into one here.</summary>
    public static string? Table()
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(
                Path.Combine(Repository.Root, "docs", "oae-rain-to-csv"), [SharedData.PathOf(Workbook)])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            string table = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? table : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
