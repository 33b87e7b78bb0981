using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EnviAgriNet.Cloud.Access.Keys;

/// <summary>Puts the keys of machines together. Needs the registry and <see cref="FailureCounts"/>.</summary>
internal static class KeysSetup
{
    /// <summary>Adds the area.</summary>
    public static IServiceCollection AddKeys(this IServiceCollection services)
    {
        services.TryAddSingleton<KeyBook>();
        services.TryAddSingleton<KeyRates>();
        services.TryAddSingleton<KeyGate>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IBearerReader, KeyReader>());
        return services;
    }
}
