using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Channels.WebPush;

/// <summary>Puts web push together.</summary>
internal static class WebPushSetup
{
    /// <summary>Adds the channel and what its endpoints need.</summary>
    public static IServiceCollection AddWebPush(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAreaOptions<WebPushOptions>(configuration, WebPushOptions.Section);
        services.AddSingleton<PushClient>();
        services.AddSingleton<PushRegistration>();
        services.AddChannel<WebPushChannel>(ChannelsSetup.IsOn(configuration, WebPushOptions.Section, byDefault: false));
        return services;
    }
}
