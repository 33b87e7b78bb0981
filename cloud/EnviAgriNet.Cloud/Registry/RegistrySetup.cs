using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Cloud.Registry.Enrolment;
using EnviAgriNet.Cloud.Registry.Markets;
using EnviAgriNet.Cloud.Registry.Places;
using EnviAgriNet.Cloud.Registry.Quality;
using EnviAgriNet.Cloud.Registry.Rehearsals;
using EnviAgriNet.Cloud.Registry.Subscribers;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Registry;

/// <summary>Puts the registry together: database, keys, stations, rules, climate, subscribers.</summary>
internal static class RegistrySetup
{
    /// <summary>The name of the file in the data folder.</summary>
    public const string FileName = "registry.db";

    /// <summary>Adds the registry in the cloud's data folder.</summary>
    public static IServiceCollection AddRegistry(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new RegistryDatabase(Path.Combine(Folder(provider), FileName)));
        services.AddSingleton(provider => new RegistryKeys(Folder(provider)));
        services.AddSingleton<AuditBook>();
        services.AddSingleton<AddressVault>();
        services.AddSingleton<StationBook>();
        services.AddSingleton<IStationBook>(provider => provider.GetRequiredService<StationBook>());
        services.AddSingleton<StationAuthority>();
        services.AddSingleton<EnrolmentBook>();
        services.AddSingleton<StationConfigBook>();
        services.AddSingleton<HazardRuleBook>();
        services.AddSingleton<ClimateBook>();
        services.AddSingleton<MarketStore>();
        services.AddSingleton<PriceBook>();
        services.AddSingleton<YieldBook>();
        services.AddSingleton<PlaceBook>();
        services.AddSingleton<EvacuationBook>();
        services.AddSingleton<SubscriberBook>();
        services.AddSingleton<ContactBook>();
        services.AddSingleton<SubscriberImport>();
        services.AddSingleton<RecipientBook>();
        services.AddSingleton<QualityVersionBook>();
        services.AddSingleton<RehearsalBook>();
        return services;
    }

    /// <summary>Adds what only the running cloud needs of the registry.</summary>
    public static IServiceCollection AddRegistryRefresh(this IServiceCollection services) =>
        services.AddHostedService<StationRefresh>().AddHostedService<HazardRuleRefresh>().AddHostedService<AuditWatch>();

    private static string Folder(IServiceProvider provider)
    {
        string folder = Path.GetFullPath(provider.GetRequiredService<IOptions<CloudOptions>>().Value.DataFolder);
        Directory.CreateDirectory(folder);
        return folder;
    }
}
