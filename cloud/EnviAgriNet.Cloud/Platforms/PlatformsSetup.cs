using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Hosting;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Platforms;

/// <summary>Puts the listening to other platforms into the host. Needs the registry, the alerts, the audit log and a network clock.</summary>
internal static class PlatformsSetup
{
    /// <summary>Adds the area.</summary>
    public static IServiceCollection AddPlatforms(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAreaOptions<PlatformsOptions>(configuration, PlatformsOptions.Section);
        services.AddSingleton<IValidateOptions<PlatformsOptions>, PlatformsCheck>();
        services.AddIncoming();
        services.AddSingleton<CapFetch>();
        services.AddHostedService<CapPoller>();
        services.AddHostedService<PassedWatch>();
        return services;
    }

    /// <summary>Adds what a command needs to look at foreign alerts and to pass them on.</summary>
    public static IServiceCollection AddIncoming(this IServiceCollection services)
    {
        services.AddSingleton<IncomingBook>();
        services.AddSingleton<AlertAdoption>();
        services.AddSingleton<CapPassing>();
        return services;
    }
}
