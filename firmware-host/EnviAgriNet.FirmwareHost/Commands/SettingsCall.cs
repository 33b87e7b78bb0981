using System.CommandLine;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.FirmwareHost.Commands;

/// <summary>Calls a command with the settings it was given, or says why they cannot be read.</summary>
internal static class SettingsCall
{
    public static async Task<int> RunAsync(
        ProgramOptions options, ParseResult call, IConsole console, Func<IConfigurationRoot, Task<int>> command)
    {
        try
        {
            return await command(options.Read(call));
        }
        catch (Exception e) when (e is FormatException or FileNotFoundException or InvalidDataException)
        {
            console.Error($"eag-firmware: {e.Message}");
            return ExitCodes.Usage;
        }
    }
}
