using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EnviAgriNet.Hosting;

/// <summary>How every program reads its settings: one JSON file, then the environment (<c>EAG_Section__Key</c>), last the command line.</summary>
public static class ConfigurationSetup
{
    /// <summary>The prefix of environment variables that are settings.</summary>
    public const string EnvironmentPrefix = "EAG_";

    /// <summary>Builds the settings of a program.</summary>
    /// <param name="file">A JSON file, or null for defaults only. A named file that does not exist is an error.</param>
    /// <param name="overrides">Settings from the command line, <c>Section:Key</c>; of several with one key the last one holds.</param>
    public static IConfigurationRoot Read(string? file, IEnumerable<KeyValuePair<string, string?>> overrides)
    {
        ConfigurationBuilder builder = new();
        if (file is not null)
        {
            builder.AddJsonFile(Path.GetFullPath(file), optional: false, reloadOnChange: false);
        }

        builder.AddEnvironmentVariables(EnvironmentPrefix);
        Dictionary<string, string?> last = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string key, string? value) in overrides)
        {
            last[key] = value;
        }

        builder.AddInMemoryCollection(last);
        return builder.Build();
    }

    /// <summary>
    /// Binds an area's options to its section: an unknown key is an error, ranges are checked by their attributes, and all
    /// faults are reported together when the host starts.
    /// </summary>
    public static IServiceCollection AddAreaOptions<TOptions>(
        this IServiceCollection services, IConfiguration configuration, string section)
        where TOptions : class
    {
        services.AddOptions<TOptions>()
            .Bind(configuration.GetSection(section), binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services;
    }
}
