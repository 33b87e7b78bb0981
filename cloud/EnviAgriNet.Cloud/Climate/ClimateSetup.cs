using EnviAgriNet.Cloud.Ingest;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Hosting;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Climate;

/// <summary>Puts the watch over drought into the host. Needs the registry, the reading store, the regions and the clocks.</summary>
internal static class ClimateSetup
{
    /// <summary>Adds the area. Call it after the regions, so that their windows are whole before the first index comes.</summary>
    public static IServiceCollection AddClimate(this IServiceCollection services) =>
        services.AddSingleton(provider => new DroughtWatch(
                provider.GetRequiredService<ClimateBook>(),
                provider.GetRequiredService<IStationBook>(),
                provider.GetRequiredService<IReadingStore>(),
                provider.GetRequiredService<IRegionHost>(),
                provider.GetServices<ICommittedReadings>(),
                provider.GetRequiredService<NetworkClock>(),
                provider.GetRequiredService<IOptions<CloudOptions>>(),
                provider.GetRequiredService<SteadyClock>(),
                provider.GetRequiredService<ILogger<DroughtWatch>>()))
            .AddHostedService(provider => provider.GetRequiredService<DroughtWatch>());
}
