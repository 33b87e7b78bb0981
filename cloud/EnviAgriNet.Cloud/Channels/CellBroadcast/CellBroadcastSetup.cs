using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Channels.CellBroadcast;

/// <summary>Puts the hand-over to cell broadcast together.</summary>
internal static class CellBroadcastSetup
{
    /// <summary>Adds the channel.</summary>
    public static IServiceCollection AddCellBroadcast(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAreaOptions<CellBroadcastOptions>(configuration, CellBroadcastOptions.Section);
        services.AddSingleton<CellBroadcastBook>();
        services.AddChannel<CellBroadcastChannel>(ChannelsSetup.IsOn(configuration, CellBroadcastOptions.Section, byDefault: false));
        return services;
    }
}
