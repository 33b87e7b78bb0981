using System.ComponentModel.DataAnnotations;
using EnviAgriNet.FirmwareHost.Actuators;
using EnviAgriNet.FirmwareHost.Boards;
using EnviAgriNet.FirmwareHost.Boards.Replay;
using EnviAgriNet.FirmwareHost.Calibration;
using EnviAgriNet.FirmwareHost.Link;
using EnviAgriNet.FirmwareHost.Sampling;
using EnviAgriNet.FirmwareHost.Sensors;
using EnviAgriNet.Hosting;
using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace EnviAgriNet.FirmwareHost.Commands;

/// <summary>Finds every fault of the settings before anything is started.</summary>
internal static class SettingsCheck
{
    private const string LoggingSection = "Logging";

    /// <summary>The sections of this program, each with its defaults.</summary>
    public static IReadOnlyDictionary<string, object> Defaults { get; } = new Dictionary<string, object>
    {
        [StationOptions.Section] = new StationOptions(),
        [BoardOptions.Section] = new BoardOptions(),
        [ReplayOptions.Section] = new ReplayOptions(),
        [EdgeLinkOptions.Section] = new EdgeLinkOptions(),
        [RingOptions.Section] = new RingOptions(),
        [ActuatorOptions.Section] = new ActuatorOptions(),
        [SirenOptions.Section] = new SirenOptions(),
        [DisplayOptions.Section] = new DisplayOptions(),
        [VoiceOptions.Section] = new VoiceOptions(),
    };

    public static IServiceCollection AddFirmwareOptions(this IServiceCollection services, IConfiguration configuration) => services
        .AddAreaOptions<StationOptions>(configuration, StationOptions.Section)
        .AddAreaOptions<BoardOptions>(configuration, BoardOptions.Section)
        .AddAreaOptions<ReplayOptions>(configuration, ReplayOptions.Section)
        .AddAreaOptions<EdgeLinkOptions>(configuration, EdgeLinkOptions.Section)
        .AddAreaOptions<RingOptions>(configuration, RingOptions.Section)
        .AddAreaOptions<ActuatorOptions>(configuration, ActuatorOptions.Section)
        .AddAreaOptions<SirenOptions>(configuration, SirenOptions.Section)
        .AddAreaOptions<DisplayOptions>(configuration, DisplayOptions.Section)
        .AddAreaOptions<VoiceOptions>(configuration, VoiceOptions.Section);

    /// <summary>All faults, each a sentence; empty when the settings can be used.</summary>
    public static IReadOnlyList<string> Faults(IConfigurationRoot configuration) =>
    [
        .. UnknownSections(configuration),
        .. Defaults.SelectMany(d => SectionFaults(configuration.GetSection(d.Key), d.Value.GetType())),
        .. SensorsSetup.Faults(configuration),
    ];

    /// <summary>All faults, each with the line of the settings file that it stands in.</summary>
    public static IReadOnlyList<string> FaultsWithLines(IConfigurationRoot configuration)
    {
        SettingsLines lines = SettingsLines.Of(configuration);
        return [.. Faults(configuration).SelectMany(f => f.Split(Environment.NewLine)).Select(lines.Mark)];
    }

    /// <summary>The environment is shared with other programs, so only the file and the command line are looked at.</summary>
    private static IEnumerable<string> UnknownSections(IConfigurationRoot configuration) => configuration.Providers
        .Where(p => p is not EnvironmentVariablesConfigurationProvider)
        .SelectMany(p => p.GetChildKeys([], null))
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .Where(key => !Defaults.Keys.Concat([SensorSet.Section, Calibrations.Section, LoggingSection]).Contains(key, StringComparer.OrdinalIgnoreCase))
        .Select(key => $"section '{key}' is none of {string.Join(", ", Defaults.Keys)}, {SensorSet.Section}, {Calibrations.Section}, {LoggingSection}");

    private static List<string> SectionFaults(IConfigurationSection section, Type type)
    {
        List<string> known = [.. type.GetProperties().Select(p => p.Name)];
        List<string> faults = [.. section.GetChildren()
            .Where(c => !known.Contains(c.Key, StringComparer.OrdinalIgnoreCase))
            .Select(c => $"{section.Key}: '{c.Key}' is none of {string.Join(", ", known)}")];
        try
        {
            object options = Activator.CreateInstance(type)!;
            section.Bind(options);
            List<ValidationResult> results = [];
            Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
            faults.AddRange(results.Select(r => $"{section.Key}: {r.ErrorMessage}"));
        }
        catch (InvalidOperationException e)
        {
            // The first value that cannot be read ends the binding; the message says where it stands.
            faults.Add($"{e.Message} {e.InnerException?.Message}".TrimEnd());
        }

        return faults;
    }
}
