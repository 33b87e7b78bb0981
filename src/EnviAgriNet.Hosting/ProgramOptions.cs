using System.CommandLine;
using Microsoft.Extensions.Configuration;

namespace EnviAgriNet.Hosting;

/// <summary>The command-line options that every program of the network has.</summary>
/// <param name="configName">Another name for <c>--config</c>, for a command that has one of its own.</param>
public sealed class ProgramOptions(string configName = "--config")
{
    /// <summary><c>--config FILE</c>: the JSON file of settings; without it, defaults and the environment hold.</summary>
    public Option<FileInfo?> Config { get; } = new(configName)
    {
        Description = "JSON file of settings; without it, defaults and EAG_ environment variables hold",
        HelpName = "FILE",
    };

    /// <summary><c>--set Section:Key=VALUE</c>, any number of times: one setting, stronger than file and environment.</summary>
    public Option<string[]> Set { get; } = new("--set")
    {
        Description = "one setting as Section:Key=VALUE, stronger than file and environment; may stand several times",
        HelpName = "KEY=VALUE",
        AllowMultipleArgumentsPerToken = false,
    };

    /// <summary>Adds both options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(Config);
        command.Options.Add(Set);
    }

    /// <summary>Reads the settings a call asked for. Throws a <see cref="FormatException"/> for a <c>--set</c> without <c>=</c>.</summary>
    public IConfigurationRoot Read(ParseResult call)
    {
        IEnumerable<KeyValuePair<string, string?>> overrides = (call.GetValue(Set) ?? []).Select(text =>
        {
            int at = text.IndexOf('=', StringComparison.Ordinal);
            return at > 0
                ? new KeyValuePair<string, string?>(text[..at], text[(at + 1)..])
                : throw new FormatException($"--set '{text}' is not Section:Key=VALUE");
        });
        return ConfigurationSetup.Read(call.GetValue(Config)?.FullName, overrides);
    }
}
