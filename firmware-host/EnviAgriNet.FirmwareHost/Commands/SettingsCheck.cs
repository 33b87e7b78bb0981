using EnviAgriNet.FirmwareHost.Actuators;
using EnviAgriNet.FirmwareHost.Boards;
using EnviAgriNet.FirmwareHost.Boards.Replay;
using EnviAgriNet.FirmwareHost.Link;
using EnviAgriNet.FirmwareHost.Sampling;
using EnviAgriNet.Hosting;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.FirmwareHost.Commands;

/// <summary>Finds every fault of the settings before anything is started.</summary>
internal static class SettingsCheck
{
    private static readonly string[] Sections =
    [
        StationOptions.Section, BoardOptions.Section, ReplayOptions.Section, EdgeLinkOptions.Section, RingOptions.Section,
        ActuatorOptions.Section, "Logging",
    ];

    public static IServiceCollection AddFirmwareOptions(this IServiceCollection services, IConfiguration configuration) => services
        .AddAreaOptions<StationOptions>(configuration, StationOptions.Section)
        .AddAreaOptions<BoardOptions>(configuration, BoardOptions.Section)
        .AddAreaOptions<ReplayOptions>(configuration, ReplayOptions.Section)
        .AddAreaOptions<EdgeLinkOptions>(configuration, EdgeLinkOptions.Section)
        .AddAreaOptions<RingOptions>(configuration, RingOptions.Section)
        .AddAreaOptions<ActuatorOptions>(configuration, ActuatorOptions.Section);

    /// <summary>All faults, each a sentence; empty when the settings can be used.</summary>
    public static IReadOnlyList<string> Faults(IServiceProvider services, IConfigurationRoot configuration)
    {
        List<string> faults = [.. UnknownSections(configuration)];
        Try<StationOptions>(StationOptions.Section);
        Try<BoardOptions>(BoardOptions.Section);
        Try<ReplayOptions>(ReplayOptions.Section);
        Try<EdgeLinkOptions>(EdgeLinkOptions.Section);
        Try<RingOptions>(RingOptions.Section);
        Try<ActuatorOptions>(ActuatorOptions.Section);
        return faults;

        void Try<T>(string section)
            where T : class
        {
            try
            {
                _ = services.GetRequiredService<IOptions<T>>().Value;
            }
            catch (OptionsValidationException e)
            {
                faults.AddRange(e.Failures.Select(f => $"{section}: {f[(f.IndexOf("with the error: '", StringComparison.Ordinal) is var i && i >= 0 ? i + 17 : 0)..].TrimEnd('.', '\'')}"));
            }
            catch (InvalidOperationException e)
            {
                faults.Add($"{section}: {e.Message} {e.InnerException?.Message}".TrimEnd());
            }
        }
    }

    /// <summary>The environment is shared with other programs, so only the file and the command line are looked at.</summary>
    private static IEnumerable<string> UnknownSections(IConfigurationRoot configuration) => configuration.Providers
        .Where(p => p is not EnvironmentVariablesConfigurationProvider)
        .SelectMany(p => p.GetChildKeys([], null))
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .Where(key => !Sections.Contains(key, StringComparer.OrdinalIgnoreCase))
        .Select(key => $"section '{key}' is none of {string.Join(", ", Sections)}");
}
