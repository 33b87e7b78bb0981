using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Advisories;
using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Cases;
using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Forecasts;
using EnviAgriNet.Cloud.Imports;
using EnviAgriNet.Cloud.Inbox;
using EnviAgriNet.Cloud.Registration;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Hosting;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Commands;

/// <summary>What the commands beside a running cloud share: settings, the registry, and what a wrong call answers.</summary>
internal static class CloudCall
{
    /// <summary>Results are not put into pages as markup, so only what JSON itself demands is escaped, and Thai stays readable.</summary>
    public static JsonSerializerOptions ReadableJson { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary><c>--json</c>.</summary>
    public static Option<bool> JsonOption() => new("--json") { Description = "print the result as JSON on one line" };

    /// <summary>Gives a command its settings options and its action. Wrong settings end it with exit code 2.</summary>
    public static void Act(
        this Command command,
        IConsole console,
        Func<ParseResult, IConfiguration, CancellationToken, Task<int>> act,
        string configName = "--config")
    {
        ProgramOptions settings = new(configName);
        settings.AddTo(command);
        command.SetAction(async (call, cancellationToken) =>
        {
            try
            {
                IConfigurationRoot configuration = settings.Read(call);
                RequireKnownSections(configuration);
                return await act(call, configuration, cancellationToken);
            }
            catch (Exception e) when (e is FormatException or OptionsValidationException or InvalidDataException or FileNotFoundException
                || IsUnknownKey(e))
            {
                console.Error(e.Message);
                return ExitCodes.Usage;
            }
        });
    }

    /// <summary>The registry of the settings' data folder; the caller disposes it.</summary>
    public static ServiceProvider Registry(IConfiguration configuration)
    {
        ServiceCollection services = new();
        services.AddCloud(configuration);
        services.AddRegistry();
        services.AddAccess();
        services.AddLogging();
        services.AddAlerts(configuration);
        services.AddDeliveries();
        services.AddRegistration(configuration);
        services.AddCaseBooks(configuration);
        services.AddFarms(configuration);
        services.AddInboxBook();
        services.AddForecastBooks();
        services.AddImports();
        return services.BuildServiceProvider();
    }

    /// <summary>What composes warnings, with the registry of the settings' data folder; the caller disposes it.</summary>
    public static ServiceProvider WarningTexts(IConfiguration configuration) => new ServiceCollection()
        .AddCloud(configuration).AddRegistry().AddWarningTexts(configuration).AddLogging().BuildServiceProvider();

    /// <summary>The settings' data folder, in full.</summary>
    public static string DataFolder(IConfiguration configuration)
    {
        using ServiceProvider cloud = new ServiceCollection().AddCloud(configuration).BuildServiceProvider();
        return Path.GetFullPath(cloud.GetRequiredService<IOptions<CloudOptions>>().Value.DataFolder);
    }

    private static bool IsUnknownKey(Exception e) =>
        e is InvalidOperationException && e.Source == "Microsoft.Extensions.Configuration.Binder";

    private static void RequireKnownSections(IConfigurationRoot configuration)
    {
        string[] unknown = [.. configuration.GetChildren().Select(c => c.Key).Where(key => !SampleConfiguration.TopSections.Contains(key))];
        if (unknown.Length > 0)
        {
            throw new FormatException(
                $"unknown section {string.Join(", ", unknown)}; known are {string.Join(", ", SampleConfiguration.TopSections.Order())}");
        }
    }
}
