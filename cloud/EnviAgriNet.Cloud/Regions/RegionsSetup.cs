using EnviAgriNet.Hosting;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Regions;

/// <summary>Puts the regions into the host. Needs a network clock, a station book, a reading store and a hazard journal.</summary>
internal static class RegionsSetup
{
    private const string LateAfterKey = "Cloud:LateAfter";

    private static readonly TimeSpan LateAfterDefault = TimeSpan.FromHours(2);

    /// <summary>Adds the area. Call it before the area that ingests, so that windows are whole before the first pack comes.</summary>
    public static IServiceCollection AddRegions(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAreaOptions<RegionsOptions>(configuration, RegionsOptions.Section);
        services.AddAreaOptions<HazardsOptions>(configuration, HazardsOptions.Section);
        TimeSpan lateAfter = configuration.GetValue(LateAfterKey, LateAfterDefault);
        services.AddSingleton(s => s.GetRequiredService<IOptions<HazardsOptions>>().Value.Rules(lateAfter));
        services.AddSingleton<JournalWriter>();
        services.AddSingleton<RegionHost>();
        services.AddSingleton<IRegionHost>(s => s.GetRequiredService<RegionHost>());
        services.AddHostedService(s => s.GetRequiredService<RegionHost>());
        return services;
    }
}
