using EnviAgriNet.Cloud.Alerts.Release;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Hosting;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Alerts;

/// <summary>Puts the alerts into the host. Needs the registry, a station book and a network clock.</summary>
internal static class AlertsSetup
{
    /// <summary>Adds the area.</summary>
    public static IServiceCollection AddAlerts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAreaOptions<ReleaseOptions>(configuration, ReleaseOptions.Section);
        services.AddWarningTexts(configuration);
        services.AddSingleton<IValidateOptions<AlertsOptions>, CapSigner.Check>();
        services.AddSingleton<CapSigner>();
        services.AddSingleton<AlertBook>();
        services.AddSingleton<HoldBook>();
        services.AddSingleton<AlertIssuer>();
        services.AddSingleton<ReleaseDesk>();
        services.AddSingleton<AlertRevisions>();
        services.AddSingleton<ManualAlerts>();
        services.AddSingleton<AlertOrders>();
        services.AddSingleton<AlertTrials>();
        services.AddHostedService<ReleaseWatch>();
        services.AddSingleton<IAlertBook>(s => s.GetRequiredService<AlertBook>());
        services.AddSingleton<IHazardJournal, AlertDesk>();
        return services;
    }

    /// <summary>Adds what composes warnings, for commands beside a running cloud as well. Needs the registry.</summary>
    public static IServiceCollection AddWarningTexts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAreaOptions<AlertsOptions>(configuration, AlertsOptions.Section);
        services.AddSingleton<AlertLanguages>();
        services.AddSingleton<WarningPlaces>();
        services.AddSingleton<WarningComposer>();
        return services;
    }
}
