using EnviAgriNet.Cloud.Access.Sessions;
using EnviAgriNet.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EnviAgriNet.Cloud.Access;

/// <summary>Puts the officers and their gate together. Needs the registry.</summary>
internal static class AccessSetup
{
    /// <summary>Adds the area with its options as they are by themselves.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddOptions<AccessOptions>();
        services.TryAddSingleton<SessionBook>();
        services.TryAddSingleton<OfficerBook>();
        services.TryAddSingleton<FailureCounts>();
        services.TryAddSingleton<OfficerGate>();
        return services;
    }

    /// <summary>Adds the area of a running cloud.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAreaOptions<AccessOptions>(configuration, AccessOptions.Section);
        return services.AddAccess();
    }
}
