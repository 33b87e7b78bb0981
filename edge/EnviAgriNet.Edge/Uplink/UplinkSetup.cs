using EnviAgriNet.Hosting;
using EnviAgriNet.Mqtt;
using Microsoft.Extensions.Options;
using LinkOptions = EnviAgriNet.Mqtt.LinkOptions;

namespace EnviAgriNet.Edge.Uplink;

/// <summary>Registers the link to the broker and what goes over it.</summary>
internal static class UplinkSetup
{
    public static IServiceCollection AddUplink(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAreaOptions<UplinkOptions>(configuration, UplinkOptions.Section);
        services.AddAreaOptions<LinkOptions>(configuration, LinkOptions.Section);
        services.AddSingleton(MakeLink);
        services.AddSingleton<UplinkPump>();
        services.AddSingleton<LinkInbox>();
        // Started in this order, stopped in the other: the last health goes out before the link closes.
        services.AddHostedService(p => p.GetRequiredService<LinkInbox>());
        services.AddHostedService(p => p.GetRequiredService<UplinkPump>());
        services.AddHostedService<EventPump>();
        services.AddHostedService<HealthReporter>();
        return services;
    }

    private static IBrokerLink MakeLink(IServiceProvider services)
    {
        StationOptions station = services.GetRequiredService<IOptions<StationOptions>>().Value;
        LinkOptions options = services.GetRequiredService<IOptions<LinkOptions>>().Value;
        if (string.IsNullOrEmpty(options.ClientId))
        {
            options.ClientId = station.Id;
        }

        return new MosquittoLink(
            options,
            HealthReporter.WillOf(station),
            services.GetRequiredService<TimeProvider>(),
            SeedOf(station.Id),
            services.GetRequiredService<ILogger<MosquittoLink>>());
    }

    /// <summary>A seed that differs from station to station, so that a thousand of them do not come back in step.</summary>
    private static int SeedOf(string station) => station.Aggregate(17, (sum, c) => unchecked((sum * 31) + c));
}
