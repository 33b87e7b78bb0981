using EnviAgriNet.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EnviAgriNet.Cloud.Access.Passkeys;

/// <summary>Puts passkeys together.</summary>
internal static class PasskeySetup
{
    /// <summary>Adds the area of a running cloud.</summary>
    public static IServiceCollection AddPasskeys(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAreaOptions<PasskeyOptions>(configuration, PasskeyOptions.Section);
        services.TryAddSingleton<SealedState>();
        services.TryAddSingleton<PasskeyDesk>();
        return services;
    }
}
