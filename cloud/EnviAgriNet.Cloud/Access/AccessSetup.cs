using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EnviAgriNet.Cloud.Access;

/// <summary>Puts the officers and their gate together. Needs the registry.</summary>
internal static class AccessSetup
{
    /// <summary>Adds the area.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.TryAddSingleton<OfficerBook>();
        services.TryAddSingleton<FailureCounts>();
        services.TryAddSingleton<OfficerGate>();
        return services;
    }
}
