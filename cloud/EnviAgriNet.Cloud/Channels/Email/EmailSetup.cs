using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Channels.Email;

/// <summary>Puts mail together.</summary>
internal static class EmailSetup
{
    /// <summary>Adds the channel.</summary>
    public static IServiceCollection AddEmail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAreaOptions<EmailOptions>(configuration, EmailOptions.Section);
        services.AddSingleton<EmailClient>();
        services.AddChannel<EmailChannel>(ChannelsSetup.IsOn(configuration, EmailOptions.Section, byDefault: false));
        return services;
    }
}
