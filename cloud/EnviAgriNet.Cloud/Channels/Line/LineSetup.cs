using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Channels.Line;

/// <summary>Puts LINE together.</summary>
internal static class LineSetup
{
    /// <summary>Adds the channel and what its webhook needs.</summary>
    public static IServiceCollection AddLine(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAreaOptions<LineOptions>(configuration, LineOptions.Section);
        services.AddSingleton<LineClient>();
        services.AddSingleton<LineQuotaMeter>();
        services.AddSingleton<LineBatchBook>();
        services.AddSingleton<LineLinkBook>();
        services.AddSingleton<LineWebhook>();
        services.AddChannel<LineChannel>(ChannelsSetup.IsOn(configuration, LineOptions.Section, byDefault: false));
        return services;
    }
}
