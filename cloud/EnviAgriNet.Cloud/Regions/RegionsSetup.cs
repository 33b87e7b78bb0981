using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Regions;

/// <summary>Puts the regions into the host. Needs a network clock, the books of stations and rules, a reading store and a hazard journal.</summary>
internal static class RegionsSetup
{
    private const string LateAfterKey = "Cloud:LateAfter";

    private static readonly TimeSpan LateAfterDefault = TimeSpan.FromHours(2);

    /// <summary>Adds the area. Call it before the area that ingests, so that windows are whole before the first pack comes.</summary>
    public static IServiceCollection AddRegions(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAreaOptions<RegionsOptions>(configuration, RegionsOptions.Section);
        TimeSpan lateAfter = configuration.GetValue(LateAfterKey, LateAfterDefault);
        services.AddSingleton(s =>
        {
            HazardRuleBook book = s.GetRequiredService<HazardRuleBook>();
            return new RulesInForce(() => book.On, lateAfter);
        });
        services.AddMetrics();
        services.AddSingleton<RegionMetrics>();
        services.AddSingleton<JournalWriter>();
        services.AddSingleton<RegionHost>();
        services.AddSingleton<IRegionHost>(s => s.GetRequiredService<RegionHost>());
        services.AddHostedService(s => s.GetRequiredService<RegionHost>());
        return services;
    }
}
