using EnviAgriNet.Hosting;

namespace EnviAgriNet.Edge.Downlink;

/// <summary>Registers what brings alerts to the siren and the display.</summary>
internal static class DownlinkSetup
{
    public static IServiceCollection AddDownlink(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAreaOptions<DownlinkOptions>(configuration, DownlinkOptions.Section);
        services.AddSingleton<AlertDesk>();
        services.AddHostedService(p => p.GetRequiredService<AlertDesk>());
        return services;
    }
}
