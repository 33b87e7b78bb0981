using EnviAgriNet.Cloud.Access.Keys;
using EnviAgriNet.Cloud.Access.OpenId;
using EnviAgriNet.Cloud.Access.Passkeys;
using EnviAgriNet.Cloud.Access.Sessions;
using EnviAgriNet.Cloud.Access.SignIn;
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
        services.TryAddSingleton<AccountBook>();
        services.TryAddSingleton<Passwords>();
        services.TryAddSingleton<NameLocks>();
        services.TryAddSingleton<DeviceCookie>();
        services.TryAddSingleton<SignInDesk>();
        services.TryAddSingleton<InvitationDesk>();
        services.TryAddSingleton<AccountDesk>();
        services.TryAddSingleton<PasskeyBook>();
        services.TryAddSingleton<IPasskeyCount, PasskeysOf>();
        services.AddKeys();
        return services;
    }

    /// <summary>Adds the area of a running cloud.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAreaOptions<AccessOptions>(configuration, AccessOptions.Section);
        services.AddPasskeys(configuration);
        services.AddOpenId(configuration);
        return services.AddAccess();
    }

    private sealed class PasskeysOf(PasskeyBook book) : IPasskeyCount
    {
        /// <inheritdoc/>
        public int Of(string officer) => book.Of(officer).Count;
    }
}
