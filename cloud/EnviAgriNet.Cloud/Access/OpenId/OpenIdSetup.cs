using EnviAgriNet.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EnviAgriNet.Cloud.Access.OpenId;

/// <summary>Puts sign-in by an identity provider together.</summary>
internal static class OpenIdSetup
{
    /// <summary>Adds the area of a running cloud.</summary>
    public static IServiceCollection AddOpenId(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAreaOptions<OpenIdOptions>(configuration, OpenIdOptions.Section);
        services.TryAddSingleton<OpenIdProvider>();
        services.TryAddSingleton<OpenIdLinkBook>();
        services.TryAddSingleton<OpenIdDesk>();
        return services;
    }
}
