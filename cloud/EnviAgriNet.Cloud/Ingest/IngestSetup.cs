using System.Security.Cryptography;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Hosting;
using EnviAgriNet.Mqtt;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using LinkOptions = EnviAgriNet.Mqtt.LinkOptions;

namespace EnviAgriNet.Cloud.Ingest;

/// <summary>Puts ingest together.</summary>
internal static class IngestSetup
{
    /// <summary>
    /// Adds ingest and, unless it is there, the broker link it shares with whoever publishes. The reading store and a region host must
    /// be there. Added last, so that it is started last and stopped first.
    /// </summary>
    public static IServiceCollection AddIngest(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAreaOptions<IngestOptions>(configuration, IngestOptions.Section);
        services.AddAreaOptions<LinkOptions>(configuration, LinkOptions.Section);
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new SteadyClock(provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(provider => new NetworkClock(
            provider.GetRequiredService<IOptions<CloudOptions>>().Value.NetworkTime, provider.GetRequiredService<SteadyClock>()));
        services.TryAddSingleton<IBrokerLink>(provider => new MosquittoLink(
            provider.GetRequiredService<IOptions<LinkOptions>>().Value,
            will: null,
            provider.GetRequiredService<TimeProvider>(),
            RandomNumberGenerator.GetInt32(int.MaxValue),
            provider.GetRequiredService<ILogger<MosquittoLink>>()));
        services.AddSingleton<IngestMetrics>();
        services.AddSingleton<IngestLag>();
        services.AddSingleton<StationHealthBook>();
        services.AddSingleton<IngestDecoder>();
        services.AddSingleton<GroupGatherer>();
        services.AddSingleton<Lateness>();
        services.AddSingleton<StoreRetry>();
        services.AddSingleton<ReceiptSender>();
        services.AddSingleton<IngestCommitter>();
        services.AddHostedService<IngestService>();
        return services;
    }

    /// <summary>Sends the configs of the registry down the link that readings come up.</summary>
    public static IServiceCollection AddConfigSender(this IServiceCollection services) => services.AddHostedService<ConfigSender>();
}
